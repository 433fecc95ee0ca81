package org.pabean.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pabean.classify.Classifier;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
import org.pabean.screening.Screener;

/**
 * How screening did on cases whose findings are known.
 *
 * @param outcomes what it found, in the order of the cases
 */
public record TriggerRun(List<Outcome> outcomes) {

  /** Copies the list. */
  public TriggerRun {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What was found on one case.
   *
   * @param one the case
   * @param fired categories that hold the item
   * @param blocked those that block it
   * @param findings all that was found
   */
  public record Outcome(
      TriggerCase one, Set<String> fired, Set<String> blocked, List<Finding> findings) {

    /**
     * What is expected and was not found; behind a mark, what should have blocked and only held.
     */
    public Set<String> missed() {
      Set<String> missed = one.missed(fired);
      one.prohibited().stream()
          .filter(category -> fired.contains(category) && !blocked.contains(category))
          .forEach(category -> missed.add(category + "!"));
      return missed;
    }

    /** What was found and is neither expected nor allowed. */
    public Set<String> falseAlarms() {
      return one.falseAlarms(fired);
    }

    /** Whether it is as it should be. */
    public boolean isRight() {
      return missed().isEmpty() && falseAlarms().isEmpty();
    }
  }

  /**
   * Counts of one category.
   *
   * @param expected cases that must show it
   * @param found of these, how many do
   * @param judged cases that show it and may be judged right or wrong
   * @param right of these, how many should
   */
  public record Count(int expected, int found, int judged, int right) {

    /** The share of what should be found that is. */
    public Interval recall() {
      return Interval.of(found, expected);
    }

    /** The share of what is found that should be. */
    public Interval precision() {
      return Interval.of(right, judged);
    }

    Count plus(Count other) {
      return new Count(
          expected + other.expected,
          found + other.found,
          judged + other.judged,
          right + other.right);
    }
  }

  /** Classifies and screens all cases. */
  public static TriggerRun of(Classifier classifier, Screener screener, List<TriggerCase> cases) {
    return new TriggerRun(
        cases.parallelStream()
            .map(
                one -> {
                  List<Finding> findings =
                      screener.screen(
                          one.listing(),
                          one.destination(),
                          one.date(),
                          classifier.classify(one.listing()));
                  return new Outcome(
                      one,
                      categories(findings, Finding::holds),
                      categories(findings, f -> f.effect() == Effect.BLOCK),
                      findings);
                })
            .toList());
  }

  private static Set<String> categories(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream().filter(which).map(Finding::category).collect(Collectors.toSet());
  }

  /** The counts of each category. */
  public Map<String, Count> byCategory() {
    Map<String, Count> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      for (String category : outcome.one.expected()) {
        boolean found = outcome.fired.contains(category);
        counts.merge(
            category, new Count(1, found ? 1 : 0, found ? 1 : 0, found ? 1 : 0), Count::plus);
      }
      for (String category : outcome.falseAlarms()) {
        counts.merge(category, new Count(0, 0, 1, 0), Count::plus);
      }
    }
    return counts;
  }

  /** The counts of some categories together. */
  public Count together(Predicate<String> categories) {
    return byCategory().entrySet().stream()
        .filter(entry -> categories.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(new Count(0, 0, 0, 0), Count::plus);
  }

  /** The share of ordinary goods that something holds which is not allowed. */
  public Interval routineHeld() {
    List<Outcome> routine =
        outcomes.stream().filter(o -> o.one.kind() == TriggerCase.Kind.ROUTINE).toList();
    return Interval.of(
        routine.stream().filter(o -> !o.falseAlarms().isEmpty()).count(), routine.size());
  }

  /** The share of prohibited goods that are blocked. */
  public Interval prohibitedBlocked() {
    List<Outcome> prohibited =
        outcomes.stream().filter(o -> !o.one.prohibited().isEmpty()).toList();
    return Interval.of(
        prohibited.stream().filter(o -> !o.blocked.isEmpty()).count(), prohibited.size());
  }
}
