package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    LinearView model = view();

    assertThat(first(model, "green ceramic mug, large")).isEqualTo(Code.parse("6912.00"));
    assertThat(first(model, "steel chef knife")).isEqualTo(Code.parse("8211.92"));
  }

  @Test
  void aHeadingsProbabilityIsThatOfAllBelowIt() {
    float[] probability = view().answer(features("mug")).probability();

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
    LinearView model = view();

    assertThat(model.answer(features("ceramic mug")).known()).isEqualTo(1);
    assertThat(model.answer(features("qwrtz plmkj")).known()).isZero();
  }

  @Test
  void theQuickWayGivesTheProbabilitiesOfTheOneThatIsTrained() {
    LinearView model = view();
    float[] trained = new float[tree.nodes()];
    for (int node = 0; node < trained.length; node++) {
      trained[node] = model.model().bias()[node];
    }
    TextFeatures text = features("stoneware mug with steel lid");
    double squares = 0;
    for (int i = 0; i < text.hashes().length; i++) {
      int feature = model.feature(text.hashes()[i]);
      float x = feature < 0 ? 0 : text.values()[i] * model.model().rarityOf(feature);
      squares += x * x;
    }
    for (int i = 0; i < text.hashes().length; i++) {
      int feature = model.feature(text.hashes()[i]);
      for (int node = 0; feature >= 0 && node < trained.length; node++) {
        trained[node] +=
            (float)
                (text.values()[i]
                    * LinearModel.scale(squares)
                    * model.model().weight(feature, node));
      }
    }
    tree.softmax(trained);

    float[] quick = model.answer(text).probability();

    for (int node = 0; node < trained.length; node++) {
      assertThat((double) quick[node]).isCloseTo(trained[node], within(1e-4));
    }
    assertThat(model.answer(text).probability()).isEqualTo(quick);
  }

  private LinearView view() {
    return new LinearView(tree, new LinearTrainer(tree, examples()).train());
  }

  private Code first(LinearView model, String title) {
    float[] probability = model.answer(features(title)).probability();
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
