package org.pabean.cli;

import java.io.IOException;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    List<PackText> texts = new ArrayList<>();
    try {
      for (Path file : files) {
        texts.add(PackFiles.text(file));
      }
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    LocalDate today = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    Screener phrases = Screener.of(List.of());
    List<PackReport> reports =
        (texts.isEmpty() ? PackText.builtIn() : texts)
            .parallelStream().map(text -> PackReport.of(phrases, text, today)).toList();
    if (json) {
      console.sayJson(PackReport.asMap(reports));
    } else {
      console.say(PackReport.asText(reports));
    }
    return reports.stream().allMatch(report -> report.faults().isEmpty()) ? 0 : 1;
  }
}
