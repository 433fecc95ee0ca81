package org.pabean.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pabean.classify.IndexRanking;
import org.pabean.classify.Labelled;
import org.pabean.evaluate.Evaluation;
import org.pabean.evaluate.Interval;
import org.pabean.evaluate.Judged;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;

/**
 * How often the right subheading is among the first 1, 3 and 10 by the goods index and the
 * descriptions alone: {@code Coverage FILE…}.
 */
public final class Coverage {

  private Coverage() {}

  /** Prints a Markdown row for each file. */
  public static void main(String[] args) throws IOException {
    var index = new IndexRanking(Nomenclature.hs2022());
    System.out.println("| file | n | first | first 3 | first 10 |");
    System.out.println("|---|---|---|---|---|");
    for (String arg : args) {
      List<Labelled> rows = LabelledFile.read(Path.of(arg), Integer.MAX_VALUE);
      List<Judged> judged = Evaluation.run(index, rows).judged();
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %s | %s | %s |%n",
          Path.of(arg).getFileName(),
          rows.size(),
          share(judged, 1),
          share(judged, 3),
          share(judged, 10));
    }
  }

  private static String share(List<Judged> judged, int few) {
    long found = judged.stream().filter(one -> one.isAmongFirst(few)).count();
    return Interval.of(found, judged.size()).asPercentCell();
  }
}
