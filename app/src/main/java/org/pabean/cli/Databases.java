package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Reaches the embedded database of a data directory, whether a server runs on it or not. */
@FunctionalInterface
public interface Databases {

  /**
   * A database that is reached.
   *
   * @param source gives connections
   * @param end gives back what was started for it
   */
  record Reached(DataSource source, End end) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      end.run();
    }
  }

  /** What is done when a database is no longer needed. */
  @FunctionalInterface
  interface End {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Reaches the database of a directory.
   *
   * @throws IllegalArgumentException if there is none
   * @throws IOException if it does not start
   */
  Reached reach(Path dataDir) throws IOException;
}
