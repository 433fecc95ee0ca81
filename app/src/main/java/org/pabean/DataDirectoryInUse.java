package org.pabean;

import java.nio.file.Path;

/** Another Pabean runs on the same data directory; nothing was changed. */
public final class DataDirectoryInUse extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final transient Path dataDir;

  DataDirectoryInUse(Path dataDir) {
    super(
        "another Pabean is running on %s; stop it, or give this one a directory of its own with --data-dir"
            .formatted(dataDir));
    this.dataDir = dataDir;
  }

  /** The directory. */
  public Path dataDir() {
    return dataDir;
  }
}
