package org.pabean.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.evaluate.SimulationReport;
import org.pabean.oversight.RuleQuality;
import org.pabean.oversight.RuleUse;
import org.pabean.registry.PackDraft;
import org.pabean.registry.PackInForce;
import org.pabean.screening.Effect;
import org.pabean.screening.Rule;

/** What the pages of rules show. */
final class RuleViews {

  /** How long a person takes over a task, for what a rule would cost. */
  private static final int SECONDS_PER_TASK = 45;

  private RuleViews() {}

  /**
   * A rule and what it did.
   *
   * @param rule the rule
   * @param use what it did lately
   */
  record RuleRow(Rule rule, RuleUse use) {

    /** What it does to an item, as a word for people. */
    public String effect() {
      return switch (rule.applied()) {
        case SHADOW -> "on trial";
        case NOTE -> "tells";
        case HOLD -> "holds";
        case BLOCK -> "blocks";
      };
    }

    public String tone() {
      return switch (rule.applied()) {
        case SHADOW, NOTE -> "";
        case HOLD -> "held";
        case BLOCK -> "stop";
      };
    }
  }

  /**
   * A pack and what its rules did together.
   *
   * @param live the pack
   * @param rules its rules
   */
  record PackRow(PackInForce live, List<RuleRow> rules) {

    public long hits() {
      return rules.stream().mapToLong(row -> row.use.hits()).sum();
    }

    public long upheld() {
      return rules.stream().mapToLong(row -> row.use.upheld()).sum();
    }

    public long overturned() {
      return rules.stream().mapToLong(row -> row.use.overturned()).sum();
    }

    public long onTrial() {
      return rules.stream().filter(row -> row.rule.applied() == Effect.SHADOW).count();
    }

    public long unread() {
      return rules.stream().filter(row -> !row.rule.verified().equals("yes")).count();
    }
  }

  static PackRow pack(PackInForce live, Map<String, RuleUse> uses) {
    return new PackRow(
        live,
        live.pack().rules().stream()
            .map(rule -> new RuleRow(rule, use(live.pack().id(), rule.id(), uses)))
            .toList());
  }

  private static RuleUse use(String pack, String rule, Map<String, RuleUse> uses) {
    return uses.getOrDefault(RuleQuality.key(pack, rule), RuleUse.none(pack, rule));
  }

  /** Those that fired most first. */
  static List<RuleRow> busiest(PackRow pack) {
    return pack.rules.stream()
        .sorted(Comparator.comparingLong((RuleRow row) -> row.use.hits()).reversed())
        .toList();
  }

  /**
   * What a change of rules does.
   *
   * @param draft the pack that was checked
   * @param report what it would change about items on record
   */
  record Trial(PackDraft draft, SimulationReport report) {

    public int added() {
      return report.addedTasks();
    }

    public long minutes() {
      return Math.round(Math.abs(report.addedMinutes(SECONDS_PER_TASK)));
    }

    public List<SimulationReport.Change> shown() {
      return report.changes().stream()
          .sorted(Comparator.comparing(change -> !change.moves()))
          .limit(Page.SIZE)
          .toList();
    }

    public @Nullable String precision(SimulationReport.RuleCount count) {
      return count.decided() == 0 ? null : count.precision().asPercentCell();
    }
  }
}
