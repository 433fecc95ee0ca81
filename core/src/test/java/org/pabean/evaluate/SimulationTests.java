package org.pabean.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.assess.Gate;
import org.pabean.assess.Lane;
import org.pabean.assess.Precedents;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;

class SimulationTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Screener NONE = Screener.of(List.of()).with(pack("spoons", "hold", "spoon"));
  private final AtomicInteger classified = new AtomicInteger();
  private final Assessor assessor =
      new Assessor(
          Nomenclature.hs2022(),
          new Sure(),
          NONE,
          Precedents.none(),
          new Gate(0.85),
          Duration.ofSeconds(20));

  @Test
  void whatARuleHoldsAnewIsCountedAndCosts() {
    var simulation = new Simulation();
    Screener more = NONE.with(pack("mugs", "hold", "mug"));
    for (String title : List.of("red mug", "blue mug", "spoon", "spoon and mug", "bowl")) {
      simulation.add(item(title, more, null));
    }
    SimulationReport report = simulation.report();

    assertThat(classified).as("each listing is classified once").hasValue(5);
    assertThat(report.items()).isEqualTo(5);
    assertThat(report.moved())
        .extracting(SimulationReport.Change::title)
        .containsExactly("red mug", "blue mug");
    assertThat(report.changes()).hasSize(3);
    assertThat(report.addedTasks()).isEqualTo(2);
    assertThat(report.addedMinutes(45)).isEqualTo(1.5);
    assertThat(report.released()).isEmpty();
    assertThat(report.rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.rule()).isEqualTo("mugs/X-1");
              assertThat(rule.holdsAfter()).isEqualTo(3);
              assertThat(rule.moves()).isEqualTo(2);
            });
    assertThat(report.lanes())
        .contains(new SimulationReport.LaneCount(Lane.AUTO, Lane.REVIEW, 2))
        .contains(new SimulationReport.LaneCount(Lane.REVIEW, Lane.REVIEW, 2));
  }

  @Test
  void whatNoRuleHoldsAnyMoreIsReleased() {
    var simulation = new Simulation();
    Screener fewer = NONE.with(pack("spoons", "hold", "ladle"));
    simulation.add(item("spoon", fewer, null));
    simulation.add(item("mug", fewer, null));

    assertThat(simulation.report().released())
        .extracting(SimulationReport.Change::title)
        .containsExactly("spoon");
    assertThat(simulation.report().addedTasks()).isEqualTo(-1);
  }

  @Test
  void aRuleOnTrialFiresAndHoldsNothing() {
    var simulation = new Simulation();
    simulation.add(item("mug", NONE.with(pack("mugs", "hold\n    shadow: true", "mug")), null));
    SimulationReport report = simulation.report();

    assertThat(report.changes()).isEmpty();
    assertThat(report.rules().get(0).firesAfter()).isEqualTo(1);
    assertThat(report.rules().get(0).holdsAfter()).isZero();
  }

  @Test
  void whatPersonsDecidedTellsHowOftenItIsRight() {
    var simulation = new Simulation();
    Screener more = NONE.with(pack("mugs", "hold", "mug"));
    simulation.add(item("mug 1", more, true));
    simulation.add(item("mug 2", more, true));
    simulation.add(item("mug 3", more, false));
    simulation.add(item("mug 4", more, null));
    simulation.add(item("spoon", more, false));
    SimulationReport report = simulation.report();

    assertThat(report.decided()).isEqualTo(3);
    assertThat(report.precision()).isEqualTo(Interval.of(2, 3));
    assertThat(report.rules().get(0).precision()).isEqualTo(Interval.of(2, 3));
  }

  @Test
  void anEarlierAssessmentIsTakenWithItsCandidates() {
    Assessment earlier = assessor.assess(Listing.ofTitle("mug"), "SG", DAY);
    classified.set(0);
    Screener more = NONE.with(pack("mugs", "block", "mug"));

    Assessment now = assessor.assessUnder(more, Listing.ofTitle("mug"), earlier);

    assertThat(classified).hasValue(0);
    assertThat(now.lane()).isEqualTo(Lane.BLOCKED);
    assertThat(now.candidates()).isEqualTo(earlier.candidates());
    assertThat(now.versions()).containsEntry("rules:mugs", "1");
    assertThat(assessor.assessUnder(NONE, Listing.ofTitle("mug"), now)).isEqualTo(earlier);
  }

  @Test
  void withoutRulesEverythingIsHeld() {
    Screener gone = Screener.unavailable("the packs are gone");

    assertThat(item("bowl", gone, null).after().lane()).isEqualTo(Lane.REVIEW);
  }

  private Simulation.Item item(String title, Screener other, @Nullable Boolean upheld) {
    List<Assessment> both =
        assessor.assessUnder(List.of(NONE, other), Listing.ofTitle(title), "SG", DAY);
    return new Simulation.Item("row", title, both.get(0), both.get(1), upheld);
  }

  private static RulePack pack(String id, String effect, String word) {
    return new PackText(
            id,
            """
            pack: %s
            version: "1"
            destination: SG
            title: Test
            rules:
              - id: X-1
                title: Test
                category: trap
                effect: %s
                authority: nobody
                instrument: none
                verified: "no"
                last_checked: 2026-11-22
                reason: because
                when: "item.title.contains('%s')"
                examples:
                  fires: [{title: "%s"}]
                  quiet: [{title: "Knife"}]
            """
                .formatted(id, effect, word, word))
        .pack();
  }

  private final class Sure implements Classifier {

    @Override
    public Ranking classify(Listing listing) {
      classified.incrementAndGet();
      return new Ranking(List.of(new Candidate(Code.parse("6912.00"), 0.95, List.of())), null);
    }

    @Override
    public String version() {
      return "sure";
    }
  }
}
