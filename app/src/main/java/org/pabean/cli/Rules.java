package org.pabean.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands around rule packs. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    subcommands = {CheckRules.class, TestRules.class, SimulateRules.class},
    description = "Checks rule packs, measures them, and shows what a new one would cost.")
final class Rules implements Runnable {

  @Spec private @Nullable CommandSpec command;

  @Override
  public void run() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    throw new ParameterException(
        command.commandLine(),
        "Say what to do: rules "
            + String.join(" | ", command.commandLine().getSubcommands().keySet()));
  }
}
