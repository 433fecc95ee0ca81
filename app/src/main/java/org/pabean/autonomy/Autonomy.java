package org.pabean.autonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.pabean.autonomy.AuditTable.Count;
import org.pabean.certify.Binomial;
import org.pabean.certify.FixedSequence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the audits so far prove, and what they would at other thresholds and aims. */
@Service
@Transactional(readOnly = true)
public class Autonomy {

  private static final double[] THRESHOLDS = {0.99, 0.98, 0.97, 0.95, 0.92, 0.90, 0.85};
  private static final double[] AIMS = {0.01, 0.02, 0.03, 0.05};

  private final AuditTable table;
  private final AutonomySettings settings;

  Autonomy(AuditTable table, AutonomySettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /**
   * What is proved, in one look.
   *
   * @param aim the highest error that is allowed
   * @param confidence how sure one must be
   * @param share the share of final items that is drawn
   * @param all of all destinations together
   * @param destinations of each
   * @param decided of items that only repeat what a person decided, all destinations together
   * @param ladder by threshold, from the strictest on
   * @param whatIf what other aims would open
   */
  public record View(
      double aim,
      double confidence,
      double share,
      Standing all,
      List<Standing> destinations,
      Standing decided,
      List<Rung> ladder,
      List<WhatIf> whatIf) {}

  /**
   * The audits of items from one confidence on.
   *
   * @param threshold the confidence
   * @param audits how many were answered
   * @param errors how many of them were wrong
   * @param bound the error above the threshold is at most this, taken alone
   * @param proved whether the aim is proved for it and all that are stricter
   */
  public record Rung(double threshold, long audits, long errors, double bound, boolean proved) {}

  /**
   * What another aim would do.
   *
   * @param aim the highest error allowed
   * @param threshold the loosest threshold that is proved for it; 1 if none is
   * @param missing how many more audits without an error the present threshold would need
   */
  public record WhatIf(double aim, double threshold, long missing) {

    /** Whether any threshold is proved. */
    public boolean opens() {
      return threshold < 1;
    }
  }

  /** What is proved now. */
  public View view() {
    List<Standing> destinations = table.counts(false, 0).stream().map(this::standing).toList();
    List<FixedSequence.Step> steps = steps();
    int proved = FixedSequence.loosest(steps, settings.aim(), settings.confidence()).orElse(-1);
    List<Rung> ladder = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      FixedSequence.Step step = steps.get(i);
      double bound = Binomial.upperBound(step.errors(), step.draws(), settings.confidence());
      ladder.add(new Rung(step.threshold(), step.draws(), step.errors(), bound, i <= proved));
    }
    Standing all = standing(together(table.counts(false, 0)));
    return new View(
        settings.aim(),
        settings.confidence(),
        settings.auditShare(),
        all,
        destinations,
        standing(together(table.counts(true, 0))),
        ladder,
        whatIf(steps, all));
  }

  private List<FixedSequence.Step> steps() {
    List<FixedSequence.Step> steps = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      Count count = together(table.counts(false, threshold));
      steps.add(new FixedSequence.Step(threshold, count.answered(), count.errors()));
    }
    return steps;
  }

  private List<WhatIf> whatIf(List<FixedSequence.Step> steps, Standing all) {
    List<WhatIf> answers = new ArrayList<>();
    for (double aim : AIMS) {
      OptionalInt opened = FixedSequence.loosest(steps, aim, settings.confidence());
      double threshold = opened.isPresent() ? steps.get(opened.getAsInt()).threshold() : 1;
      answers.add(
          new WhatIf(
              aim,
              threshold,
              Binomial.drawsMissing(all.errors(), all.audits(), aim, settings.confidence())));
    }
    return answers;
  }

  private static Count together(List<Count> counts) {
    return new Count(
        "*",
        counts.stream().mapToLong(Count::drawn).sum(),
        counts.stream().mapToLong(Count::answered).sum(),
        counts.stream().mapToLong(Count::errors).sum());
  }

  private Standing standing(Count count) {
    return new Standing(
        count.destination(),
        count.drawn(),
        count.answered(),
        count.errors(),
        Binomial.upperBound(count.errors(), count.answered(), settings.confidence()),
        Binomial.drawsMissing(
            count.errors(), count.answered(), settings.aim(), settings.confidence()));
  }
}
