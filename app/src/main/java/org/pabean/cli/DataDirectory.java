package org.pabean.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the program keeps its data. */
final class DataDirectory {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the data lie (default: PABEAN_DATA_DIR, else ~/.pabean).")
  private @Nullable Path given;

  Path path() {
    if (given != null) {
      return given;
    }
    String set = System.getenv("PABEAN_DATA_DIR");
    return set == null || set.isBlank()
        ? Path.of(System.getProperty("user.home"), ".pabean")
        : Path.of(set);
  }
}
