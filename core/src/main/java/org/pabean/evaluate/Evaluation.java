package org.pabean.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Labelled;
import org.pabean.classify.Ranking;

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
 * @param itemsPerSecond rows classified in a second on one thread
 */
public record Evaluation(
    int n,
    Map<Integer, Interval> top1,
    Interval top3AtSix,
    double ece,
    double aurc,
    Map<String, Double> coverageAtError,
    double itemsPerSecond) {

  private static final int BINS = 15;

  /** The share of rows whose first answer is right to 2, 4 or 6 digits. */
  public Interval rightAt(int digits) {
    Interval share = top1.get(digits);
    if (share == null) {
      throw new IllegalArgumentException("measured at 2, 4 and 6 digits, not at " + digits);
    }
    return share;
  }

  private record Answer(double confidence, boolean right) {}

  /** Classifies all rows and counts. */
  public static Evaluation of(Classifier classifier, List<Labelled> rows) {
    List<Answer> answers = new ArrayList<>();
    Map<Integer, Integer> right = new TreeMap<>(Map.of(2, 0, 4, 0, 6, 0));
    int top3 = 0;
    long start = System.nanoTime();
    for (Labelled row : rows) {
      Ranking ranking = classifier.classify(row.listing());
      List<Candidate> candidates = ranking.candidates();
      right.replaceAll((level, count) -> count + (isRight(candidates, row, level) ? 1 : 0));
      top3 += candidates.stream().limit(3).anyMatch(c -> row.isRight(c.code(), 6)) ? 1 : 0;
      double confidence = ranking.first().map(Candidate::confidence).orElse(0.0);
      answers.add(new Answer(confidence, isRight(candidates, row, 6)));
    }
    double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
    Map<Integer, Interval> top1 = new TreeMap<>();
    right.forEach((level, count) -> top1.put(level, Interval.of(count, rows.size())));
    answers.sort(Comparator.comparingDouble(Answer::confidence).reversed());
    Map<String, Double> coverage = new TreeMap<>();
    for (String error : List.of("0.01", "0.02", "0.05")) {
      coverage.put(error, coverage(answers, Double.parseDouble(error)));
    }
    return new Evaluation(
        rows.size(),
        top1,
        Interval.of(top3, rows.size()),
        ece(answers),
        aurc(answers),
        coverage,
        rows.size() / seconds);
  }

  private static boolean isRight(List<Candidate> candidates, Labelled row, int level) {
    return !candidates.isEmpty() && row.isRight(candidates.get(0).code(), level);
  }

  private static double ece(List<Answer> surestFirst) {
    double error = 0;
    int n = surestFirst.size();
    for (int bin = 0; bin < BINS; bin++) {
      List<Answer> answers = surestFirst.subList(bin * n / BINS, (bin + 1) * n / BINS);
      double said = answers.stream().mapToDouble(Answer::confidence).sum();
      long right = answers.stream().filter(Answer::right).count();
      error += Math.abs(said - right);
    }
    return n == 0 ? 0 : error / n;
  }

  private static double aurc(List<Answer> surestFirst) {
    double area = 0;
    int wrong = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      wrong += surestFirst.get(i).right ? 0 : 1;
      area += (double) wrong / (i + 1);
    }
    return surestFirst.isEmpty() ? 0 : area / surestFirst.size();
  }

  private static double coverage(List<Answer> surestFirst, double error) {
    int covered = 0;
    int wrong = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      wrong += surestFirst.get(i).right ? 0 : 1;
      if (wrong <= error * (i + 1)) {
        covered = i + 1;
      }
    }
    return surestFirst.isEmpty() ? 0 : (double) covered / surestFirst.size();
  }
}
