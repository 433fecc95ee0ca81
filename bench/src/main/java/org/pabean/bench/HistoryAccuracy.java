package org.pabean.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pabean.classify.JointClassifier;
import org.pabean.classify.Labelled;
import org.pabean.classify.Learner;
import org.pabean.classify.Model;
import org.pabean.evaluate.LabelledFile;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/**
 * A seller's history: learns 80 % of a file and measures on the other 20 %, cut by groups of near
 * duplicates: {@code HistoryAccuracy BASE_MODEL FOLDER FILE…}. The base model must not have been
 * trained on the files. Writes the same rows as {@code NAME.train} and {@code NAME.test} into the
 * folder, one text a line after {@code __label__CODE}, for other programs to be measured on.
 */
public final class HistoryAccuracy {

  private static final double TEST = 0.2;

  private HistoryAccuracy() {}

  /** Prints a Markdown row for each file. */
  public static void main(String[] args) throws IOException {
    Nomenclature nomenclature = Nomenclature.hs2022();
    Model base = Model.read(Path.of(args[0]));
    Path folder = Files.createDirectories(Path.of(args[1]));
    var learner = new Learner(nomenclature, base);
    for (int i = 2; i < args.length; i++) {
      Path file = Path.of(args[i]);
      List<Labelled> rows = new ArrayList<>(LabelledFile.read(file, Integer.MAX_VALUE));
      rows.removeIf(row -> nomenclature.find(row.code()).isEmpty());
      List<Labelled> test = new ArrayList<>();
      List<Labelled> train = new ArrayList<>();
      split(rows, train, test);
      write(folder.resolve(row(file) + ".train"), train);
      write(folder.resolve(row(file) + ".test"), test);
      long start = System.nanoTime();
      Model learned = learner.learn(train, "history").model();
      double seconds = (System.nanoTime() - start) / 1e9;
      JointClassifier classifier = JointClassifier.of(nomenclature, base, learned);
      System.out.printf(
          Locale.ROOT,
          "%s learned %,d rows in %.0f s%n",
          Accuracy.row(row(file), classifier, test),
          train.size(),
          seconds);
      System.out.println(
          Accuracy.row(
              row(file) + " without history", JointClassifier.of(nomenclature, base), test));
    }
  }

  private static String row(Path file) {
    return file.getFileName().toString().replaceFirst("\\..*", "");
  }

  private static void split(List<Labelled> rows, List<Labelled> train, List<Labelled> test) {
    Map<String, List<Labelled>> groups =
        rows.stream()
            .collect(Collectors.groupingBy(Learner::groupOf, TreeMap::new, Collectors.toList()));
    List<List<Labelled>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(7));
    for (List<Labelled> group : shuffled) {
      (test.size() < TEST * rows.size() ? test : train).addAll(group);
    }
  }

  private static void write(Path file, List<Labelled> rows) throws IOException {
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (Labelled row : rows) {
        String text = String.join(" ", Words.keys(row.listing().title()));
        out.printf("__label__%s %s%n", row.code().digits(), text);
      }
    }
  }
}
