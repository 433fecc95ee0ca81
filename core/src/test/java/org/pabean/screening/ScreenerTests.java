package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;

class ScreenerTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  // Loading proves each rule's examples: a rule that never fires, or always does, fails here.
  private static final Screener SCREENER = Screener.builtIn();

  @Test
  void coversSingaporeAndVietnamWithTheCategoriesAskedFor() {
    for (String country : List.of("SG", "VN")) {
      assertThat(SCREENER.packs())
          .filteredOn(pack -> pack.destination().equals(country))
          .flatExtracting(RulePack::rules)
          .extracting(Rule::category)
          .contains(
              "blade",
              "battery",
              "drone",
              "herbal_supplement",
              "cosmetic",
              "organic_claim",
              "vape",
              "volatile_policy");
    }
    assertThat(SCREENER.covers("SG")).isTrue();
    assertThat(SCREENER.covers("JP")).isFalse();
  }

  @Test
  void everyRuleHasALegalSourceAndExamples() {
    assertThat(SCREENER.packs())
        .flatExtracting(RulePack::rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.instrument()).as(rule.id()).isNotBlank();
              assertThat(rule.reason()).as(rule.id()).isNotBlank();
              assertThat(rule.verified()).as(rule.id()).isIn("yes", "part", "no");
              assertThat(rule.fires()).as(rule.id()).hasSizeGreaterThanOrEqualTo(4);
              assertThat(rule.quiet()).as(rule.id()).hasSizeGreaterThanOrEqualTo(4);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Ceramic kitchen knife, blade",
    "มีดทำครัว, blade",
    "Dao bếp thái thịt, blade",
    "Power bank 20000mAh, battery",
    "充电宝 20000毫安, battery",
    "Foldable drone with camera, drone",
    "Turmeric herbal supplement capsules, herbal_supplement",
    "Whitening face cream 50 ml, cosmetic",
    "Organic green tea 100 g, organic_claim",
    "Disposable vape mango, vape"
  })
  void findsWhatIsRegulated(String title, String category) {
    String country = title.startsWith("Dao") ? "VN" : "SG";
    assertThat(categories(Listing.ofTitle(title), country)).contains(category);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cotton T-shirt crew neck",
        "Stainless steel water bottle 500 ml",
        "Men's leather wallet",
        "Knife-edge pleated skirt",
        "Organic chemistry notebook A5",
        "Drone metal band T-shirt",
        "Torch, battery not included",
        "Ceramic mug 350 ml",
        "Wooden spoon set"
      })
  void leavesRoutineGoodsAlone(String title) {
    for (String country : List.of("SG", "VN")) {
      assertThat(categories(Listing.ofTitle(title), country)).as(country).isEmpty();
    }
  }

  @Test
  void readsAttributesThatDeny() {
    Listing torch =
        new Listing.Builder()
            .with(Field.TITLE, "LED torch, aluminium")
            .attribute("Batteries included", "No")
            .build();

    assertThat(categories(torch, "SG")).doesNotContain("battery");
  }

  @Test
  void saysWhereAndWhy() {
    Listing listing =
        new Listing.Builder()
            .with(Field.TITLE, "Zirconia white blade 7 in")
            .with(Field.DESCRIPTION, "A Chef Knife for every kitchen")
            .build();

    Finding finding =
        screen(listing, "SG", TODAY).stream()
            .filter(f -> f.rule().equals("SG-12"))
            .findFirst()
            .orElseThrow();

    assertThat(finding.instrument()).contains("Guns, Explosives and Weapons Control Act 2021");
    assertThat(finding.pack()).startsWith("sg@");
    assertThat(finding.source()).startsWith("https://");
    assertThat(List.of("title", "description")).contains(finding.field());
    assertThat(finding.matched()).isNotBlank();
  }

  @Test
  void vapesAreBlockedInVietnamOnlySinceTheBan() {
    Listing vape = Listing.ofTitle("Disposable vape 5000 puffs");

    assertThat(screen(vape, "VN", LocalDate.of(2025, 1, 1)))
        .anyMatch(f -> f.category().equals("vape") && f.effect() == Effect.BLOCK);
    assertThat(screen(vape, "VN", LocalDate.of(2024, 12, 31)))
        .noneMatch(f -> f.category().equals("vape") && f.effect() == Effect.BLOCK);
  }

  @Test
  void looksThroughZeroWidthAndFullWidthCharacters() {
    assertThat(categories(Listing.ofTitle("kitchen k\u200bnife"), "SG")).contains("blade");
    assertThat(categories(Listing.ofTitle("ｋｎｉｆｅ"), "SG")).contains("blade");
  }

  @Test
  void aLongTextNeitherFailsNorHangs() {
    Listing listing = Listing.ofTitle("not no without (".repeat(60_000) + "knife");

    assertThat(categories(listing, "SG")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "item.confidense < 1.0 | confidense",
        "'no_such_list' in item.said | no_such_list",
        "item.confidence | bool",
        "item.said == | ERROR"
      })
  void refusesAConditionThatIsNotValid(String condition, String named) {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> Screener.of("test.yaml", new StringReader(pack(condition, "Knife"))))
        .withMessageContaining(named.strip())
        .withMessageContaining("X-1");
  }

  @Test
  void refusesARuleThatDoesNotFireOnItsOwnExample() {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(
            () -> Screener.of("test.yaml", new StringReader(pack("'blade' in item.said", "Spoon"))))
        .withMessageContaining("Spoon")
        .withMessageContaining("must fire");
  }

  @Test
  void namesFileAndLineOfAMisspeltKey() {
    String yaml = pack("'blade' in item.said", "Knife").replace("category:", "categroy:");

    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> Screener.of("test.yaml", new StringReader(yaml)))
        .withMessageContaining("test.yaml line 8")
        .withMessageContaining("categroy");
  }

  private static String pack(String condition, String example) {
    return """
        pack: test
        version: "1"
        destination: SG
        title: Test
        rules:
          - id: X-1
            title: Test
            category: blade
            effect: hold
            authority: nobody
            instrument: none
            verified: "no"
            last_checked: 2026-11-22
            reason: because
            when: "%s"
            examples:
              fires: [{title: "%s"}]
              quiet: [{title: "Mug"}]
        """
        .formatted(condition, example);
  }

  private static List<String> categories(Listing listing, String country) {
    return screen(listing, country, TODAY).stream().map(Finding::category).toList();
  }

  private static List<Finding> screen(Listing listing, String country, LocalDate date) {
    return SCREENER.screen(listing, country, date, Ranking.unknown());
  }
}
