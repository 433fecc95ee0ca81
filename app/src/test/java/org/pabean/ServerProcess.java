package org.pabean;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own, which can be killed. */
final class ServerProcess {

  private static final Pattern READY = Pattern.compile("Pabean is ready at (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path dataDir;
  private final Path log;
  private @Nullable Process process;
  private @Nullable URI address;

  ServerProcess(Path directory) {
    this.dataDir = directory.resolve("data");
    this.log = directory.resolve("server.log");
  }

  /** Starts it and does not wait. */
  void start() throws IOException {
    Files.deleteIfExists(log);
    process =
        program(
                "serve",
                // Any free one: a port known beforehand could be taken while the server is down.
                "--port",
                "0",
                "--data-dir",
                dataDir.toString())
            .redirectOutput(log.toFile())
            .start();
  }

  /** A command in a process of its own, as a user starts it; errors go where its answers go. */
  static ProcessBuilder program(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                programClassPath(),
                Pabean.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Waits until it answers, and lets those go on who wait for its address. */
  void awaitReady() throws IOException {
    Process running = running();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("the server ended, see " + log, () -> !running.isAlive())
        .until(() -> readyAt().isPresent());
    synchronized (this) {
      address = readyAt().orElseThrow();
      notifyAll();
    }
  }

  /** Where it answers; waits while it does not. */
  synchronized URI address() throws InterruptedException {
    while (address == null) {
      wait();
    }
    return address;
  }

  /** Ends it as a power cut would, with no chance to say goodbye; the database server lives on. */
  void kill() throws InterruptedException {
    synchronized (this) {
      address = null;
    }
    running().destroyForcibly().waitFor();
  }

  /** Ends it and its database server. */
  void stop() throws InterruptedException {
    Process last = process;
    if (last != null) {
      last.destroy();
      if (!last.waitFor(30, TimeUnit.SECONDS)) {
        last.destroyForcibly().waitFor();
      }
    }
    postmaster().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
  }

  /** JDBC address of its database. */
  String databaseUrl() throws IOException {
    String port = Files.readAllLines(pidFile()).get(3).strip();
    return "jdbc:postgresql://localhost:%s/postgres?user=postgres".formatted(port);
  }

  private Optional<Long> postmaster() {
    try {
      return Optional.of(Long.parseLong(Files.readAllLines(pidFile()).get(0).strip()));
    } catch (IOException e) {
      // Nothing is left to stop.
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return dataDir.resolve("postgres").resolve("postmaster.pid");
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("the server was not started");
    }
    return process;
  }

  private Optional<URI> readyAt() throws IOException {
    Matcher ready = READY.matcher(Files.readString(log));
    return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
  }

  /** Without the tests, whose configurations the program would take for its own. */
  private static String programClassPath() {
    List<String> entries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .toList();
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
