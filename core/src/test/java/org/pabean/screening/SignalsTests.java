package org.pabean.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

class SignalsTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Screener SCREENER = Screener.builtIn();

  @ParameterizedTest
  @CsvSource({
    "Power Source, Lithium Battery, rechargeable",
    "Power source, 2 x AA batteries, battery",
    "Sumber daya, Listrik, mains",
    "Nguồn điện, Pin AAA, battery",
    "แหล่งพลังงาน, แบตเตอรี่, battery",
    "电源, USB供电, usb",
    "Power Supply, None, none",
    "Rechargeable, Yes, rechargeable",
    "Rechargeable, No, ''",
    "Colour, Battery grey, ''"
  })
  void readsThePowerOfGoods(String name, String value, String power) {
    assertThat(attributes(name, value).power()).isEqualTo(power);
  }

  @ParameterizedTest
  @CsvSource({
    "Age Group, 3-6 years, 36",
    "Recommended age, 6m+, 6",
    "Usia, 12 bulan, 12",
    "Độ tuổi, 3 tuổi trở lên, 36",
    "อายุ, 18 เดือน, 18",
    "适用年龄, 3岁以上, 36",
    "适用年龄, 6个月, 6",
    "Age, Adult, 216",
    "Edad, Sanggol, 0",
    "Age range, 0-12 months, 0",
    "Size, 3-6 years, -1"
  })
  void readsTheAgeFromWhichGoodsAreMeantToBeUsed(String name, String value, long months) {
    assertThat(attributes(name, value).ageFrom()).isEqualTo(months);
  }

  @ParameterizedTest
  @CsvSource({
    "Brand new, new", "Second-hand, used", "Bekas, used", "Rekondisi, refurbished", "มือสอง, used",
    "Đã qua sử dụng, used", "九成新, used", "全新, new", "Bago, new", "unknown, ''"
  })
  void readsTheCondition(String said, String condition) {
    Listing listing =
        new Listing.Builder().with(Field.TITLE, "Bag").with(Field.CONDITION, said).build();

    assertThat(Attributes.of(listing).condition(listing)).isEqualTo(condition);
  }

  @Test
  void conditionsMayAskForEachSignal() {
    String when =
        "item.attributes['colour'] == 'red' && item.power == 'battery' && item.age_group == 36"
            + " && item.words >= 1 && item.novelty == 0.0 && !item.vague && !item.disguised"
            + " && item.ingredients == '' && item.condition == 'used' && item.value == 12.5"
            + " && item.weight_g == 90.0 && item.date >= '2026-01-01' && !item.material_open"
            + " && item.seller_decided == 9 && item.seller_overturned == 3"
            + " && item.seller_prohibited == 1";
    String yaml =
        """
        pack: x
        version: "1"
        destination: SG
        title: X
        rules:
          - id: X-1
            title: T
            category: toy
            effect: hold
            authority: A
            instrument: I
            verified: "no"
            last_checked: 2026-11-22
            reason: R
            when: >-
              %s
            examples:
              fires:
                - title: Toy car
                  condition: second hand
                  price: 12.50 SGD
                  weight_g: 90
                  date: 2026-02-01
                  seller: {decided: 9, overturned: 3, prohibited: 1}
                  attributes: {Colour: Red, Power source: AA battery, Age: 3+}
              quiet: [{title: Mug}]
        """
            .formatted("has(item.attributes.colour) && " + when);

    Screener screener = Screener.of("x.yaml", new StringReader(yaml));

    Rule.Example example = screener.packs().get(0).rules().get(0).fires().get(0);
    assertThat(
            screener.screen(
                example.listing(), "SG", TODAY, ExampleRanking.of(List.of()), example.seller()))
        .hasSize(1);
    assertThat(screener.screen(example.listing(), "SG", TODAY, ExampleRanking.of(List.of())))
        .as("a seller of whom nothing is known")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Torch, battery not included",
        "Wall clock, no battery required",
        "Battery-free doorbell",
        "Plastic cradle for 18650 battery",
        "Case for 18650 battery",
        "Skirt with knife-edge pleats",
        "Drone metal band T-shirt",
        "Organic chemistry textbook",
        "Knife poster A3",
        "Stiker pisau dapur",
        "Poster drone 50 cm"
      })
  void staysQuietWhereTheWordsMeanSomethingElse(String title) {
    for (String country : List.of("SG", "MY", "TH", "VN", "ID", "PH")) {
      assertThat(held(Listing.ofTitle(title), country))
          .as(country)
          .doesNotContain("battery", "blade", "drone", "organic_claim");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rechargeable desk lamp",
        "Cordless drill set",
        "Desk fan, USB-C charging",
        "TWS earbuds",
        "For iPhone 12 battery replacement",
        "Camping lantern with battery and poster"
      })
  void firesWhereACellIsLikely(String title) {
    for (String country : List.of("SG", "MY", "TH", "VN", "ID", "PH")) {
      assertThat(held(Listing.ofTitle(title), country)).as(country).contains("battery");
    }
  }

  @Test
  void countsOfASellerCannotContradictThemselves() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SellerHistory(1, 2, 0));
  }

  private static List<String> held(Listing listing, String country) {
    return SCREENER.screen(listing, country, TODAY, Ranking.unknown()).stream()
        .filter(Finding::holds)
        .map(Finding::category)
        .toList();
  }

  private static Attributes attributes(String name, String value) {
    return Attributes.of(
        new Listing.Builder().with(Field.TITLE, "Thing").attribute(name, value).build());
  }
}
