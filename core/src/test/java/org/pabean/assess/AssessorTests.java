package org.pabean.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.listing.Money;
import org.pabean.screening.Finding;
import org.pabean.screening.Screener;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.pabean.tariff.Nomenclature;

class AssessorTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Nomenclature HS = Nomenclature.hs2022();
  private static final Screener RULES = Screener.builtIn();
  private static final Listing SHIRT = Listing.ofTitle("Cotton T-shirt");
  private static final Listing KNIFE = Listing.ofTitle("Steel kitchen knife");

  @Test
  void finalisesWhatIsSureAndUnsuspicious() {
    Assessment assessment = assess(says("6109.10", 0.9), SHIRT);

    assertThat(assessment.lane()).isEqualTo(Lane.AUTO);
    assertThat(assessment.code()).isEqualTo(Code.parse("6109.10"));
    assertThat(assessment.holding()).isEmpty();
  }

  @Test
  void holdsWhatIsNotSureEnoughAndNamesBothReadings() {
    var two =
        new Ranking(
            List.of(
                new Candidate(Code.parse("6912.00"), 0.41, List.of()),
                new Candidate(Code.parse("8211.92"), 0.33, List.of())),
            null);
    Assessment assessment = assess(classifier(two), SHIRT);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.open())
        .extracting(Finding::reason)
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .contains("6912.00 at 41 %")
                    .contains("8211.92 at 33 %")
                    .contains("85 %"));
  }

  @Test
  void holdsASureItemThatATriggerFiresOn() {
    Assessment assessment = assess(says("8211.92", 0.99), KNIFE);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.open()).extracting(Finding::category).contains("blade");
  }

  @Test
  void blocksWhatMayNotBeImported() {
    Assessment assessment = assess(says("8543.40", 0.99), Listing.ofTitle("Disposable vape"));

    assertThat(assessment.lane()).isEqualTo(Lane.BLOCKED);
  }

  @Test
  void holdsACodeThatTheEditionDoesNotHold() {
    assertThat(assess(says("8517.12", 0.99), SHIRT).lane()).isEqualTo(Lane.REVIEW);
    assertThat(assess(says("6109", 0.99), SHIRT).lane()).isEqualTo(Lane.REVIEW);
  }

  @Test
  void holdsWhatIsLikeNothingKnown() {
    Assessment assessment = assess(classifier(Ranking.unknown()), SHIRT);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.knownCode()).isEmpty();
  }

  @Test
  void holdsEverythingForADestinationWithoutRules() {
    Assessment assessment =
        assessor(says("6109.10", 0.99), RULES, Precedents.none()).assess(SHIRT, "JP", TODAY);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
  }

  @Test
  void aClassifierThatFailsLeadsToReview() {
    Classifier failing =
        new Classifier() {
          @Override
          public Ranking classify(Listing listing) {
            throw new IllegalStateException("model file is gone");
          }

          @Override
          public String version() {
            return "failing";
          }
        };

    Assessment assessment = assess(failing, SHIRT);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.open()).extracting(Finding::rule).contains("failure");
  }

  @Test
  void aClassifierThatHangsLeadsToReview() {
    var never = new CountDownLatch(1);
    Classifier hanging =
        new Classifier() {
          @Override
          public Ranking classify(Listing listing) {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return new Ranking(
                List.of(new Candidate(Code.parse("6109.10"), 0.99, List.of())), null);
          }

          @Override
          public String version() {
            return "hanging";
          }
        };

    Assessment assessment =
        new Assessor(HS, hanging, RULES, Precedents.none(), new Gate(0.85), Duration.ofMillis(150))
            .assess(SHIRT, "SG", TODAY);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.open()).extracting(Finding::reason).anyMatch(r -> r.contains("Timeout"));
  }

  @Test
  void aRulePackThatFailsLeadsToReview() {
    // Dividing by the length of an unknown use fails on this listing, not on the pack's examples.
    String yaml =
        """
        pack: sg
        version: "1"
        destination: SG
        title: Fails at run time
        rules:
          - id: X-1
            title: Division
            category: blade
            effect: hold
            authority: nobody
            instrument: none
            verified: "no"
            last_checked: 2026-11-22
            reason: because
            when: "1 / size(item.use) > 0"
            examples:
              fires: [{title: "Mug", use: "x"}]
              quiet: [{title: "Mug", use: "drinking tea"}]
        """;
    Screener failing = Screener.of("fails.yaml", new StringReader(yaml));

    Assessment assessment =
        assessor(says("6109.10", 0.99), failing, Precedents.none()).assess(SHIRT, "SG", TODAY);

    assertThat(assessment.lane()).isEqualTo(Lane.REVIEW);
    assertThat(assessment.open()).extracting(Finding::rule).contains("failure");
  }

  @Test
  void precedentsThatFailLeadToReview() {
    Precedents failing =
        (listing, destination, edition, date) -> {
          throw new IllegalStateException("database is gone");
        };

    assertThat(assessor(says("6109.10", 0.99), RULES, failing).assess(SHIRT, "SG", TODAY).lane())
        .isEqualTo(Lane.REVIEW);
  }

  @Test
  void aPrecedentSettlesTheFindingsThatLayBeforeThePerson() {
    Assessment held = assess(says("6912.00", 0.4), KNIFE);
    Set<String> seen = held.findings().stream().map(Finding::id).collect(Collectors.toSet());

    Assessment again =
        assessor(says("6912.00", 0.4), RULES, decided("8211.92", seen)).assess(KNIFE, "SG", TODAY);

    assertThat(again.lane()).isEqualTo(Lane.AUTO);
    assertThat(again.code()).isEqualTo(Code.parse("8211.92"));
    assertThat(again.precedent()).isNotNull();
  }

  @Test
  void whoFoundOnePriceRightHasNotSeenAnother() {
    Classifier sure = says("8517.13", 0.99);
    Assessment first = assessor(sure, RULES, Precedents.none()).assess(phoneAt("8"), "SG", TODAY);
    assertThat(first.open()).extracting(Finding::rule).contains("least-price");
    Precedents decided =
        decided("8517.13", first.open().stream().map(Finding::id).collect(Collectors.toSet()));

    assertThat(assessor(sure, RULES, decided).assess(phoneAt("8"), "SG", TODAY).lane())
        .isEqualTo(Lane.AUTO);
    Assessment cheaper = assessor(sure, RULES, decided).assess(phoneAt("5"), "SG", TODAY);
    assertThat(cheaper.lane()).isEqualTo(Lane.REVIEW);
    assertThat(cheaper.holding()).extracting(Finding::rule).contains("least-price");
  }

  private static Listing phoneAt(String dollars) {
    return new Listing.Builder()
        .with(Listing.Field.TITLE, "Smartphone 256 GB")
        .price(new Money(new BigDecimal(dollars), "USD"))
        .build();
  }

  @Test
  void aRuleThatCameAfterThePrecedentHoldsAgain() {
    Assessment again =
        assessor(says("8211.92", 0.99), RULES, decided("8211.92", Set.of("sg@2020-01-01/SG-12")))
            .assess(KNIFE, "SG", TODAY);

    assertThat(again.lane()).isEqualTo(Lane.REVIEW);
    assertThat(again.code())
        .as("the person's code is not overwritten")
        .isEqualTo(Code.parse("8211.92"));
  }

  @Test
  void goodsThatAPersonProhibitedAreNeverFinalByThemselves() {
    Precedents prohibited =
        new Precedents() {
          @Override
          public Optional<Precedent> find(
              Listing listing, String destination, Edition edition, LocalDate date) {
            return Optional.empty();
          }

          @Override
          public Optional<Prohibition> prohibition(Listing listing, String destination) {
            return Optional.of(new Prohibition("Linh", TODAY, "counterfeit logo"));
          }
        };
    Assessor assessor = assessor(says("6109.10", 0.99), RULES, prohibited);

    Assessment assessment = assessor.assess(SHIRT, "SG", TODAY);

    assertThat(assessment.lane()).isEqualTo(Lane.BLOCKED);
    assertThat(assessment.open())
        .extracting(Finding::reason)
        .anyMatch(reason -> reason.contains("Linh") && reason.contains("counterfeit logo"));
    assertThat(assessor.isCurrent(assessment, SHIRT)).isTrue();
    assertThat(
            assessor(says("6109.10", 0.99), RULES, Precedents.none()).isCurrent(assessment, SHIRT))
        .isFalse();
  }

  @Test
  void theSameQuestionGivesTheSameAnswer() {
    Assessor assessor = assessor(says("8211.92", 0.7), RULES, Precedents.none());

    assertThat(assessor.assess(KNIFE, "SG", TODAY)).isEqualTo(assessor.assess(KNIFE, "SG", TODAY));
  }

  @Test
  void recordsTheVersionsItUsed() {
    Map<String, String> versions = assess(says("6109.10", 0.9), SHIRT).versions();

    assertThat(versions)
        .containsEntry("edition", "HS2022")
        .containsEntry("model", "fixed")
        .containsEntry("threshold", "0.85")
        .containsKey("rules:sg");
  }

  @Test
  void noAssessmentIsFinalWithAnOpenFinding() {
    Assessment held = assess(says("8211.92", 0.99), KNIFE);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Assessment(
                    "SG",
                    TODAY,
                    Lane.AUTO,
                    held.code(),
                    0.99,
                    null,
                    held.candidates(),
                    held.findings(),
                    List.of(),
                    null,
                    null,
                    Map.of()));
  }

  @Test
  void aRuleThatOnlyTellsAndARuleOnTrialLeaveTheItemFinal() {
    String rules =
        """
        pack: x
        version: "1"
        destination: SG
        title: X
        rules:
        """
            + rule("TELLS", "effect: note")
            + rule("TRIAL", "effect: block, shadow: true");
    Screener screener = Screener.of("x.yaml", new StringReader(rules));

    Assessment assessment =
        assessor(says("8211.92", 0.99), screener, Precedents.none()).assess(KNIFE, "SG", TODAY);

    assertThat(assessment.lane()).isEqualTo(Lane.AUTO);
    assertThat(assessment.open()).isEmpty();
    assertThat(assessment.notes()).extracting(Finding::rule).containsExactly("TELLS");
    assertThat(assessment.onTrial()).extracting(Finding::rule).containsExactly("TRIAL");
  }

  private static String rule(String id, String effect) {
    return """
      - {id: %s, title: T, category: blade, %s, authority: A, instrument: I, verified: "no",
         last_checked: 2026-11-22, reason: R, when: "'blade' in item.said",
         examples: {fires: [{title: Knife}], quiet: [{title: Mug}]}}
    """
        .formatted(id, effect)
        .indent(2);
  }

  private static Assessment assess(Classifier classifier, Listing listing) {
    return assessor(classifier, RULES, Precedents.none()).assess(listing, "SG", TODAY);
  }

  private static Assessor assessor(Classifier classifier, Screener rules, Precedents precedents) {
    return new Assessor(HS, classifier, rules, precedents, new Gate(0.85), Duration.ofSeconds(10));
  }

  private static Precedents decided(String code, Set<String> settled) {
    var precedent =
        new Precedent(
            "p1", Code.parse(code), Edition.HS2022, "Somchai", TODAY, "steel", "GIR 1", settled);
    return (listing, destination, edition, date) -> Optional.of(precedent);
  }

  private static Classifier says(String code, double confidence) {
    return classifier(
        new Ranking(List.of(new Candidate(Code.parse(code), confidence, List.of())), null));
  }

  private static Classifier classifier(Ranking ranking) {
    return new Classifier() {
      @Override
      public Ranking classify(Listing listing) {
        return ranking;
      }

      @Override
      public String version() {
        return "fixed";
      }
    };
  }
}
