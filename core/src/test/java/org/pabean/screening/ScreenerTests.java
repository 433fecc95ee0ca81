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
import tools.jackson.databind.json.JsonMapper;

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
              assertThat(rule.fires()).as(rule.id()).hasSizeGreaterThanOrEqualTo(3);
              assertThat(rule.quiet()).as(rule.id()).hasSizeGreaterThanOrEqualTo(3);
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
        "item.confidense < 1.0 | Did you mean item.confidence?",
        "item.title.startWith('a') | Did you mean startsWith?",
        "'batery' in item.said | Did you mean battery?",
        "item.title.matches('(a') | is not valid",
        "'no_such_list' in item.said | no_such_list",
        "item.confidence | bool",
        "item.said == | not valid"
      })
  void refusesAConditionThatIsNotValid(String condition, String named) {
    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> Screener.of("test.yaml", new StringReader(pack(condition, "Knife"))))
        .withMessageContaining(named.strip())
        .withMessageContaining("test.yaml line 15");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "category: blade | category: blades | 'blades' is not a category",
        "effect: hold | effect: stop | must be note, hold or block",
        "effect: hold | effect: hold¶status: permit/nothing | 'nothing' is not a status",
        "effect: hold | effect: hold¶shadow: maybe | must be true or false",
        "verified: \"no\" | verified: perhaps | 'perhaps' is not a verified",
        "reason: because | reason: because¶ask: {de: Was ist es} | 'de' is not a key here"
      })
  void refusesWordsThatNobodyKnows(String line, String instead, String named) {
    String yaml =
        pack("'blade' in item.said", "Knife").replace(line, instead.replace("¶", "\n    "));

    assertThatExceptionOfType(InvalidRulePack.class)
        .isThrownBy(() -> Screener.of("test.yaml", new StringReader(yaml)))
        .withMessageContaining("test.yaml line ")
        .withMessageContaining(named);
  }

  @Test
  void aNoteAndARuleOnTrialHoldNothingAndAQuestionIsCarried() {
    String yaml = pack("'blade' in item.said", "Knife");
    String asking =
        yaml.replace(
            "effect: hold", "effect: note\n    ask: {en: \"Which one?\", vi: \"Loại nào?\"}");
    String trial = yaml.replace("effect: hold", "effect: block\n    shadow: true");

    Finding note = only(asking);
    assertThat(note.effect()).isEqualTo(Effect.NOTE);
    assertThat(note.holds()).isFalse();
    assertThat(note.ask()).containsEntry("vi", "Loại nào?");
    assertThat(only(trial).effect()).isEqualTo(Effect.SHADOW);
    assertThat(only(trial).holds()).isFalse();
    assertThat(only(yaml).holds()).isTrue();
  }

  @Test
  void findingsStoredBeforeThereWereQuestionsAreStillRead() {
    String stored =
        """
        {"rule":"SG-12","pack":"sg@2026-11-22","title":"Knives","category":"blade",\
        "effect":"HOLD","status":"permit","field":"title","matched":"knife","reason":"r",\
        "authority":"a","instrument":"i","source":"none","verified":"yes","provide":"p"}\
        """;

    Finding finding = new JsonMapper().readValue(stored, Finding.class);

    assertThat(finding.holds()).isTrue();
    assertThat(finding.ask()).isEmpty();
  }

  private static Finding only(String yaml) {
    Screener screener = Screener.of("test.yaml", new StringReader(yaml));
    return screener.screen(Listing.ofTitle("Knife"), "SG", TODAY, Ranking.unknown()).get(0);
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
    return screen(listing, country, TODAY).stream()
        .filter(Finding::holds)
        .map(Finding::category)
        .toList();
  }

  private static List<Finding> screen(Listing listing, String country, LocalDate date) {
    return SCREENER.screen(listing, country, date, Ranking.unknown());
  }
}
