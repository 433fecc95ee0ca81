package org.pabean.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
    name = "pabean",
    mixinStandardHelpOptions = true,
    version = "Pabean 0.1.0",
    description = "Classifies what you ship into South-East Asia, with a person in the loop.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, with rejected rows, faults found or changes to accept",
      "2:bad arguments or unreadable input",
      "3:internal failure"
    })
public final class Commands implements Runnable {

  private Commands() {}

  /** Runs one command and returns its exit code. */
  public static int execute(Class<?> application, Databases databases, String... args) {
    var line = new CommandLine(new Commands());
    line.addSubcommand(new Demo(application));
    line.addSubcommand(new Serve(application));
    line.addSubcommand(new Classify());
    line.addSubcommand(new Explain());
    line.addSubcommand(new FillDocuments());
    line.addSubcommand(new Evaluate());
    line.addSubcommand(new Learn());
    line.addSubcommand(new Tariff());
    line.addSubcommand(new Rules());
    line.addSubcommand(
        new CommandLine(new Audit())
            .addSubcommand(new VerifyRecord(databases))
            .addSubcommand(new VerifyCertificate()));
    line.addSubcommand(new WarmUp(application));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println(command.getColorScheme().errorText(sentence(failure)));
          return 3;
        });
    return line.execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  private static String sentence(Exception failure) {
    return "Pabean failed: %s (%s)".formatted(failure.getMessage(), failure.getClass().getName());
  }
}
