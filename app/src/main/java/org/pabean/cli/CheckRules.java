package org.pabean.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.PackText;
import org.pabean.screening.Screener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks rule packs: form, words, conditions, and each rule against its own examples. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks rule packs and counts their rules; each fault with file, line and column.",
      "Without files, those that come with the program."
    })
final class CheckRules implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Rule packs, YAML.")
  private List<Path> files = List.of();

  @Option(
      names = "--date",
      paramLabel = "2026-11-26",
      description = "The day on which a rule may be stale (default: today).")
  private @Nullable LocalDate date;

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (command == null) {
      throw new IllegalStateException("a command runs only after it was parsed");
    }
    List<PackText> texts = new ArrayList<>();
    try {
      for (Path file : files) {
        texts.add(PackFiles.text(file));
      }
    } catch (IllegalArgumentException e) {
      command.commandLine().getErr().println(e.getMessage());
      return 2;
    }
    LocalDate today = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    Screener phrases = Screener.of(List.of());
    List<PackReport> reports =
        (texts.isEmpty() ? PackText.builtIn() : texts)
            .parallelStream().map(text -> PackReport.of(phrases, text, today)).toList();
    PrintWriter print = command.commandLine().getOut();
    print.println(
        json
            ? new JsonMapper().writeValueAsString(PackReport.asMap(reports))
            : PackReport.asText(reports));
    print.flush();
    return reports.stream().allMatch(report -> report.faults().isEmpty()) ? 0 : 1;
  }
}
