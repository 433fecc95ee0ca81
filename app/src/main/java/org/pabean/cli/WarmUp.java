package org.pabean.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pabean.listing.Listing;
import org.pabean.registry.Registry;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** Starts the server once on throw-away data and stops it, so that its classes can be recorded. */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher after a build.")
final class WarmUp implements Callable<Integer> {

  private final Class<?> application;

  WarmUp(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("pabean-warm-up");
    Map<String, Object> settings =
        Map.of(
            "server.port", 0,
            "server.address", "127.0.0.1",
            "pabean.security.first-account", "false",
            "pabean.database.url", "",
            "pabean.database.data-dir", data.toString());
    try (ConfigurableApplicationContext server = Serve.start(application, settings)) {
      server
          .getBean(Registry.class)
          .assessor()
          .assess(Listing.ofTitle("Cotton T-shirt มีด 刀"), "SG", LocalDate.EPOCH);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(Serve.address(server) + "/login")).build();
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    } finally {
      new Removal(data).run();
    }
    return 0;
  }
}
