package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Labelled;
import org.pabean.evaluate.Evaluation;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;

/**
 * Measures the built-in classifier on labelled files: {@code Accuracy FILE[@LIMIT]…}; a file of
 * several languages is measured by language as well.
 */
public final class Accuracy {

  private Accuracy() {}

  /** Prints a Markdown row for each file and language. */
  public static void main(String[] args) throws IOException {
    JointClassifier classifier = JointClassifier.builtIn(Nomenclature.hs2022());
    System.out.println(
        "| rows | n | HS6 top-1 | HS6 top-3 | HS4 top-1 | ECE | AURC | cov@5% | items/s |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String arg : args) {
      String[] fileAndLimit = arg.split("@");
      int limit = fileAndLimit.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(fileAndLimit[1]);
      Path file = Path.of(fileAndLimit[0]);
      List<Labelled> rows = new ArrayList<>(LabelledFile.read(file, limit));
      System.out.println(row(file.getFileName().toString(), classifier, rows));
      Map<String, List<Labelled>> byLanguage =
          rows.stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.listing().lang(), TreeMap::new, Collectors.toList()));
      if (byLanguage.size() > 1) {
        byLanguage.forEach((lang, some) -> System.out.println(row("· " + lang, classifier, some)));
      }
    }
  }

  static String row(String name, JointClassifier classifier, List<Labelled> rows) {
    Evaluation e = Evaluation.run(classifier, rows).evaluation();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s | %s | %s | %.3f | %.3f | %.2f | %,.0f |",
        name,
        e.n(),
        e.rightAt(6).asPercentCell(),
        e.top3AtSix().asPercentCell(),
        e.rightAt(4).asPercentCell(),
        e.ece(),
        e.aurc(),
        e.coverageAtError().getOrDefault("0.05", 0.0),
        e.itemsPerSecond());
  }
}
