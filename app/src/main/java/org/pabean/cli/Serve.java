package org.pabean.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the server: pages, REST and database.")
final class Serve implements Callable<Integer> {

  private final Class<?> application;

  @Option(names = "--port", description = "Port of the pages and the API (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--data-dir",
      description = "Where the embedded database keeps its files (default: ~/.pabean).")
  private @Nullable Path dataDir;

  Serve(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (port != null) {
      settings.put("server.port", port);
    }
    if (dataDir != null) {
      settings.put("pabean.database.data-dir", dataDir.toAbsolutePath().toString());
    }
    ConfigurableApplicationContext server = start(application, settings);
    System.out.println("Pabean is ready at " + address(server));
    Thread.currentThread().join();
    return 0;
  }

  /** Starts the server with settings that come before all others. */
  static ConfigurableApplicationContext start(Class<?> application, Map<String, Object> settings) {
    var arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(application).run(arguments);
  }

  static String address(ConfigurableApplicationContext server) {
    return "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
  }
}
