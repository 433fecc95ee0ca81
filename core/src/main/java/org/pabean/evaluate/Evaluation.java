package org.pabean.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pabean.classify.Classifier;
import org.pabean.classify.Labelled;

/**
 * How a classifier did on labelled listings. Listings for which it named no code count as wrong and
 * as least sure.
 *
 * @param n rows
 * @param top1 share right at 2, 4 and 6 digits
 * @param top3AtSix share with the right subheading among the first three
 * @param ece expected calibration error over 15 bins of equal mass
 * @param aurc area under the curve of risk against coverage
 * @param coverageAtError at each error rate, the largest share of rows, surest first, that stays
 *     within it
 * @param itemsPerSecond rows classified in a second on all cores
 */
public record Evaluation(
    int n,
    Map<Integer, Interval> top1,
    Interval top3AtSix,
    double ece,
    double aurc,
    Map<String, Double> coverageAtError,
    double itemsPerSecond) {

  static final int BINS = 15;
  private static final int WARM_UP = 200;

  /** The share of rows whose first answer is right to 2, 4 or 6 digits. */
  public Interval rightAt(int digits) {
    Interval share = top1.get(digits);
    if (share == null) {
      throw new IllegalArgumentException("measured at 2, 4 and 6 digits, not at " + digits);
    }
    return share;
  }

  /**
   * A run over labelled listings.
   *
   * @param judged each row and its answer, in the order of the file
   * @param evaluation the figures
   */
  public record Run(List<Judged> judged, Evaluation evaluation) {

    /** Copies the list. */
    public Run {
      judged = List.copyOf(judged);
    }
  }

  /** Classifies all rows, on all cores and after a short warm-up, and counts. */
  public static Run run(Classifier classifier, List<Labelled> rows) {
    rows.stream().limit(WARM_UP).parallel().forEach(row -> classifier.classify(row.listing()));
    long start = System.nanoTime();
    List<Judged> judged =
        rows.parallelStream().map(r -> Judged.of(r, classifier.classify(r.listing()))).toList();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(judged, of(judged, rows.size() / seconds));
  }

  /** The figures of answers already given. */
  public static Evaluation of(List<Judged> judged, double itemsPerSecond) {
    Map<Integer, Interval> top1 = new TreeMap<>();
    for (int digits = 2; digits <= 6; digits += 2) {
      int level = digits;
      long right = judged.stream().filter(one -> one.isRight(level)).count();
      top1.put(digits, Interval.of(right, judged.size()));
    }
    long top3 = judged.stream().filter(one -> one.isAmongFirst(3)).count();
    List<Judged> surestFirst = surestFirst(judged);
    Map<String, Double> coverage = new TreeMap<>();
    for (String error : List.of("0.01", "0.02", "0.05")) {
      coverage.put(error, coverage(surestFirst, Double.parseDouble(error)));
    }
    return new Evaluation(
        judged.size(),
        top1,
        Interval.of(top3, judged.size()),
        ece(surestFirst),
        aurc(surestFirst),
        coverage,
        itemsPerSecond);
  }

  /** The answers by falling confidence. */
  static List<Judged> surestFirst(List<Judged> judged) {
    return judged.stream()
        .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
        .toList();
  }

  private static double ece(List<Judged> surestFirst) {
    double error = 0;
    int n = surestFirst.size();
    for (int bin = 0; bin < BINS; bin++) {
      List<Judged> answers = surestFirst.subList(bin * n / BINS, (bin + 1) * n / BINS);
      double said = answers.stream().mapToDouble(Judged::confidence).sum();
      long right = answers.stream().filter(one -> one.isRight(6)).count();
      error += Math.abs(said - right);
    }
    return n == 0 ? 0 : error / n;
  }

  private static double aurc(List<Judged> surestFirst) {
    double area = 0;
    int wrong = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      wrong += surestFirst.get(i).isRight(6) ? 0 : 1;
      area += (double) wrong / (i + 1);
    }
    return surestFirst.isEmpty() ? 0 : area / surestFirst.size();
  }

  private static double coverage(List<Judged> surestFirst, double error) {
    int covered = 0;
    int wrong = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      wrong += surestFirst.get(i).isRight(6) ? 0 : 1;
      if (wrong <= error * (i + 1)) {
        covered = i + 1;
      }
    }
    return surestFirst.isEmpty() ? 0 : (double) covered / surestFirst.size();
  }
}
