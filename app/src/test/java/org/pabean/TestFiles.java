package org.pabean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Files that tests leave below {@code target}. */
public final class TestFiles {

  private TestFiles() {}

  /** Removes what an earlier run left. */
  public static void remove(String path) {
    try {
      FileSystemUtils.deleteRecursively(Path.of("target").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
