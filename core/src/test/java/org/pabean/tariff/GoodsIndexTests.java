package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoodsIndexTests {

  private final Nomenclature hs = Nomenclature.hs2022();
  private final GoodsIndex goods = GoodsIndex.builtIn();

  @Test
  void everyNameLeadsToASubheading() {
    assertThat(goods.names())
        .allSatisfy(
            name ->
                assertThat(hs.isDeclarable(name.code()))
                    .as("%s under %s", name.name(), name.code())
                    .isTrue());
  }

  @Test
  void everySubheadingHasTwoEnglishNamesAtLeast() {
    Map<Code, Long> names =
        goods.names().stream()
            .filter(name -> name.lang().equals("en"))
            .collect(Collectors.groupingBy(GoodsName::code, Collectors.counting()));

    assertThat(hs.atLevel(6))
        .allSatisfy(
            entry ->
                assertThat(names.getOrDefault(entry.code(), 0L))
                    .as("%s", entry.code())
                    .isGreaterThanOrEqualTo(2));
    assertThat(names.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(40_000);
  }

  @Test
  void aNameUnderSeveralCodesIsSharedAmongThem() {
    Map<String, List<GoodsName>> sameName =
        goods.names().stream()
            .collect(Collectors.groupingBy(name -> name.lang() + " " + name.name()));

    assertThat(sameName.values())
        .allSatisfy(
            names -> {
              double shares = names.stream().mapToDouble(GoodsName::share).sum();
              assertThat(shares).as("shares of %s", names.get(0)).isLessThan(1.002);
            });
  }

  @Test
  void questionsLeadToSubheadings() {
    assertThat(goods.questions()).hasSizeGreaterThan(300);
    assertThat(goods.questions())
        .allSatisfy(
            question ->
                assertThat(question.answers())
                    .as(question.name())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(a -> assertThat(hs.isDeclarable(a.code())).isTrue()));
  }

  @Test
  void everyQuestionCanBeAskedInTheSellersLanguage() {
    for (String lang : List.of("id", "ms", "vi", "th", "fil", "zh")) {
      assertThat(goods.questions())
          .allSatisfy(
              question -> {
                GoodsQuestion.Wording asked =
                    Objects.requireNonNull(question.askedIn(lang).seller(), question.text());
                assertThat(asked.answers()).hasSameSizeAs(question.answers());
              });
    }
    assertThat(goods.questions().get(0).askedIn("de").seller()).isNull();
    assertThat(goods.questions().get(0).askedIn("en").seller()).isNull();
  }

  @Test
  void anAnswerIsUnderstoodInBothLanguages() {
    GoodsQuestion shirt =
        goods.questions().stream()
            .filter(question -> question.name().equals("t-shirt"))
            .findFirst()
            .orElseThrow()
            .askedIn("vi");
    String cotton = Objects.requireNonNull(shirt.seller()).answers().get(0);

    assertThat(shirt.answer(cotton)).isEqualTo(shirt.answer("Cotton "));
    assertThat(shirt.answer(cotton).orElseThrow().code()).isEqualTo(Code.parse("6109.10"));
    assertThat(shirt.answer("granite")).isEmpty();
  }
}
