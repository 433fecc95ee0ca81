package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.Nomenclature;

class JointClassifierTests {

  private static final JointClassifier CLASSIFIER = JointClassifier.builtIn(Nomenclature.hs2022());

  private static final Listing KNIFE =
      new Listing.Builder()
          .with(Field.TITLE, "Ceramic Kitchen Knife - 7 Inch Chef's Knife, White Blade")
          .with(Field.MATERIAL, "zirconia ceramic blade, ABS handle")
          .build();

  @ParameterizedTest
  @CsvSource({
    "Cotton T-shirt, 6109.10",
    "Leather wallet, 4202.31",
    "Vacuum flask, 9617.00",
    "Power bank 20000mAh, 8507.60",
    "Bamboo toothbrush, 9603.21",
    "Tas ransel, 4202.92",
    "Baby stroller, 8715.00",
    "雨伞, 6601.99",
    "Tang kombinasi, 8203.20",
    "stainless steel tumbler, 9617.00",
    "ốp lưng điện thoại, 3926.90",
    "พาวเวอร์แบงค์, 8507.60",
    "保温杯, 9617.00"
  })
  void knowsEverydayGoods(String title, String code) {
    List<Candidate> candidates = CLASSIFIER.classify(Listing.ofTitle(title)).candidates();

    assertThat(candidates.stream().limit(3).map(Candidate::code)).contains(Code.parse(code));
  }

  @Test
  void theSameListingGivesTheSameAnswer() {
    assertThat(CLASSIFIER.classify(KNIFE)).isEqualTo(CLASSIFIER.classify(KNIFE));
    assertThat(JointClassifier.builtIn(Nomenclature.hs2022()).classify(KNIFE))
        .isEqualTo(CLASSIFIER.classify(KNIFE));
  }

  @Test
  void confidencesFallAndSumToOneAtMost() {
    List<Candidate> candidates = CLASSIFIER.classify(KNIFE).candidates();

    assertThat(candidates).hasSizeGreaterThan(3);
    assertThat(candidates.stream().mapToDouble(Candidate::confidence).sum()).isLessThan(1.0001);
    for (int i = 1; i < candidates.size(); i++) {
      assertThat(candidates.get(i).confidence())
          .isLessThanOrEqualTo(candidates.get(i - 1).confidence());
    }
  }

  @Test
  void takesACeramicKnifeForTablewareWithTheMetalKnifeCloseBehind() {
    List<Candidate> candidates = CLASSIFIER.classify(KNIFE).candidates();

    assertThat(candidates.get(0).code()).isEqualTo(Code.parse("6912.00"));
    assertThat(candidates.get(0).confidence()).isLessThan(0.85);
    assertThat(candidates.stream().limit(3).map(Candidate::code)).contains(Code.parse("8211.92"));
  }

  @Test
  void saysWhatSpokeAgainst() {
    Candidate metal =
        CLASSIFIER.classify(KNIFE).candidates().stream()
            .filter(candidate -> candidate.code().equals(Code.parse("8211.92")))
            .findFirst()
            .orElseThrow();

    assertThat(metal.evidence())
        .anyMatch(e -> e.kind() == Evidence.Kind.EXCLUSION && e.text().contains("ceramic"));
  }

  @Test
  void saysWhichWordsSpoke() {
    Candidate first = CLASSIFIER.classify(KNIFE).candidates().get(0);

    assertThat(first.evidence())
        .anyMatch(
            e ->
                e.kind() == Evidence.Kind.GOODS_NAME
                    && e.text().equals("ceramic knife")
                    && e.field().equals("title"));
  }

  @Test
  void showsANameThatSeveralLanguagesShareOnce() {
    Candidate first = CLASSIFIER.classify(Listing.ofTitle("Power bank")).candidates().get(0);

    assertThat(first.evidence()).extracting(Evidence::text).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerLeavesOnlyTheCodeChosen() {
    Ranking ranking = CLASSIFIER.classify(Listing.ofTitle("Coffee grinder"));
    GoodsQuestion question = Objects.requireNonNull(ranking.question());
    GoodsQuestion.Answer byHand = question.answers().get(0);

    Ranking answered = ranking.answered(byHand);

    assertThat(answered.first().orElseThrow().code()).isEqualTo(byHand.code());
    assertThat(answered.first().orElseThrow().confidence())
        .isGreaterThan(ranking.first().orElseThrow().confidence() - 1e-9);
    assertThat(answered.candidates())
        .extracting(Candidate::code)
        .doesNotContain(question.answers().get(1).code());
    assertThatIllegalArgumentException().isThrownBy(() -> answered.answered(byHand));
  }

  @Test
  void aNoteThatSpeaksAgainstIsQuoted() {
    Ranking ranking = CLASSIFIER.classify(Listing.ofTitle("Sports bag for gym, polyester"));

    assertThat(ranking.candidates())
        .flatExtracting(Candidate::evidence)
        .extracting(Evidence::kind)
        .contains(Evidence.Kind.NOTE_FOR);
  }

  @Test
  void saysWhichKnownGoodsAreLikeIt() {
    Listing listing = Listing.ofTitle("Stainless steel vacuum insulated tumbler 500 ml with lid");

    assertThat(CLASSIFIER.classify(listing).candidates().get(0).evidence())
        .extracting(Evidence::kind)
        .contains(Evidence.Kind.NEAREST);
  }

  @Test
  void manyThreadsGetTheSameAnswers() {
    List<Listing> listings =
        IntStream.range(0, 200)
            .mapToObj(i -> Listing.ofTitle((i % 2 == 0 ? "Leather wallet " : "Dao bếp ") + i))
            .toList();
    List<Ranking> alone = listings.stream().map(CLASSIFIER::classify).toList();

    assertThat(listings.parallelStream().map(CLASSIFIER::classify).toList()).isEqualTo(alone);
  }

  @Test
  void asksTheQuestionThatSeparates() {
    assertThat(CLASSIFIER.classify(Listing.ofTitle("T-shirt")).question())
        .satisfies(question -> assertThat(question).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({"áo thun nam, vi", "เสื้อยืดผู้ชาย, th", "男士T恤 宽松, zh", "kaos polos pria, id"})
  void asksInTheLanguageOfTheListing(String title, String lang) {
    GoodsQuestion question =
        Objects.requireNonNull(CLASSIFIER.classify(Listing.ofTitle(title)).question());

    assertThat(Objects.requireNonNull(question.seller()).lang()).isEqualTo(lang);
  }

  @Test
  void asksWhatSeparatesTheFirstTwoAlsoWhereTheTitleNamesNoKnownThing() {
    Ranking ranking = CLASSIFIER.classify(Listing.ofTitle("kaos oblong bahan adem"));
    GoodsQuestion question = Objects.requireNonNull(ranking.question());

    assertThat(question.answers())
        .extracting(GoodsQuestion.Answer::code)
        .contains(ranking.candidates().get(0).code(), ranking.candidates().get(1).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gift", "WH/OUT/00019", "accessories", "asdf qwer zxcv", "Ж", "12345", "!!!"})
  void isUnsureOfWhatSaysNothing(String title) {
    Ranking ranking = CLASSIFIER.classify(Listing.ofTitle(title));

    assertThat(ranking.first().map(Candidate::confidence).orElse(0.0)).isLessThan(0.5);
  }
}
