package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VolatilityTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Screener SCREENER = Screener.builtIn();
  private static final Volatility VOLATILITY =
      new Volatility(VolatilityFile.builtIn(), SCREENER.packs());
  private static final List<PolicyEvent> EVENTS = VolatilityFile.builtIn().events();

  @ParameterizedTest
  @CsvSource({
    // A change of the goods' own group, known before its day, halves every 180 days.
    "ID-2026-10-17-COSMETICS, 2026-10-17, 0.5",
    "ID-2026-10-17-COSMETICS, 2027-04-15, 0.25",
    "ID-2026-10-17-COSMETICS, 2026-04-20, 0.25",
    "ID-2026-10-17-COSMETICS, 2025-07-21, 0",
    // An announcement weighs the same until it is settled.
    "MY-2025-12-16, 2025-12-15, 0",
    "MY-2025-12-16, 2025-12-16, 0.5",
    "MY-2025-12-16, 2027-12-16, 0.5",
    "SG-2026-03-06, 2026-04-30, 0.5",
    "SG-2026-03-06, 2026-05-01, 0",
    "VN-2026-02-04, 2026-04-15, 0.5",
    "VN-2026-02-04, 2026-04-16, 0",
    // What nobody read at its source weighs half; what concerns all goods weighs a fifth.
    "ID-2026-10-17-FOOD, 2026-10-17, 0.25",
    "TH-2026-01-01, 2026-01-01, 0.1",
    // Of a change of which only the year is known any day of it may be the day.
    "VN-2026-CHEMICALS, 2026-08-01, 0.25"
  })
  void anEventWeighsByItsAgeAndItsState(String id, LocalDate date, double weight) {
    PolicyEvent event = EVENTS.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();

    assertThat(event.weight(date)).isCloseTo(weight, within(0.002));
  }

  @Test
  void theFigureGrowsWithEachEventAndNeverPassesOne() {
    Goods vape = goods("854340");
    Volatility.Figure figure = VOLATILITY.figure("VN", LocalDate.of(2026, 1, 5), vape, List.of());

    assertThat(figure.events()).extracting(w -> w.event().id()).contains("VN-2025-12-31");
    assertThat(figure.figure()).isBetween(figure.ofGroup(), 1.0);
    assertThat(figure.ofGroup()).isGreaterThan(0.6);
    assertThat(VOLATILITY.figure("SG", TODAY, goods("691110"), List.of()).ofGroup()).isZero();
  }

  @Test
  void aRecentChangeOfTheGoodsOwnGroupIsHeldFor90DaysAndQuotesDateAndSource() {
    assertThat(unsure("330499", TODAY))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.holds()).isTrue();
              assertThat(finding.category()).isEqualTo("volatile_policy");
              assertThat(finding.reason()).startsWith("2026-10-17, in force: Cosmetics");
              assertThat(finding.source()).startsWith("https://kanaltangerang.com/");
              assertThat(finding.matched()).isEqualTo("3304.99");
            });
    assertThat(unsure("330499", LocalDate.of(2027, 1, 15))).anyMatch(Finding::holds);
    // Older changes of the same group still count a little, so that it is held some days longer.
    assertThat(unsure("330499", LocalDate.of(2027, 2, 15))).noneMatch(Finding::holds);
    assertThat(unsure("691110", TODAY)).isEmpty();
  }

  @Test
  void aChangeThatIsKnownIsHeldBeforeItsDay() {
    assertThat(policy("Face cream 50 g", "ID", LocalDate.of(2026, 9, 1), "330499"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.reason()).startsWith("2026-10-17, to come:"));
  }

  @Test
  void whatARuleOfThePackHoldsForTheSameEventIsNotHeldTwice() {
    List<Finding> all =
        SCREENER.screen(Listing.ofTitle("Face cream 50 g"), "ID", TODAY, ranking("330499"));

    assertThat(all).extracting(Finding::rule).contains("ID-19H");
    assertThat(all).noneMatch(f -> f.pack().startsWith("volatility@"));
  }

  @Test
  void aRuleThatIsSuspendedHoldsAndTheHistoryIsFollowedDayByDay() {
    assertThat(policy("Item no. 88", "VN", LocalDate.of(2026, 1, 25), "190230")).isEmpty();
    assertThat(policy("Item no. 88", "VN", LocalDate.of(2026, 1, 26), "190230"))
        .extracting(Finding::rule)
        .containsExactly("VN-2026-01-26");
    assertThat(policy("Item no. 88", "VN", LocalDate.of(2026, 2, 4), "190230"))
        .extracting(Finding::rule)
        .containsExactly("VN-2026-02-04");
    assertThat(policy("Item no. 88", "VN", TODAY, "190230"))
        .extracting(Finding::rule)
        .containsExactly("VN-2026-04-16");
  }

  @Test
  void whatConcernsAllGoodsIsToldForThreeMonthsAndHoldsNothing() {
    assertThat(policy("Ceramic mug", "TH", LocalDate.of(2026, 1, 15), "691110"))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.effect()).isEqualTo(Effect.NOTE);
              assertThat(note.reason()).contains("2026-01-01").contains("219/2568");
            });
    assertThat(policy("Ceramic mug", "TH", LocalDate.of(2025, 12, 31), "691110")).isEmpty();
    assertThat(policy("Ceramic mug", "TH", LocalDate.of(2026, 4, 2), "691110")).isEmpty();
  }

  @Test
  void anUnverifiedRuleThatWasNotCheckedFor90DaysBeforeTheDateHolds() {
    Listing drone = Listing.ofTitle("Foldable drone with camera");
    Rule rule = rule("SG-20");
    LocalDate fresh = rule.lastChecked().plusDays(90);

    assertThat(rule.verified()).isEqualTo("no");
    assertThat(stale(drone, "SG", fresh)).isEmpty();
    assertThat(stale(drone, "SG", fresh.plusDays(1))).containsExactly("stale:SG-20");
    // An assessment of a day before the check is not made stale by the check.
    assertThat(stale(drone, "SG", LocalDate.of(2024, 1, 1))).isEmpty();
  }

  /**
   * A rule that only tells something held ordinary clothes from 90 days after its last check on.
   */
  @Test
  void aRuleThatOnlyTellsSomethingNeverGrowsStale() {
    Listing shirt = Listing.ofTitle("Cotton T-shirt for men");
    LocalDate later = TODAY.plusYears(1);

    assertThat(SCREENER.screen(shirt, "VN", later, ranking("610910")))
        .anyMatch(f -> f.category().equals("textile_footwear") && !f.holds());
    assertThat(stale(shirt, "VN", later)).isEmpty();
  }

  @Test
  void aVietnameseVapeIsTreatedDifferentlyBeforeAndAfterTheBan() {
    List<Finding> before = policy("Item no. 88", "VN", LocalDate.of(2024, 11, 29), "854340");
    List<Finding> known = policy("Item no. 88", "VN", LocalDate.of(2024, 12, 31), "854340");
    List<Finding> after = policy("Item no. 88", "VN", LocalDate.of(2025, 1, 1), "854340");

    assertThat(before).isEmpty();
    assertThat(known).singleElement().matches(f -> f.reason().contains("to come"));
    assertThat(after).singleElement().matches(f -> f.reason().contains("in force"));
  }

  /** What the figure costs: the titles it holds, and those of them that nothing else holds. */
  @Test
  void goodsWithoutAnEventOfTheirGroupStayFreeAtEveryDestination() throws IOException {
    Path file = Path.of("..", "bench", "data", "parallel.jsonl");
    List<JsonNode> rows =
        Files.readAllLines(file).stream().map(new JsonMapper()::readTree).toList();
    Map<String, Integer> byThisAlone = new TreeMap<>();
    for (String to : List.of("SG", "MY", "TH", "VN", "ID", "PH", "BN", "KH", "LA", "MM", "TL")) {
      for (JsonNode row : rows) {
        Listing listing = Listing.ofTitle(row.get("text").asString());
        String code = row.get("hs6").asString();
        List<Finding> holds =
            SCREENER.screen(listing, to, TODAY, ranking(code)).stream()
                .filter(Finding::holds)
                .toList();
        if (holds.stream().anyMatch(VolatilityTests::isOfPolicy)) {
          // The only open event of goods like these: food to Vietnam, under Decree 46/2026.
          assertThat(to + code.substring(0, 2)).as(listing.title()).matches("VN(0[2-9]|1.|2[0-2])");
          byThisAlone.merge(
              to, holds.stream().allMatch(VolatilityTests::isOfPolicy) ? 1 : 0, Integer::sum);
        }
      }
    }

    assertThat(rows).hasSize(1050);
    assertThat(byThisAlone).allSatisfy((to, n) -> assertThat(n).as(to).isLessThanOrEqualTo(10));
  }

  @Test
  void eventsNameRulesThatExistAndASourceUnlessNobodyReadOne() {
    Set<String> rules =
        SCREENER.packs().stream()
            .flatMap(pack -> pack.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());

    assertThat(EVENTS).hasSizeGreaterThan(50);
    assertThat(EVENTS)
        .allSatisfy(
            event -> {
              assertThat(rules).as(event.id()).containsAll(event.heldBy());
              assertThat(event.source().startsWith("http") || event.verified().equals("no"))
                  .as(event.id())
                  .isTrue();
            });
  }

  private static Rule rule(String id) {
    return SCREENER.packs().stream()
        .flatMap(pack -> pack.rules().stream())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> stale(Listing listing, String destination, LocalDate date) {
    return SCREENER.screen(listing, destination, date, Ranking.unknown()).stream()
        .filter(f -> f.rule().startsWith("stale:"))
        .filter(Finding::holds)
        .map(Finding::rule)
        .toList();
  }

  private static List<Finding> policy(
      String title, String destination, LocalDate date, String code) {
    return SCREENER.screen(Listing.ofTitle(title), destination, date, ranking(code)).stream()
        .filter(VolatilityTests::isOfPolicy)
        .toList();
  }

  private static boolean isOfPolicy(Finding finding) {
    return finding.pack().startsWith("volatility@");
  }

  /** Goods to Indonesia whose code is not sure enough for the pack's own rule of that change. */
  private static List<Finding> unsure(String code, LocalDate date) {
    Ranking ranking = new Ranking(List.of(new Candidate(Code.parse(code), 0.35, List.of())), null);
    return SCREENER.screen(Listing.ofTitle("Item no. 88"), "ID", date, ranking).stream()
        .filter(VolatilityTests::isOfPolicy)
        .toList();
  }

  private static Goods goods(String code) {
    return new Goods(Map.of(), List.of(Code.parse(code)));
  }

  private static Ranking ranking(String code) {
    return new Ranking(List.of(new Candidate(Code.parse(code), 0.9, List.of())), null);
  }
}
