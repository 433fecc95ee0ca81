package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.evaluate.TriggerCase;
import org.pabean.evaluate.TriggerFile;
import org.pabean.evaluate.TriggerRun;
import org.pabean.screening.PackText;
import org.pabean.screening.Screener;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures rule packs on listings whose findings are known. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Screens listings whose findings are known, and tells what was missed and what was false,",
      "with the words that matched. The format stands in docs/formats.md."
    })
final class TestRules implements Callable<Integer> {

  @Parameters(paramLabel = "FILE|FOLDER", description = "Tab-separated lines, .tsv.")
  private Path cases = Path.of("");

  @Option(
      names = "--pack",
      paramLabel = "NEW.yaml",
      description = "A pack instead of the built-in one of its name, or beside the others.")
  private @Nullable Path pack;

  @Option(
      names = "--date",
      paramLabel = "2026-11-26",
      description = "The date whose rules apply to lines that name none (default: today).")
  private @Nullable LocalDate date;

  @Mixin private ModelOption model = new ModelOption();

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    LocalDate asOf = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    List<TriggerCase> read;
    Screener screener;
    try {
      if (!Files.exists(cases)) {
        throw new IllegalArgumentException(cases + ": there is no such file or folder");
      }
      PackText text = pack == null ? null : PackFiles.text(pack);
      read = TriggerFile.read(cases, asOf);
      if (read.isEmpty()) {
        throw new IllegalArgumentException(cases + ": holds no lines");
      }
      screener = text == null ? Screener.builtIn() : PackFiles.with(Screener.builtIn(), text);
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    var report =
        new TriggerReport(TriggerRun.of(model.classifier(Nomenclature.hs2022()), screener, read));
    if (json) {
      console.sayJson(report.asMap());
    } else {
      console.say(report.asText());
    }
    return report.failed().isEmpty() ? 0 : 1;
  }
}
