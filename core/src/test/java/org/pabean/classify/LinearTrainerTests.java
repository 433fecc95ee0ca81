package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pabean.classify.LinearTrainer.Example;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;

class LinearTrainerTests {

  private final Subheadings subheadings = new Subheadings(Nomenclature.hs2022());
  private final Tree tree = new Tree(subheadings);

  @Test
  void learnsWhatItIsShown() {
    LinearModel model = new LinearTrainer(tree, examples()).train();

    assertThat(first(model, "green ceramic mug, large")).isEqualTo(Code.parse("6912.00"));
    assertThat(first(model, "steel chef knife")).isEqualTo(Code.parse("8211.92"));
  }

  @Test
  void aHeadingsProbabilityIsThatOfAllBelowIt() {
    float[] probability =
        new LinearTrainer(tree, examples()).train().answer(tree, features("mug")).probability();

    double all = 0;
    for (int s = 0; s < tree.subheadings(); s++) {
      all += probability[s];
      assertThat(probability[tree.headingOf(s)]).isGreaterThanOrEqualTo(probability[s]);
    }
    assertThat(all).isBetween(0.999, 1.001);
  }

  @Test
  void theSameExamplesGiveTheSameModel() {
    LinearModel one = new LinearTrainer(tree, examples()).train();
    LinearModel other = new LinearTrainer(tree, examples()).train();

    assertThat(one.weights()).isEqualTo(other.weights());
    assertThat(one.steps()).isEqualTo(other.steps());
    assertThat(one.bias()).isEqualTo(other.bias());
  }

  @Test
  void knowsHowMuchOfATextItKnows() {
    LinearModel model = new LinearTrainer(tree, examples()).train();

    assertThat(model.answer(tree, features("ceramic mug")).known()).isEqualTo(1);
    assertThat(model.answer(tree, features("qwrtz plmkj")).known()).isZero();
  }

  private Code first(LinearModel model, String title) {
    float[] probability = model.answer(tree, features(title)).probability();
    int best = 0;
    for (int s = 1; s < tree.subheadings(); s++) {
      best = probability[s] > probability[best] ? s : best;
    }
    return tree.code(best);
  }

  private List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String mug : List.of("ceramic mug", "blue ceramic mug", "stoneware mug", "ceramic bowl")) {
      examples.add(example(mug, "6912.00"));
    }
    for (String knife : List.of("chef knife", "steel knife", "bread knife", "kitchen knife")) {
      examples.add(example(knife, "8211.92"));
    }
    return examples;
  }

  private Example example(String title, String code) {
    return new Example(features(title), subheadings.number(Code.parse(code)), 1);
  }

  private static TextFeatures features(String title) {
    return TextFeatures.of(ListingTokens.of(Listing.ofTitle(title)));
  }
}
