package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.Money;
import org.pabean.screening.LowValueSchemes.Standing;
import org.pabean.screening.LowValueSchemes.Unit;
import org.pabean.tariff.Code;

class LowValueTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Screener SCREENER = Screener.builtIn();
  private static final LowValueSchemes SCHEMES = LowValueSchemes.builtIn();
  private static final String MUG = "691110";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 USD | TH | TH-FROM-THE-FIRST-BAHT | duty and VAT of 7 %",
        "15 USD | SG | SG-IMPORT-RELIEF+SG-OVR | taxed twice",
        "120 MYR | MY | MY-DE-MINIMIS+MY-LVG | sales tax of 10 %",
        "200000 VND | VN | VN-NO-EXEMPTION+VN-PLATFORM | claim none",
        "2 USD | ID | ID-3+ID-CHANNEL | no duty up to USD 3",
        "150 USD | ID | ID-1500 | 7.5 %",
        "2000 USD | ID | ID-FULL-DECLARATION | general rates",
        "900 PHP | PH | PH-DE-MINIMIS | no duty and no tax",
        "20 USD | KH | KH-EXPRESS | relief up to USD 50",
        "20 USD | LA | LA-TRADERS | no limit was found",
        "20 USD | BN | BN-UNKNOWN | no limit was found",
        "20 USD | MM | MM-UNKNOWN | no limit was found",
        "20 USD | TL | TL-UNKNOWN | no limit was found"
      })
  void oneNoteSaysWhichSchemesApplyAndWhatTheyNeed(
      String price, String destination, String schemes, String says) {
    List<Finding> findings = value("Ceramic mug", price, destination, TODAY, MUG);

    assertThat(findings)
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.effect()).isEqualTo(Effect.NOTE);
              assertThat(note.rule()).isEqualTo(schemes);
              assertThat(note.reason()).contains(says);
              assertThat(note.pack()).isEqualTo("low-value@2026-11-26");
            });
  }

  @Test
  void withoutAPriceOrAKnownCurrencyNothingIsSaid() {
    Listing free = Listing.ofTitle("Ceramic mug");

    assertThat(only(SCREENER.screen(free, "SG", TODAY, ranking(MUG, 0.9)))).isEmpty();
    assertThat(value("Ceramic mug", "15 XXX", "SG", TODAY, MUG)).isEmpty();
    assertThat(value("Ceramic mug", "0 SGD", "SG", TODAY, MUG)).isEmpty();
    assertThat(value("Ceramic mug", "1e999999999 VND", "VN", TODAY, MUG)).isEmpty();
    assertThat(value("Ceramic mug", "1e-999999999 VND", "VN", TODAY, MUG)).isEmpty();
    assertThat(value("Ceramic mug", "900 SGD", "SG", TODAY, MUG)).isEmpty();
    assertThat(value("Ceramic mug", "15 USD", "JP", TODAY, MUG)).isEmpty();
  }

  @Test
  void theSameParcelToThailandIsFreeOfDutyForTheLastTimeOn31December2025() {
    assertThat(value("Ceramic mug", "500 THB", "TH", LocalDate.of(2024, 7, 4), MUG))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("no duty and no VAT"));
    assertThat(value("Ceramic mug", "500 THB", "TH", LocalDate.of(2025, 12, 31), MUG))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("no duty up to THB 1,500"));
    assertThat(value("Ceramic mug", "500 THB", "TH", LocalDate.of(2026, 1, 1), MUG))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("duty and VAT of 7 % are due"));
    assertThat(holds("Ceramic mug", "1450 THB", "TH", LocalDate.of(2025, 12, 31), MUG))
        .containsExactly("TH-1500:just-under");
    assertThat(holds("Ceramic mug", "1450 THB", "TH", LocalDate.of(2026, 1, 1), MUG)).isEmpty();
  }

  @Test
  void anExpressParcelToVietnamLosesItsExemptionOn18February2025() {
    LocalDate last = LocalDate.of(2025, 2, 17);

    assertThat(value("Ceramic mug", "900000 VND", "VN", last, MUG))
        .extracting(Finding::rule)
        .containsExactly("VN-EXPRESS:just-under", "VN-EXPRESS");
    assertThat(value("Ceramic mug", "900000 VND", "VN", last.plusDays(1), MUG))
        .extracting(Finding::rule)
        .containsExactly("VN-NO-EXEMPTION");
  }

  @Test
  void aBagToIndonesiaPaysTheListedRateSince5March2025() {
    assertThat(value("Nylon backpack", "120 USD", "ID", LocalDate.of(2025, 3, 4), "420292"))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("general rate of the tariff"));
    assertThat(value("Nylon backpack", "120 USD", "ID", LocalDate.of(2025, 3, 5), "420292"))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("duty of 25 %"));
    assertThat(value("Ceramic mug", "120 USD", "ID", LocalDate.of(2025, 3, 5), MUG))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).contains("duty of 7.5 %"));
  }

  @ParameterizedTest
  @CsvSource({
    "SG, 399 SGD, SG-IMPORT-RELIEF:just-under",
    "SG, 360 SGD, SG-IMPORT-RELIEF:just-under",
    "SG, 359 SGD,",
    "SG, 401 SGD,",
    "SG, 300 USD, SG-IMPORT-RELIEF:just-under",
    "MY, 480 MYR, MY-DE-MINIMIS:just-under",
    "PH, 9900 PHP, PH-DE-MINIMIS:just-under",
    "PH, 10001 PHP,",
    "ID, 1490 USD, ID-1500:just-under"
  })
  void aValueJustUnderALimitIsHeldOnceHoweverManySchemesShareIt(
      String destination, String price, String held) {
    List<String> holds = holds("Wooden chair", price, destination, TODAY, "940169");

    assertThat(holds).isEqualTo(held == null ? List.of() : List.of(held));
  }

  @Test
  void aReliefIsNotClaimedForWhatItLeavesOut() {
    List<Finding> byWords = value("Cigarettes, carton of 200", "500 PHP", "PH", TODAY, MUG);
    List<Finding> byCode = value("Rolling papers and blend", "500 PHP", "PH", TODAY, "240319");

    assertThat(byWords).extracting(Finding::rule).containsExactly("PH-DE-MINIMIS:excluded");
    assertThat(byCode).extracting(Finding::rule).containsExactly("PH-DE-MINIMIS:excluded");
    assertThat(byCode.get(0).matched()).isEqualTo("2403.19");
    assertThat(byCode.get(0).holds()).isTrue();
    // Two schemes that leave the same goods out are one question.
    assertThat(holds("Rolling papers and blend", "15 SGD", "SG", TODAY, "240319"))
        .containsExactly("SG-IMPORT-RELIEF:excluded");
  }

  @Test
  void theIndonesianFloorIsToldAndHeldOnlyWhereTheListingSaysMarketplace() {
    Listing.Builder mug = new Listing.Builder().with(Field.TITLE, "Ceramic mug");
    mug.price(money("20 USD"));
    Listing plain = mug.build();
    Listing shopee = mug.attribute("Platform", "Shopee Indonesia").build();
    Listing homeMade = mug.with(Field.ORIGIN, "ID").build();

    assertThat(value(plain, "ID", MUG)).singleElement().matches(note -> !note.holds());
    assertThat(value(plain, "ID", MUG).get(0).reason()).contains("below USD 100");
    assertThat(value(shopee, "ID", MUG))
        .filteredOn(Finding::holds)
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.rule()).isEqualTo("ID-CHANNEL:channel");
              assertThat(held.field()).isEqualTo("attribute:Platform");
              assertThat(held.matched()).isEqualTo("shopee");
            });
    assertThat(value(shopee, "ID", "490199")).noneMatch(Finding::holds);
    assertThat(value(homeMade, "ID", MUG)).noneMatch(Finding::holds);
  }

  @Test
  void theFloorAddsNothingWhereARuleHoldsForTheSameLaw() {
    Listing listing =
        new Listing.Builder()
            .with(Field.TITLE, "Hair clip, ships from China, Shopee")
            .price(money("3.50 USD"))
            .build();

    List<Finding> all = SCREENER.screen(listing, "ID", TODAY, ranking("961511", 0.9));

    assertThat(all)
        .extracting(Finding::rule)
        .contains("ID-48")
        .doesNotContain("ID-CHANNEL:channel");
  }

  @ParameterizedTest
  @CsvSource({
    "851713, 5 USD, 0.9, true",
    "851713, 8.40 USD, 0.9, false",
    "851713, 5 USD, 0.4, false",
    "847130, 60 MYR, 0.9, true",
    "711319, 5 SGD, 0.9, true",
    "711311, 5 SGD, 0.9, false",
    "880622, 3 USD, 0.9, true",
    "910211, 0.30 USD, 0.9, true",
    "691110, 0.30 USD, 0.9, false"
  })
  void aValueFarBelowWhatSuchGoodsCostIsHeld(
      String code, String price, double confidence, boolean held) {
    Listing listing = new Listing.Builder().with(Field.TITLE, "Goods").price(money(price)).build();

    List<Finding> findings = only(SCREENER.screen(listing, "PH", TODAY, ranking(code, confidence)));

    assertThat(findings.stream().anyMatch(f -> f.rule().equals("least-price"))).isEqualTo(held);
  }

  @Test
  void aConsignmentIsAskedAboutApart() {
    assertThat(answers("SG", Unit.ITEM, "150 SGD"))
        .extracting(LowValueSchemes.Answer::id)
        .containsExactly("SG-IMPORT-RELIEF", "SG-OVR");
    assertThat(answers("SG", Unit.CONSIGNMENT, "450 SGD")).isEmpty();
    assertThat(answers("SG", Unit.CONSIGNMENT, "395 SGD"))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.standing()).isEqualTo(Standing.JUST_UNDER);
              assertThat(answer.limit()).isEqualTo(money("400 SGD"));
              assertThat(answer.needs()).contains("CIF value");
            });
    assertThat(
            SCHEMES.applicable(
                "PH", TODAY, Unit.CONSIGNMENT, money("10 USD"), Set.of("tobacco"), List.of()))
        .extracting(LowValueSchemes.Answer::standing)
        .containsExactly(Standing.EXCLUDED);
  }

  @Test
  void ratesAreThoseOfTheLatestTableThatHasBegun() {
    Rates rates =
        Rates.read(
            "rates.yaml",
            new StringReader(
                """
                version: "1"
                tables:
                  - from: 2026-01-01
                    per_dollar: {SGD: 1.25}
                  - from: 2027-01-01
                    per_dollar: {SGD: 1.50}
                """));

    assertThat(rates.convert(money("10 USD"), "SGD", LocalDate.of(2025, 6, 1)).orElseThrow())
        .isEqualByComparingTo("12.5");
    assertThat(rates.convert(money("10 USD"), "SGD", LocalDate.of(2027, 1, 1)).orElseThrow())
        .isEqualByComparingTo("15");
    assertThat(rates.convert(money("10 USD"), "THB", LocalDate.of(2027, 1, 1))).isEmpty();
  }

  @Test
  void everyLimitCanBeComparedWithADollar() {
    assertThat(LowValueFile.builtIn().schemes())
        .allSatisfy(
            scheme ->
                assertThat(SCHEMES.rates().convert(money("1 USD"), scheme.test().currency(), TODAY))
                    .as(scheme.id())
                    .isPresent());
  }

  private static List<LowValueSchemes.Answer> answers(String to, Unit unit, String value) {
    return SCHEMES.applicable(to, TODAY, unit, money(value), Set.of(), List.of());
  }

  private static List<String> holds(
      String title, String price, String destination, LocalDate date, String code) {
    return value(title, price, destination, date, code).stream()
        .filter(Finding::holds)
        .map(Finding::rule)
        .toList();
  }

  private static List<Finding> value(
      String title, String price, String destination, LocalDate date, String code) {
    Listing listing = new Listing.Builder().with(Field.TITLE, title).price(money(price)).build();
    return only(SCREENER.screen(listing, destination, date, ranking(code, 0.9)));
  }

  private static List<Finding> value(Listing listing, String destination, String code) {
    return only(SCREENER.screen(listing, destination, TODAY, ranking(code, 0.9)));
  }

  private static List<Finding> only(List<Finding> findings) {
    return findings.stream().filter(f -> f.pack().startsWith("low-value@")).toList();
  }

  private static Ranking ranking(String code, double confidence) {
    return new Ranking(List.of(new Candidate(Code.parse(code), confidence, List.of())), null);
  }

  private static Money money(String text) {
    String[] parts = text.split(" ");
    return new Money(new BigDecimal(parts[0]), parts[1]);
  }
}
