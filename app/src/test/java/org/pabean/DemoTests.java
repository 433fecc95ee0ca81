package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing a newcomer sees. */
class DemoTests {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path directory;

  @Test
  void showsTheWholeWayAndLeavesNothingBehind() throws Exception {
    Path log = directory.resolve("demo.log");
    ProcessBuilder demo = ServerProcess.program("demo", "--port", "0");
    demo.command().add(1, "-Djava.io.tmpdir=" + directory);
    Process running = demo.redirectOutput(log.toFile()).start();
    try {
      await()
          .atMost(PATIENCE)
          .failFast("the demo ended, see " + log, () -> !running.isAlive())
          .until(() -> Files.readString(log).contains("Stop with Ctrl+C"));
      assertThat(Files.readString(log))
          .containsSubsequence(
              "Shipment S-102 to SG",
              "REVIEW  6912.00",
              "Commercial invoice refused: no document is issued while lines are held",
              "Shipment S-102-routine to SG",
              "Commercial invoice INV-S-102-routine-1 issued",
              "Log in at")
          .contains("Somchai (specialist) reads Men's Cotton T-Shirt and accepts 6109.10");
    } finally {
      running.destroy();
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    }
    assertThat(Files.readString(log)).doesNotContain("ERROR", "Exception", "Could not");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("pabean-demo")))
          .isEmpty();
    }
  }
}
