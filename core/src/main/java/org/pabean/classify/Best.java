package org.pabean.classify;

import java.util.Arrays;

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
  static int[] of(float[] scores, int count, int most, double above) {
    int[] best = new int[most];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (scores[i] > above && (n < most || scores[i] > scores[best[n - 1]])) {
        n = insert(scores, best, n, i);
      }
    }
    return Arrays.copyOf(best, n);
  }

  /** The same among some numbers only, in whatever order they come; those at 0 never count. */
  static int[] among(int[] numbers, int size, float[] scores, int most) {
    int[] best = new int[most];
    int n = 0;
    for (int at = 0; at < size; at++) {
      int i = numbers[at];
      if (scores[i] > 0 && (n < most || isBefore(scores, i, best[n - 1]))) {
        n = insert(scores, best, n, i);
      }
    }
    return Arrays.copyOf(best, n);
  }

  private static int insert(float[] scores, int[] best, int size, int number) {
    int n = size < best.length ? size + 1 : size;
    int at = n - 1;
    while (at > 0 && isBefore(scores, number, best[at - 1])) {
      best[at] = best[at - 1];
      at--;
    }
    best[at] = number;
    return n;
  }

  private static boolean isBefore(float[] scores, int number, int other) {
    return scores[number] > scores[other] || (scores[number] == scores[other] && number < other);
  }
}
