package org.pabean.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Labelled;
import org.pabean.evaluate.Evaluation;
import org.pabean.evaluate.EvaluationReport;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the classifier on a labelled file. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures accuracy and calibration on a labelled file (text or title, and hs6).")
final class Evaluate implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "JSON Lines (.gz or not), CSV or XLSX.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "Read at most N rows.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Write report.html with the curves, and mistakes.csv.")
  private @Nullable Path report;

  @Mixin private ModelOption model = new ModelOption();

  @Mixin private Console console = new Console();

  @Override
  public Integer call() throws IOException {
    List<Labelled> rows;
    try {
      rows = LabelledFile.read(Console.existing(file), limit);
    } catch (IllegalArgumentException e) {
      return console.refuse(e);
    }
    if (rows.isEmpty()) {
      return console.refuse(file + ": holds no labelled rows");
    }
    Evaluation.Run run = Evaluation.run(model.classifier(Nomenclature.hs2022()), rows);
    Path folder = report;
    if (folder != null) {
      new EvaluationReport(run, "Evaluation on " + file.getFileName()).write(folder);
    }
    Evaluation evaluation = run.evaluation();
    if (json) {
      console.sayJson(asMap(evaluation));
    } else {
      print(console.out(), evaluation);
    }
    return 0;
  }

  private static Map<String, Object> asMap(Evaluation evaluation) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", evaluation.n());
    for (int digits : new int[] {2, 4, 6}) {
      map.put("hs" + digits + "_top1", evaluation.rightAt(digits).value());
    }
    map.put("hs6_top3", evaluation.top3AtSix().value());
    map.put("ece", evaluation.ece());
    map.put("aurc", evaluation.aurc());
    map.put("coverage_at_error", evaluation.coverageAtError());
    map.put("items_per_second", evaluation.itemsPerSecond());
    return map;
  }

  private static void print(PrintWriter print, Evaluation evaluation) {
    print.printf(Locale.ROOT, "%n  %d rows, 95 %% intervals in brackets%n%n", evaluation.n());
    for (int digits : new int[] {2, 4, 6}) {
      print.printf(
          "  right at %d digits, first answer   %s%n",
          digits, evaluation.rightAt(digits).inPercent());
    }
    print.printf("  right at 6 digits, first three    %s%n", evaluation.top3AtSix().inPercent());
    print.printf(Locale.ROOT, "  calibration error (ECE, 15 bins)  %.3f%n", evaluation.ece());
    print.printf(Locale.ROOT, "  risk–coverage area (AURC)         %.3f%n", evaluation.aurc());
    evaluation
        .coverageAtError()
        .forEach(
            (error, coverage) ->
                print.printf(
                    Locale.ROOT,
                    "  coverage at %s error            %.1f %%%n",
                    error,
                    100 * coverage));
    print.printf(
        Locale.ROOT, "  items a second, all cores         %.0f%n", evaluation.itemsPerSecond());
    print.flush();
  }
}
