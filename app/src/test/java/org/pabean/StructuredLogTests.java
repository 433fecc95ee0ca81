package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A collector of logs reads what the server says, line by line. */
class StructuredLogTests {

  @Test
  void eachLineOfTheLogIsJson(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("server.log");
    ProcessBuilder program =
        ServerProcess.program(
            "serve", "--port", "0", "--data-dir", directory.resolve("data").toString());
    program.environment().put("PABEAN_LOG_FORMAT", "ecs");
    program.environment().put("PABEAN_LOG_LEVEL", "INFO");
    Process server = program.redirectOutput(log.toFile()).start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .failFast("the server ended", () -> !server.isAlive())
          .until(() -> read(log).contains("Pabean is ready at"));
    } finally {
      server.destroy();
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    List<String> lines = read(log).lines().filter(line -> line.startsWith("{")).toList();
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode said = JsonMapper.shared().readTree(line);
      assertThat(said.at("/@timestamp").asString()).isNotEmpty();
      assertThat(said.at("/log/level").asString()).isNotEmpty();
      assertThat(said.at("/message").isString()).isTrue();
      assertThat(said.at("/service/name").asString()).isEqualTo("pabean");
    }
  }

  private static String read(Path log) throws IOException {
    return Files.readString(log);
  }
}
