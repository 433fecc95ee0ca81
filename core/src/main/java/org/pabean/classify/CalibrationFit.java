package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits the figures of a {@link Calibration}: logistic regression by gradient steps over
 * standardised traits, with a small ridge. The same rows in the same order give the same figures.
 */
public final class CalibrationFit {

  private static final int STEPS = 4000;
  private static final double STEP = 0.5;
  private static final double RIDGE = 1e-3;

  private CalibrationFit() {}

  /**
   * The figures for a classifier.
   *
   * @param rows listings that the classifier has not been built from
   */
  public static Calibration fit(
      IndexClassifier classifier, List<Labelled> rows, String version, List<String> fittedOn) {
    List<double[]> traits = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (Labelled row : rows) {
      classifier
          .firstWithTraits(row.listing())
          .ifPresent(
              first -> {
                traits.add(first.traits());
                right.add(row.isRight(first.code(), 6));
              });
    }
    return new Calibration(
        version, regression(traits, right), Calibration.builtIn().temperature(), fittedOn);
  }

  private static List<Double> regression(List<double[]> traits, List<Boolean> right) {
    double[] mean = new double[Calibration.TRAITS];
    double[] spread = new double[Calibration.TRAITS];
    standardise(traits, mean, spread);
    double[] weights = new double[Calibration.TRAITS];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      for (int row = 0; row < traits.size(); row++) {
        double[] x = traits.get(row);
        double logit = 0;
        for (int i = 0; i < weights.length; i++) {
          logit += weights[i] * (x[i] - mean[i]) / spread[i];
        }
        double error = 1 / (1 + Math.exp(-logit)) - (right.get(row) ? 1 : 0);
        for (int i = 0; i < weights.length; i++) {
          gradient[i] += error * (x[i] - mean[i]) / spread[i];
        }
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= STEP * (gradient[i] / traits.size() + RIDGE * weights[i]);
      }
    }
    return inOriginalUnits(weights, mean, spread);
  }

  /** The first trait is the constant 1: it keeps mean 0 and spread 1. */
  private static void standardise(List<double[]> traits, double[] mean, double[] spread) {
    spread[0] = 1;
    for (int i = 1; i < mean.length; i++) {
      int trait = i;
      mean[i] = traits.stream().mapToDouble(x -> x[trait]).average().orElse(0);
      double centre = mean[i];
      double variance =
          traits.stream().mapToDouble(x -> Math.pow(x[trait] - centre, 2)).average().orElse(1);
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
