package org.pabean;

import org.pabean.cli.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: hands the command line to {@link Commands}, which may start the server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Pabean {

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit code. */
  public static int run(String... args) {
    return Commands.execute(Pabean.class, EmbeddedDatabase::reach, args);
  }
}
