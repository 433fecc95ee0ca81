package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link Ranker} by gradient steps with momentum over standardised traits, with a small
 * ridge. The same pools in the same order give the same figures.
 */
final class RankerFit {

  private static final int STEPS = 600;
  private static final double STEP = 0.1;
  private static final double MOMENTUM = 0.9;
  private static final double RIDGE = 1e-2;

  private RankerFit() {}

  /**
   * A pool of candidates of which one is right.
   *
   * @param traits of each candidate
   * @param right its place in the pool
   * @param weight how much the pool counts
   */
  record Pool(double[][] traits, int right, double weight) {}

  static Ranker fit(List<Pool> pools) {
    double[] spread = spread(pools);
    double[] weights = new double[Trait.COUNT];
    double[] speed = new double[Trait.COUNT];
    double total = pools.stream().mapToDouble(Pool::weight).sum();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient(pools, weights, spread);
      for (int t = 0; t < weights.length; t++) {
        speed[t] = MOMENTUM * speed[t] - STEP * (gradient[t] / total + RIDGE * weights[t]);
        weights[t] += speed[t];
      }
    }
    List<Double> plain = new ArrayList<>();
    for (int t = 0; t < weights.length; t++) {
      plain.add(Math.round(1e5 * weights[t] / spread[t]) / 1e5);
    }
    return new Ranker(plain);
  }

  private static double[] gradient(List<Pool> pools, double[] weights, double[] spread) {
    double[] scaled = new double[weights.length];
    for (int t = 0; t < weights.length; t++) {
      scaled[t] = weights[t] / spread[t];
    }
    double[] gradient = new double[weights.length];
    for (Pool pool : pools) {
      double[] chances = Ranker.chances(pool.traits, scaled);
      for (int i = 0; i < chances.length; i++) {
        double error = pool.weight * (chances[i] - (i == pool.right ? 1 : 0));
        for (int t = 0; t < weights.length; t++) {
          gradient[t] += error * pool.traits[i][t] / spread[t];
        }
      }
    }
    return gradient;
  }

  /** How much each trait differs within pools; what is the same for all decides nothing. */
  private static double[] spread(List<Pool> pools) {
    double[] squares = new double[Trait.COUNT];
    long n = 0;
    for (Pool pool : pools) {
      for (int t = 0; t < squares.length; t++) {
        double mean = 0;
        for (double[] traits : pool.traits) {
          mean += traits[t] / pool.traits.length;
        }
        for (double[] traits : pool.traits) {
          squares[t] += (traits[t] - mean) * (traits[t] - mean);
        }
      }
      n += pool.traits.length;
    }
    double[] spread = new double[squares.length];
    for (int t = 0; t < spread.length; t++) {
      spread[t] = Math.max(1e-3, Math.sqrt(squares[t] / Math.max(1, n)));
    }
    return spread;
  }
}
