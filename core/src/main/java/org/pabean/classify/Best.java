package org.pabean.classify;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Finds the numbers with the highest scores, without sorting all. */
final class Best {

  private Best() {}

  /**
   * The numbers below {@code count} with the highest scores, the highest first; of equal ones the
   * lower number.
   *
   * @param most how many at most
   * @param above only scores above this count
   */
  static int[] of(int count, int most, double above, IntToDoubleFunction score) {
    int[] best = new int[most];
    double[] scores = new double[most];
    int n = 0;
    for (int i = 0; i < count; i++) {
      double of = score.applyAsDouble(i);
      if (of > above && (n < most || of > scores[n - 1])) {
        int at = n < most ? n++ : n - 1;
        while (at > 0 && scores[at - 1] < of) {
          scores[at] = scores[at - 1];
          best[at] = best[at - 1];
          at--;
        }
        scores[at] = of;
        best[at] = i;
      }
    }
    return Arrays.copyOf(best, n);
  }
}
