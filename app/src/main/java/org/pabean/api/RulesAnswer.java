package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.evaluate.SimulationReport;
import org.pabean.oversight.RuleQuality;
import org.pabean.oversight.RuleUse;
import org.pabean.registry.PackDraft;
import org.pabean.registry.PackInForce;
import org.pabean.registry.PackProposal;
import org.pabean.registry.PackVersion;

/** What the API says of rule packs. */
final class RulesAnswer {

  /** What a review task is taken to cost. */
  private static final int SECONDS_PER_TASK = 45;

  private RulesAnswer() {}

  /** The packs in force. */
  @Schema(name = "RulePacks")
  record Packs(List<Pack> packs) {}

  /** A pack in force. */
  @Schema(name = "RulePack")
  record Pack(
      String id,
      String version,
      @Schema(description = "ISO country; * for all.") String destination,
      String title,
      @Schema(description = "Whether it was put in force here instead of what comes along.")
          boolean edited,
      @Nullable Instant since,
      @Nullable String by,
      @Schema(description = "The version that comes with the program; null if none does.")
          @Nullable String shipped,
      List<Rule> rules) {

    static Pack of(PackInForce live, Map<String, RuleUse> uses) {
      String id = live.pack().id();
      return new Pack(
          id,
          live.pack().version(),
          live.pack().destination(),
          live.pack().title(),
          live.edited(),
          live.since(),
          live.by(),
          live.shipped(),
          live.pack().rules().stream()
              .map(
                  rule ->
                      Rule.of(
                          rule,
                          uses.getOrDefault(
                              RuleQuality.key(id, rule.id()), RuleUse.none(id, rule.id()))))
              .toList());
    }
  }

  /** A rule, and what it did lately. */
  @Schema(name = "Rule")
  record Rule(
      String id,
      String title,
      String category,
      @Schema(allowableValues = {"SHADOW", "NOTE", "HOLD", "BLOCK"}) String effect,
      String status,
      String authority,
      String instrument,
      String source,
      @Schema(allowableValues = {"yes", "part", "no"}) String verified,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      LocalDate lastChecked,
      String reason,
      String provide,
      @Schema(description = "The condition, in CEL.") String when,
      @Schema(description = "On how many items it fired in the last 90 days.") long hits,
      @Nullable Instant lastFired,
      long upheld,
      long overturned) {

    static Rule of(org.pabean.screening.Rule rule, RuleUse use) {
      return new Rule(
          rule.id(),
          rule.title(),
          rule.category(),
          rule.applied().name(),
          rule.status(),
          rule.authority(),
          rule.instrument(),
          rule.source(),
          rule.verified(),
          rule.effectiveFrom(),
          rule.effectiveTo(),
          rule.lastChecked(),
          rule.reason(),
          rule.provide(),
          rule.when(),
          use.hits(),
          use.lastFired(),
          use.upheld(),
          use.overturned());
    }
  }

  /** Versions of a pack. */
  @Schema(name = "RulePackVersions")
  record Versions(List<Version> versions) {
    static Versions of(List<PackVersion> all) {
      return new Versions(
          all.stream()
              .map(v -> new Version(v.version(), v.storedAt(), v.inForce(), v.shipped()))
              .toList());
    }
  }

  /** A version of a pack. */
  @Schema(name = "RulePackVersion")
  record Version(String version, Instant storedAt, boolean inForce, boolean shipped) {}

  /** Changes of packs. */
  @Schema(name = "RuleProposals")
  record Proposals(List<Proposal> proposals) {}

  /** A change of a pack. */
  @Schema(name = "RuleProposal")
  record Proposal(
      UUID id,
      String pack,
      String version,
      boolean rollBack,
      String why,
      @Schema(description = "Whether it may let pass what is held now: it takes two leads then.")
          boolean loosens,
      String proposedBy,
      Instant proposedAt,
      @Schema(allowableValues = {"WAITING", "LIVE", "REFUSED", "WITHDRAWN"}) String state,
      @Nullable String settledBy,
      @Nullable Instant settledAt) {

    static Proposal of(PackProposal proposal) {
      return new Proposal(
          proposal.id(),
          proposal.pack(),
          proposal.version(),
          proposal.rollBack(),
          proposal.why(),
          proposal.loosens(),
          proposal.proposedByName(),
          proposal.proposedAt(),
          proposal.state().name(),
          proposal.settledByName(),
          proposal.settledAt());
    }
  }

  /** What a pack would change. */
  @Schema(name = "RulePackTrial")
  record Trial(
      String pack,
      String version,
      boolean loosens,
      List<Change> rules,
      @Schema(description = "How many items on record it was tried on.") int items,
      @Schema(description = "How many more review tasks; below 0 if fewer.") int addedTasks,
      double addedMinutes,
      @Schema(description = "Items that rules hold now and none would.") int released,
      @Schema(description = "Up to 500 items that change lane.") List<Moved> moved) {

    private static final int MOST = 500;

    static Trial of(PackDraft draft, SimulationReport report) {
      return new Trial(
          draft.pack().id(),
          draft.pack().version(),
          draft.change().loosens(),
          draft.change().rules().stream()
              .map(c -> new Change(c.rule(), c.title(), c.kind().name(), c.loosens()))
              .toList(),
          report.items(),
          report.addedTasks(),
          report.addedMinutes(SECONDS_PER_TASK),
          report.released().size(),
          report.moved().stream().limit(MOST).map(Moved::of).toList());
    }
  }

  /** A rule that differs. */
  @Schema(name = "RuleChange")
  record Change(
      String rule,
      String title,
      @Schema(allowableValues = {"ADDED", "REMOVED", "CHANGED"}) String kind,
      @Schema(description = "In what way it may let pass what it held.") List<String> loosens) {}

  /** An item that changes lane. */
  @Schema(name = "MovedItem")
  record Moved(
      String item, String title, String destination, String before, String after, List<String> by) {

    static Moved of(SimulationReport.Change change) {
      List<String> by =
          (change.gained().isEmpty() ? change.lost() : change.gained())
              .stream().map(finding -> finding.rule()).toList();
      return new Moved(
          change.id(),
          change.title(),
          change.destination(),
          change.before().name(),
          change.after().name(),
          by);
    }
  }
}
