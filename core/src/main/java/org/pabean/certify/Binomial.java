package org.pabean.certify;

/**
 * Exact bounds on a probability from errors counted among independent draws (Clopper and Pearson,
 * 1934). They hold for every true probability and every number of draws; nothing is approximated
 * but the last digits.
 */
public final class Binomial {

  private static final int HALVINGS = 60;

  private Binomial() {}

  /** The probability of at most {@code errors} errors in {@code draws}, at a true rate. */
  public static double atMost(long errors, long draws, double rate) {
    check(errors, draws);
    if (errors >= draws || rate <= 0) {
      return 1;
    }
    if (rate >= 1) {
      return 0;
    }
    double term = draws * Math.log1p(-rate);
    double odds = Math.log(rate) - Math.log1p(-rate);
    double sum = Math.exp(term);
    for (long k = 1; k <= errors; k++) {
      term += Math.log(draws - k + 1.0) - Math.log(k) + odds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }

  /**
   * The highest rate that the count does not contradict: the true one is higher with a probability
   * of at most {@code 1 - confidence}. 1 without draws.
   */
  public static double upperBound(long errors, long draws, double confidence) {
    check(errors, draws);
    if (draws == errors) {
      return 1;
    }
    double low = (double) errors / draws;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(errors, draws, middle) > 1 - confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * The lowest rate that the count does not contradict: the true one is lower with a probability of
   * at most {@code 1 - confidence}. 0 without errors.
   */
  public static double lowerBound(long errors, long draws, double confidence) {
    check(errors, draws);
    return errors == 0 ? 0 : 1 - upperBound(draws - errors, draws, confidence);
  }

  /** How many draws without one error prove that the rate is at most {@code aim}. */
  public static long cleanDraws(double aim, double confidence) {
    return (long) Math.ceil(Math.log1p(-confidence) / Math.log1p(-aim));
  }

  /** How many more draws without an error prove it, after those counted. */
  public static long drawsMissing(long errors, long draws, double aim, double confidence) {
    long missing = 0;
    long step = 1;
    while (upperBound(errors, draws + missing, confidence) > aim) {
      missing += step;
      step = Math.max(1, missing / 64);
    }
    return missing;
  }

  private static void check(long errors, long draws) {
    if (errors < 0 || draws < errors) {
      throw new IllegalArgumentException("%d errors in %d draws".formatted(errors, draws));
    }
  }
}
