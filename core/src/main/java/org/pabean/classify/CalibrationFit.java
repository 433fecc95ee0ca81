package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;
import org.pabean.classify.Calibration.LongTitles;

/**
 * Fits a {@link Calibration} by gradient steps with momentum over standardised signs, with a small
 * ridge. The same cases in the same order give the same figures.
 */
final class CalibrationFit {

  private static final int STEPS = 1000;
  private static final double STEP = 0.3;
  private static final double MOMENTUM = 0.9;
  private static final double RIDGE = 1e-3;
  private static final int NEWTON_STEPS = 25;
  private static final double TINY = 1e-9;

  private CalibrationFit() {}

  /**
   * One answer whose truth is known.
   *
   * @param signs see {@link Calibration#signs}
   * @param titleLength see {@link Familiarity#titleLength}
   * @param isCopy whether it is a stuffed copy, which only the part for long titles learns from
   * @param right whether the first candidate was right
   * @param inPool whether any candidate was
   * @param weight how much the case counts
   */
  record Case(
      double[] signs,
      double titleLength,
      boolean isCopy,
      boolean right,
      boolean inPool,
      double weight) {}

  static Calibration fit(List<Case> all) {
    List<Case> cases = all.stream().filter(one -> !one.isCopy).toList();
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
    List<Double> fitted = inOriginalUnits(weights, mean, spread);
    return new Calibration(
        fitted,
        wrong == 0 ? 1 : Math.round(1e5 * saved / wrong) / 1e5,
        cases.size() == all.size() ? LongTitles.NONE : longTitles(all, fitted));
  }

  /** Newton's steps over two figures, the log odds of the plain fit being given. */
  private static LongTitles longTitles(List<Case> all, List<Double> weights) {
    double[] plain =
        all.stream().mapToDouble(one -> Calibration.logOdds(weights, one.signs)).toArray();
    var fitted = LongTitles.NONE;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double shift = 0;
      double slope = 0;
      double[] curve = {TINY, 0, TINY};
      for (int i = 0; i < plain.length; i++) {
        Case one = all.get(i);
        double p = Calibration.probability(fitted.logOdds(plain[i], one.titleLength));
        double x = one.titleLength;
        double y = one.titleLength * plain[i];
        double error = one.weight * ((one.right ? 1 : 0) - p);
        double bend = one.weight * p * (1 - p);
        shift += error * x;
        slope += error * y;
        curve[0] += bend * x * x;
        curve[1] += bend * x * y;
        curve[2] += bend * y * y;
      }
      double determinant = curve[0] * curve[2] - curve[1] * curve[1];
      fitted =
          new LongTitles(
              fitted.shift() + (curve[2] * shift - curve[1] * slope) / determinant,
              fitted.slope() + (curve[0] * slope - curve[1] * shift) / determinant);
    }
    return new LongTitles(
        Math.round(1e5 * fitted.shift()) / 1e5, Math.round(1e5 * fitted.slope()) / 1e5);
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
