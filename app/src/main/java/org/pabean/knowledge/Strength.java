package org.pabean.knowledge;

import java.util.List;
import java.util.Locale;
import org.pabean.review.Decision;
import org.pabean.review.Verdict;

/** How much a decision weighs, the weightiest first. */
public enum Strength {
  /** An authority ruled so. */
  RULING,
  /** Somebody was in doubt, and a lead settled it. */
  ADJUDICATED,
  /** Two people came to the same answer. */
  TWO_PERSONS,
  /** One person decided. */
  ONE_PERSON;

  private static final String RULING_WORD = "ruling";

  /**
   * As far as it can be told from what was written down.
   *
   * @param decisions all on the item, as they stand
   * @param agreed whether somebody else had decided the same goods the same way
   */
  static Strength of(Decision decision, List<Decision> decisions, boolean agreed) {
    if (decision.answer().legalBasis().toLowerCase(Locale.ROOT).startsWith(RULING_WORD)) {
      return RULING;
    }
    boolean doubted =
        decisions.stream()
            .filter(other -> other.taskId().equals(decision.taskId()))
            .filter(other -> other.answer().verdict() == Verdict.ESCALATE)
            .anyMatch(other -> !other.by().id().equals(decision.by().id()));
    if (doubted) {
      return ADJUDICATED;
    }
    return agreed ? TWO_PERSONS : ONE_PERSON;
  }

  /** Whether it weighs more than another. */
  public boolean outweighs(Strength other) {
    return compareTo(other) < 0;
  }
}
