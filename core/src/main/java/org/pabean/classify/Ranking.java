package org.pabean.classify;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.GoodsQuestion;

/**
 * The answer of a classifier.
 *
 * @param candidates the likeliest first; empty if the listing is like nothing known
 * @param question the one fact that would separate the first candidates, if there is one
 */
public record Ranking(List<Candidate> candidates, @Nullable GoodsQuestion question) {

  /** Copies the list. */
  public Ranking {
    candidates = List.copyOf(candidates);
  }

  /** A ranking that says: I do not know. */
  public static Ranking unknown() {
    return new Ranking(List.of(), null);
  }

  /** The likeliest candidate. */
  public Optional<Candidate> first() {
    return candidates.stream().findFirst();
  }

  /** How far the first candidate's confidence lies above the second's; 0 without candidates. */
  public double margin() {
    if (candidates.isEmpty()) {
      return 0;
    }
    double second = candidates.size() == 1 ? 0 : candidates.get(1).confidence();
    return candidates.get(0).confidence() - second;
  }
}
