package org.pabean.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands around codes and tariffs. */
@Command(
    name = "tariff",
    mixinStandardHelpOptions = true,
    subcommands = {ImportTariff.class, ShowTariff.class, SearchTariff.class, CheckTariff.class},
    description = "Imports national tariffs, shows codes, checks the built-in data.")
final class Tariff implements Runnable {

  @Spec private @Nullable CommandSpec command;

  @Override
  public void run() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    throw new ParameterException(
        command.commandLine(),
        "Say what to do: tariff "
            + String.join(" | ", command.commandLine().getSubcommands().keySet()));
  }
}
