package org.pabean.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pabean.certify.Binomial;
import org.pabean.certify.Draw;
import org.pabean.certify.FixedSequence;
import org.pabean.evaluate.Interval;

/**
 * Lives through many made-up worlds in which the true error is known, with the code that the server
 * runs: {@code Worlds [WORLDS]}. In each, items come with a confidence, the machine finalises from
 * 0.85 on, a share is drawn for audits, and from the answers it is said what is proved.
 */
public final class Worlds {

  private static final double[] THRESHOLDS = {0.99, 0.98, 0.97, 0.95, 0.92, 0.90, 0.85};
  private static final double AIM = 0.02;
  private static final double SURE = 0.95;
  private static final double SHARE = 0.05;
  private static final int ITEMS = 20_000;

  private Worlds() {}

  /**
   * A kind of world.
   *
   * @param honesty what is taken from the log odds of the confidence to get the true chance of
   *     being right; 0 is honest, above 0 too sure
   * @param auditorErrs how often an auditor names another code though the machine's is right, or
   *     the machine's though it is wrong
   * @param drift by how much the honesty changes over the world's course
   */
  private record Kind(String name, double honesty, double auditorErrs, double drift) {}

  /** Prints a Markdown row for each kind of world. */
  public static void main(String[] args) {
    int worlds = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
    System.out.println(
        "| worlds | n | true error from 0.85 on % | opened % | opened above the aim % | bound below the truth % | estimate − truth | demoted after audits, median |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Kind kind :
        List.of(
            new Kind("honest", 0, 0, 0),
            new Kind("too sure", 1.0, 0, 0),
            new Kind("far too sure", 2.5, 0, 0),
            new Kind("too shy", -1.5, 0, 0),
            new Kind("turns from honest to far too sure", 0, 0, 2.5),
            new Kind("honest, auditors err in 1 of 100", 0, 0.01, 0))) {
      System.out.println(row(kind, worlds));
    }
  }

  /** What became of one world. */
  private record End(
      boolean opened, boolean broken, boolean missed, double truth, double off, int demotedAfter) {}

  private static String row(Kind kind, int worlds) {
    List<End> ends =
        IntStream.range(0, worlds)
            .parallel()
            .mapToObj(w -> live(kind, new SplittableRandom(31L * w + kind.name.hashCode())))
            .toList();
    int[] demotions =
        ends.stream().mapToInt(End::demotedAfter).filter(n -> n > 0).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %s | %s | %s | %+.5f | %s |",
        kind.name,
        worlds,
        100 * ends.stream().mapToDouble(End::truth).average().orElse(0),
        share(ends.stream().filter(End::opened).count(), worlds),
        share(ends.stream().filter(End::broken).count(), worlds),
        share(ends.stream().filter(End::missed).count(), worlds),
        ends.stream().mapToDouble(End::off).average().orElse(0),
        demotions.length == 0
            ? "never"
            : "%d (in %s %%)"
                .formatted(demotions[demotions.length / 2], share(demotions.length, worlds)));
  }

  private static String share(long some, int all) {
    return Interval.of(some, all).asPercentCell();
  }

  private static End live(Kind kind, SplittableRandom random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    var draw = new Draw(key, SHARE);
    long[] audits = new long[THRESHOLDS.length];
    long[] errors = new long[THRESHOLDS.length];
    long[] items = new long[THRESHOLDS.length];
    long[] wrongs = new long[THRESHOLDS.length];
    int demoted = 0;
    for (int i = 0; i < ITEMS; i++) {
      double confidence = 1 - 0.15 * Math.pow(random.nextDouble(), 2);
      double odds = Math.log(confidence / Math.max(1e-9, 1 - confidence));
      double shift = kind.honesty + kind.drift * i / ITEMS;
      boolean wrong = random.nextDouble() > 1 / (1 + Math.exp(-(odds - shift)));
      boolean drawn = draw.takes(Integer.toString(i));
      boolean found = random.nextDouble() < kind.auditorErrs ? !wrong : wrong;
      for (int t = 0; t < THRESHOLDS.length; t++) {
        if (confidence >= THRESHOLDS[t]) {
          items[t]++;
          wrongs[t] += wrong ? 1 : 0;
          audits[t] += drawn ? 1 : 0;
          errors[t] += drawn && found ? 1 : 0;
        }
      }
      int last = THRESHOLDS.length - 1;
      if (demoted == 0 && drawn && Binomial.lowerBound(errors[last], audits[last], SURE) > AIM) {
        demoted = (int) audits[last];
      }
    }
    return end(audits, errors, items, wrongs, demoted);
  }

  private static End end(long[] audits, long[] errors, long[] items, long[] wrongs, int demoted) {
    List<FixedSequence.Step> steps = new ArrayList<>();
    for (int t = 0; t < THRESHOLDS.length; t++) {
      steps.add(new FixedSequence.Step(THRESHOLDS[t], audits[t], errors[t]));
    }
    OptionalInt opened = FixedSequence.loosest(steps, AIM, SURE);
    boolean broken =
        opened.isPresent() && (double) wrongs[opened.getAsInt()] / items[opened.getAsInt()] > AIM;
    int all = THRESHOLDS.length - 1;
    double truth = (double) wrongs[all] / items[all];
    boolean missed = Binomial.upperBound(errors[all], audits[all], SURE) < truth;
    double estimate = audits[all] == 0 ? 0 : (double) errors[all] / audits[all];
    return new End(opened.isPresent(), broken, missed, truth, estimate - truth, demoted);
  }
}
