package org.pabean.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands around the record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks that the record of what happened is what was written.")
final class Audit implements Runnable {

  @Spec private @Nullable CommandSpec command;

  @Override
  public void run() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    throw new ParameterException(command.commandLine(), "Say what to do: audit verify");
  }
}
