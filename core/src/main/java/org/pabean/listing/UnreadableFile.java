package org.pabean.listing;

import java.nio.file.Path;

/** A file of which no row can be read; the message says why and how to mend it. */
public final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final String file;

  UnreadableFile(Path file, String reason) {
    super("%s: %s".formatted(file.getFileName(), reason));
    this.file = file.toString();
  }

  /** The file at fault. */
  public String file() {
    return file;
  }
}
