package org.pabean.certify;

import java.util.List;
import java.util.OptionalInt;

/**
 * Learn-then-test with fixed-sequence testing (Angelopoulos, Bates, Candès, Jordan and Lei, 2021):
 * thresholds are tested from the strictest on, each at the full level, and the first that is not
 * proved ends the row. So the chance that a threshold is opened whose error exceeds the aim stays
 * within {@code 1 - confidence} for all of them together.
 *
 * <p>It assumes that the labels were drawn at random from what the machine finalised, by a draw
 * that looked at nothing else; that what is finalised tomorrow is of the same kind; and that those
 * who gave the labels were right. None of that is proved by counting.
 */
public final class FixedSequence {

  private FixedSequence() {}

  /**
   * A threshold, and the labels of what lay above it.
   *
   * @param threshold the lowest confidence that is enough
   * @param draws how many items above it were drawn and answered
   * @param errors how many of them were wrong
   */
  public record Step(double threshold, long draws, long errors) {}

  /**
   * The loosest threshold that is proved.
   *
   * @param steps from the strictest to the loosest
   * @param aim the highest error that is allowed
   * @return its number; empty if not even the strictest is proved
   */
  public static OptionalInt loosest(List<Step> steps, double aim, double confidence) {
    int proved = -1;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (Binomial.atMost(step.errors, step.draws, aim) > 1 - confidence || step.draws == 0) {
        break;
      }
      proved = i;
    }
    return proved < 0 ? OptionalInt.empty() : OptionalInt.of(proved);
  }
}
