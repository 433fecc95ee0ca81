package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.pabean.classify.IndexClassifier;
import org.pabean.evaluate.Evaluation;
import org.pabean.evaluate.Interval;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;

/** Measures the built-in classifier on labelled files: {@code Accuracy FILE…}. */
public final class Accuracy {

  private Accuracy() {}

  /** Prints a Markdown row for each file. */
  public static void main(String[] args) throws IOException {
    IndexClassifier classifier = IndexClassifier.builtIn(Nomenclature.hs2022());
    System.out.println(
        "| file | n | HS6 top-1 | HS6 top-3 | HS4 top-1 | ECE | AURC | cov@5% | items/s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String arg : args) {
      String[] fileAndLimit = arg.split("@");
      int limit = fileAndLimit.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(fileAndLimit[1]);
      Path file = Path.of(fileAndLimit[0]);
      Evaluation e = Evaluation.of(classifier, LabelledFile.read(file, limit));
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %s | %s | %s | %.3f | %.3f | %.2f | %.0f |%n",
          file.getFileName(),
          e.n(),
          percent(e.rightAt(6)),
          percent(e.top3AtSix()),
          percent(e.rightAt(4)),
          e.ece(),
          e.aurc(),
          e.coverageAtError().getOrDefault("0.05", 0.0),
          e.itemsPerSecond());
    }
  }

  private static String percent(Interval share) {
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f–%.1f)",
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }
}
