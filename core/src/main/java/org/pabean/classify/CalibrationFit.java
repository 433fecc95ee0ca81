package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link Calibration} by gradient steps with momentum over standardised signs, with a small
 * ridge. The same cases in the same order give the same figures.
 */
final class CalibrationFit {

  private static final int STEPS = 1000;
  private static final double STEP = 0.3;
  private static final double MOMENTUM = 0.9;
  private static final double RIDGE = 1e-3;

  private CalibrationFit() {}

  /**
   * One answer whose truth is known.
   *
   * @param signs see {@link Calibration#signs}
   * @param right whether the first candidate was right
   * @param inPool whether any candidate was
   * @param weight how much the case counts
   */
  record Case(double[] signs, boolean right, boolean inPool, double weight) {}

  static Calibration fit(List<Case> cases) {
    double[] mean = new double[Calibration.SIGNS];
    double[] spread = new double[Calibration.SIGNS];
    standardise(cases, mean, spread);
    double[] weights = new double[Calibration.SIGNS];
    double[] speed = new double[Calibration.SIGNS];
    double total = cases.stream().mapToDouble(Case::weight).sum();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient(cases, weights, mean, spread);
      for (int i = 0; i < weights.length; i++) {
        speed[i] = MOMENTUM * speed[i] - STEP * (gradient[i] / total + RIDGE * weights[i]);
        weights[i] += speed[i];
      }
    }
    double wrong = cases.stream().filter(c -> !c.right).mapToDouble(Case::weight).sum();
    double saved = cases.stream().filter(c -> !c.right && c.inPool).mapToDouble(Case::weight).sum();
    return new Calibration(
        inOriginalUnits(weights, mean, spread),
        wrong == 0 ? 1 : Math.round(1e5 * saved / wrong) / 1e5);
  }

  private static double[] gradient(
      List<Case> cases, double[] weights, double[] mean, double[] spread) {
    double[] gradient = new double[weights.length];
    for (Case one : cases) {
      double logit = 0;
      for (int i = 0; i < weights.length; i++) {
        logit += weights[i] * (one.signs[i] - mean[i]) / spread[i];
      }
      double error = one.weight * (1 / (1 + Math.exp(-logit)) - (one.right ? 1 : 0));
      for (int i = 0; i < weights.length; i++) {
        gradient[i] += error * (one.signs[i] - mean[i]) / spread[i];
      }
    }
    return gradient;
  }

  /** The first sign is the constant 1: it keeps mean 0 and spread 1. */
  private static void standardise(List<Case> cases, double[] mean, double[] spread) {
    spread[0] = 1;
    for (int i = 1; i < mean.length; i++) {
      int sign = i;
      mean[i] = cases.stream().mapToDouble(c -> c.signs[sign]).average().orElse(0);
      double centre = mean[i];
      double variance =
          cases.stream().mapToDouble(c -> Math.pow(c.signs[sign] - centre, 2)).average().orElse(1);
      spread[i] = Math.max(1e-6, Math.sqrt(variance));
    }
  }

  private static List<Double> inOriginalUnits(double[] weights, double[] mean, double[] spread) {
    List<Double> plain = new ArrayList<>();
    double constant = weights[0];
    for (int i = 1; i < weights.length; i++) {
      constant -= weights[i] * mean[i] / spread[i];
      plain.add(Math.round(1e5 * weights[i] / spread[i]) / 1e5);
    }
    plain.add(0, Math.round(1e5 * constant) / 1e5);
    return plain;
  }
}
