package org.pabean.classify;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins the views: a candidate's chance is a softmax over the pool of weighted traits (conditional
 * logit; McFadden, 1974). Fitted by {@link RankerFit}.
 *
 * @param weights one for each {@link Trait}
 */
record Ranker(List<Double> weights) {

  Ranker {
    weights = List.copyOf(weights);
    if (weights.size() != Trait.COUNT) {
      throw new IllegalArgumentException(
          "a ranker has %d weights, not %d".formatted(Trait.COUNT, weights.size()));
    }
  }

  /** The chance of each candidate, in the order of the pool; together 1. */
  double[] chances(double[][] traits) {
    return chances(traits, weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static double[] chances(double[][] traits, double[] weights) {
    double[] chances = new double[traits.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chances.length; i++) {
      for (int t = 0; t < weights.length; t++) {
        chances[i] += weights[t] * traits[i][t];
      }
      most = Math.max(most, chances[i]);
    }
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = Math.exp(chances[i] - most);
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  /** The places of the pool, likeliest first; of equal ones the lower code. */
  static int[] order(double[] chances) {
    return IntStream.range(0, chances.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -chances[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
