package org.pabean.evaluate;

import java.util.List;
import java.util.Locale;

/** The two curves of a report as SVG, axes from 0 to 1. */
final class Charts {

  private static final int SIZE = 300;
  private static final int MARGIN = 40;
  private static final int POINTS = 200;

  private Charts() {}

  static String reliability(List<Judged> surestFirst) {
    int n = surestFirst.size();
    var dots = new StringBuilder();
    for (int bin = 0; bin < Evaluation.BINS; bin++) {
      List<Judged> in =
          surestFirst.subList(bin * n / Evaluation.BINS, (bin + 1) * n / Evaluation.BINS);
      if (!in.isEmpty()) {
        double said = in.stream().mapToDouble(Judged::confidence).average().orElse(0);
        long right = in.stream().filter(one -> one.isRight(6)).count();
        Interval share = Interval.of(right, in.size());
        dots.append(line(said, share.low(), said, share.high(), "#9aa3b2"));
        dots.append(
            String.format(
                Locale.ROOT,
                "<circle cx='%.1f' cy='%.1f' r='4' fill='#1f5fbf'/>",
                x(said),
                y(share.value())));
      }
    }
    return frame("confidence said", "share right", line(0, 0, 1, 1, "#9aa3b2") + dots);
  }

  static String riskCoverage(List<Judged> surestFirst) {
    var points = new StringBuilder();
    int n = surestFirst.size();
    int wrong = 0;
    for (int i = 0; i < n; i++) {
      wrong += surestFirst.get(i).isRight(6) ? 0 : 1;
      if (n < POINTS || i % (n / POINTS) == 0 || i == n - 1) {
        points.append(
            String.format(
                Locale.ROOT, "%.1f,%.1f ", x((i + 1.0) / n), y((double) wrong / (i + 1))));
      }
    }
    return frame(
        "share of listings taken, surest first",
        "share wrong",
        "<polyline fill='none' stroke='#1f5fbf' stroke-width='2' points='" + points + "'/>");
  }

  private static String frame(String across, String up, String inside) {
    var ticks = new StringBuilder();
    for (int i = 0; i <= 5; i++) {
      double at = i / 5.0;
      ticks.append(
          String.format(
              Locale.ROOT,
              "<text x='%.0f' y='%d' text-anchor='middle'>%.1f</text>"
                  + "<text x='%d' y='%.0f' text-anchor='end'>%.1f</text>",
              x(at),
              SIZE + MARGIN + 16,
              at,
              MARGIN - 6,
              y(at) + 4,
              at));
    }
    int all = SIZE + 2 * MARGIN;
    return """
        <svg viewBox='0 0 %1$d %1$d' font-size='11' fill='#1d2433' role='img'>
        <rect x='%2$d' y='%2$d' width='%3$d' height='%3$d' fill='none' stroke='#dde1e8'/>%4$s%5$s
        <text x='%6$d' y='%7$d' text-anchor='middle'>%8$s</text>
        <text transform='translate(12 %6$d) rotate(-90)' text-anchor='middle'>%9$s</text></svg>
        """
        .formatted(all, MARGIN, SIZE, ticks, inside, all / 2, all - 6, across, up);
  }

  private static String line(double x1, double y1, double x2, double y2, String colour) {
    return String.format(
        Locale.ROOT,
        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s'/>",
        x(x1),
        y(y1),
        x(x2),
        y(y2),
        colour);
  }

  private static double x(double share) {
    return MARGIN + SIZE * share;
  }

  private static double y(double share) {
    return MARGIN + SIZE * (1 - share);
  }
}
