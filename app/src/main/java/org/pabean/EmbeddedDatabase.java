package org.pabean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pabean.cli.Databases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server that the program unpacks and runs itself. */
final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final EmbeddedPostgres server;
  private final FileChannel lock;

  private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lock) {
    this.server = server;
    this.lock = lock;
  }

  /**
   * Starts the server on the files of a directory, which is made if it is not there.
   *
   * @throws IOException if it does not start
   * @throws DataDirectoryInUse if another Pabean runs on the same files
   */
  static EmbeddedDatabase start(Path dataDir) throws IOException {
    Path data = dataDir.toAbsolutePath().resolve("postgres");
    Path binaries = dataDir.toAbsolutePath().resolve("postgres-binaries");
    Files.createDirectories(data);
    Files.createDirectories(binaries);
    FileChannel lock = lock(dataDir);
    stopOrphan(data);
    try {
      return new EmbeddedDatabase(startOnce(data, binaries), lock);
    } catch (IOException | IllegalStateException e) {
      // Right after a killed server its shared memory may not be free yet: once more.
      LOG.warn("The embedded database did not start ({}); trying once more", e.getMessage());
      stopOrphan(data);
      return new EmbeddedDatabase(startOnce(data, binaries), lock);
    }
  }

  /**
   * Reaches the database of a directory: the server that runs on it, or one that is started for
   * now.
   *
   * @throws IllegalArgumentException if the directory holds none
   */
  static Databases.Reached reach(Path dataDir) throws IOException {
    Path data = dataDir.toAbsolutePath().resolve("postgres");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      throw new IllegalArgumentException(
          "%s holds no data of Pabean: name the directory with --data-dir".formatted(dataDir));
    }
    Optional<String> running = runningUrl(data);
    if (running.isPresent()) {
      return new Databases.Reached(new DriverManagerDataSource(running.get()), () -> {});
    }
    EmbeddedDatabase started = start(dataDir);
    return new Databases.Reached(new DriverManagerDataSource(started.url()), started::close);
  }

  /** The address of the server that runs on these files, as it wrote it down itself. */
  private static Optional<String> runningUrl(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    return lines.size() > 3
            && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(EmbeddedDatabase::isPostgres)
                .isPresent()
        ? Optional.of(
            "jdbc:postgresql://localhost:%s/postgres?user=postgres".formatted(lines.get(3).strip()))
        : Optional.empty();
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
    lock.close();
  }

  /** Held while this program lives, also if it is killed: the operating system gives it back. */
  private static FileChannel lock(Path dataDir) throws IOException {
    FileChannel channel =
        FileChannel.open(
            dataDir.resolve("pabean.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("Locked by this very program", e);
    }
    channel.close();
    throw new DataDirectoryInUse(dataDir);
  }

  private static EmbeddedPostgres startOnce(Path data, Path binaries) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries.toFile())
        .setPGStartupWait(Duration.ofSeconds(30))
        // Whoever started it closes it, after the last connection; a hook would be first.
        .setRegisterShutdownHook(false)
        // The library switches these off, for tests; here nothing accepted may be lost.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("max_connections", "60")
        .setServerConfig("timezone", "UTC")
        .start();
  }

  /** A server whose program was killed goes on running; a new one cannot share its files. */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<ProcessHandle> orphan =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    if (orphan.filter(EmbeddedDatabase::isPostgres).isPresent()) {
      LOG.info("Stopping the database server of a program that was killed");
      stop(orphan.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
