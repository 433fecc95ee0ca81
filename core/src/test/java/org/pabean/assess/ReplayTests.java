package org.pabean.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.Money;
import org.pabean.screening.Finding;
import org.pabean.screening.Screener;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import tools.jackson.databind.json.JsonMapper;

class ReplayTests {

  private static final Nomenclature HS = Nomenclature.hs2022();
  private static final Screener RULES = Screener.builtIn();
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    // The day before and the day of a change; what differs.
    "Ceramic mug, 691110, 500 THB, TH, 2025-12-31, 2026-01-01, low_value",
    "Disposable vape 5000 puffs, 854340, , VN, 2024-12-31, 2025-01-01, vape",
    "Ceramic mug, 691110, 900000 VND, VN, 2025-02-17, 2025-02-18, low_value",
    "Nylon backpack, 420292, 120 USD, ID, 2025-03-04, 2025-03-05, low_value"
  })
  void theSameParcelIsTreatedByTheRulesOfItsDay(
      String title,
      String code,
      String price,
      String destination,
      LocalDate before,
      LocalDate after,
      String category) {
    Listing listing = listing(title, price);
    Assessment first = assessor(RULES, code).assess(listing, destination, before);
    Assessment second = assessor(RULES, code).assess(listing, destination, after);

    assertThat(of(first, category)).isNotEqualTo(of(second, category));
    // The versions are the same: the difference is the date's alone.
    assertThat(first.versions())
        .isEqualTo(second.versions())
        .containsKeys(
            "rules:" + destination.toLowerCase(Locale.ROOT),
            "rules:low-value",
            "rules:rates",
            "rules:volatility");
  }

  @Test
  void anOldAssessmentIsReproducedByteForByteWithItsDateAndVersions() {
    Listing listing = listing("Foldable drone with camera", "3 USD");
    LocalDate date = LocalDate.of(2026, 1, 15);
    String stored = JSON.writeValueAsString(assessor(RULES, "880622").assess(listing, "TH", date));

    // Read anew, as another node would years later.
    Screener again = Screener.builtIn();
    Assessment old = JSON.readValue(stored, Assessment.class);
    Assessment replayed = assessor(again, "880622").assess(listing, "TH", old.asOf());

    assertThat(replayed.versions()).isEqualTo(old.versions());
    assertThat(JSON.writeValueAsString(replayed)).isEqualTo(stored);
    assertThat(old.open()).extracting(Finding::category).contains("drone", "low_value");
  }

  private static List<String> of(Assessment assessment, String category) {
    return assessment.findings().stream()
        .filter(finding -> finding.category().equals(category))
        .map(finding -> finding.id() + " " + finding.effect())
        .toList();
  }

  private static Listing listing(String title, String price) {
    var listing = new Listing.Builder().with(Field.TITLE, title);
    if (price != null) {
      String[] parts = price.split(" ");
      listing.price(new Money(new BigDecimal(parts[0]), parts[1]));
    }
    return listing.build();
  }

  private static Assessor assessor(Screener rules, String code) {
    Classifier classifier =
        new Classifier() {
          @Override
          public Ranking classify(Listing listing) {
            return new Ranking(List.of(new Candidate(Code.parse(code), 0.95, List.of())), null);
          }

          @Override
          public String version() {
            return "fixed";
          }
        };
    return new Assessor(
        HS, classifier, rules, Precedents.none(), new Gate(0.85), Duration.ofSeconds(20));
  }
}
