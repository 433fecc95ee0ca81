package org.pabean.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where a command writes its answer, and how it says that it cannot do what was asked. */
@Command
final class Console {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  PrintWriter out() {
    return command().commandLine().getOut();
  }

  PrintWriter errors() {
    return command().commandLine().getErr();
  }

  void say(String answer) {
    out().println(answer);
    out().flush();
  }

  void sayJson(Object answer) {
    say(new JsonMapper().writeValueAsString(answer));
  }

  /** Says why not, and gives the exit code for it. */
  int refuse(String sentence) {
    errors().println(sentence);
    errors().flush();
    return 2;
  }

  int refuse(Exception reason) {
    return refuse(String.valueOf(reason.getMessage()));
  }

  /** The same, with a line for each fault. */
  int refuse(Exception reason, List<?> faults) {
    int exit = refuse(reason);
    faults.forEach(fault -> errors().println("  " + fault));
    errors().flush();
    return exit;
  }

  /** What stops the command with its usage, for an option that makes no sense. */
  ParameterException fault(String sentence) {
    return fault(command, sentence);
  }

  /** The same for a mixin with options. */
  static ParameterException fault(@Nullable CommandSpec command, String sentence) {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    return new ParameterException(command.commandLine(), sentence);
  }

  /** What a group of commands answers when none of them was named. */
  ParameterException nothingChosen() {
    return fault(
        "Say what to do: %s %s"
            .formatted(
                command().name(),
                String.join(" | ", command().commandLine().getSubcommands().keySet())));
  }

  /**
   * The file, which is there.
   *
   * @throws IllegalArgumentException if it is not
   */
  static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(file + ": there is no such file");
    }
    return file;
  }

  private CommandSpec command() {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    return command;
  }
}
