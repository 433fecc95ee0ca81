package org.pabean.evaluate;

import java.util.List;
import org.pabean.classify.Candidate;
import org.pabean.classify.Labelled;
import org.pabean.classify.Ranking;

/**
 * One labelled listing and what the classifier said of it.
 *
 * @param row the listing and its code
 * @param candidates the answer, likeliest first; empty if none was given
 */
public record Judged(Labelled row, List<Candidate> candidates) {

  /** Copies the list. */
  public Judged {
    candidates = List.copyOf(candidates);
  }

  static Judged of(Labelled row, Ranking ranking) {
    return new Judged(row, ranking.candidates());
  }

  /** The confidence of the first answer; 0 if none was given. */
  public double confidence() {
    return candidates.isEmpty() ? 0 : candidates.get(0).confidence();
  }

  /** Whether the first answer is right to 2, 4 or 6 digits. */
  public boolean isRight(int digits) {
    return !candidates.isEmpty() && row.isRight(candidates.get(0).code(), digits);
  }

  /** Whether the right subheading is among the first few. */
  public boolean isAmongFirst(int few) {
    return candidates.stream().limit(few).anyMatch(c -> row.isRight(c.code(), 6));
  }
}
