package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a server on throw-away data, sends a sample shipment through it and tells the story. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole way of a shipment on throw-away data, and goes on serving.")
final class Demo implements Callable<Integer> {

  private final Class<?> application;

  @Option(names = "--port", description = "Port of the pages (default: 8080, or a free one).")
  private @Nullable Integer port;

  Demo(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("pabean-demo");
    // Not a hook of the virtual machine's: those run beside each other, and the database stops
    // first.
    SpringApplication.getShutdownHandlers().add(new Removal(data));
    System.out.println("Starting a server on throw-away data …");
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.port", port == null ? Ports.freeOr(8080) : port);
    // Known passwords are printed: nobody else's machine may reach them.
    settings.put("server.address", "127.0.0.1");
    settings.put("pabean.database.data-dir", data.toString());
    settings.put("pabean.security.first-account", "false");
    settings.put("logging.level.root", "ERROR");
    settings.put("logging.level.org.pabean", "ERROR");
    ConfigurableApplicationContext server = Serve.start(application, settings);
    new DemoStory(server, Serve.address(server)).tell();
    Thread.currentThread().join();
    return 0;
  }
}
