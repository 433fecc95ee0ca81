package org.pabean.evaluate;

import java.util.Locale;

/**
 * A share with its 95 % interval (Wilson, 1927).
 *
 * @param value the share, 0 to 1; 0 if there were no trials
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {

  private static final double Z = 1.959964;

  /** The share of successes among trials. */
  public static Interval of(long successes, long trials) {
    if (trials == 0) {
      return new Interval(0, 0, 1);
    }
    double n = trials;
    double p = successes / n;
    double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    return new Interval(p, Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /** In percent, for people: {@code 52.0 % (45.1–58.8)}. */
  public String inPercent() {
    return percent("%.1f %% (%.1f–%.1f)");
  }

  /** The same for a table whose head says that these are percents. */
  public String asPercentCell() {
    return percent("%.1f (%.1f–%.1f)");
  }

  private String percent(String format) {
    return String.format(Locale.ROOT, format, 100 * value, 100 * low, 100 * high);
  }
}
