package org.pabean.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.certify.FixedSequence.Step;

class CertifyTests {

  private static final byte[] KEY = "a key of the test".getBytes(StandardCharsets.UTF_8);

  /** From R: {@code binom.test(x, n, alternative = "less", conf.level = 0.95)$conf.int[2]}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.2588656",
    "1, 10, 0.3941633",
    "0, 149, 0.0199053",
    "3, 100, 0.0757108",
    "10, 1000, 0.0169022"
  })
  void upperBoundsAreThoseOfClopperAndPearson(long errors, long draws, double bound) {
    assertThat(Binomial.upperBound(errors, draws, 0.95)).isCloseTo(bound, within(1e-5));
  }

  @Test
  void soManyDrawsWithoutAnErrorAreNeeded() {
    assertThat(Binomial.cleanDraws(0.02, 0.95)).isEqualTo(149);
    assertThat(Binomial.cleanDraws(0.01, 0.95)).isEqualTo(299);
    assertThat(Binomial.drawsMissing(0, 37, 0.02, 0.95)).isEqualTo(112);
    assertThat(Binomial.upperBound(0, 148, 0.95)).isGreaterThan(0.02);
    assertThat(Binomial.upperBound(0, 149, 0.95)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void withoutDrawsNothingIsKnown() {
    assertThat(Binomial.upperBound(0, 0, 0.95)).isEqualTo(1);
    assertThat(Binomial.lowerBound(0, 0, 0.95)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.upperBound(2, 1, 0.95));
  }

  @Test
  void theBoundHoldsInNineteenOfTwentyWorlds() {
    var random = new Random(7);
    double rate = 0.03;
    int missed = 0;
    int worlds = 4_000;
    for (int w = 0; w < worlds; w++) {
      int errors = 0;
      for (int i = 0; i < 200; i++) {
        errors += random.nextDouble() < rate ? 1 : 0;
      }
      missed += Binomial.upperBound(errors, 200, 0.95) < rate ? 1 : 0;
    }
    assertThat((double) missed / worlds).isLessThan(0.06);
  }

  @Test
  void theSameThingIsDrawnForGoodAndAboutTheShareOfThings() {
    var draw = new Draw(KEY, 0.05);
    List<String> things =
        IntStream.range(0, 20_000).mapToObj(i -> new UUID(7, i).toString()).toList();

    List<String> taken = things.stream().filter(draw::takes).toList();

    assertThat(taken).hasSizeBetween(900, 1_100);
    assertThat(things.stream().filter(new Draw(KEY, 0.05)::takes).toList()).isEqualTo(taken);
    assertThat(things.stream().filter(new Draw(KEY, 0.10)::takes).toList())
        .as("who draws more draws these too")
        .containsAll(taken);
    byte[] other = "another key".getBytes(StandardCharsets.UTF_8);
    assertThat(things.stream().filter(new Draw(other, 0.05)::takes).toList()).isNotEqualTo(taken);
  }

  @Test
  void lessThanOneInAHundredIsNeverDrawn() {
    for (double share : new double[] {0, 0.0099, -1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Draw(KEY, share))
          .withMessageContaining("from 0.01 to 1");
    }
  }

  @Test
  void thresholdsAreTestedFromTheStrictestOnUntilOneIsNotProved() {
    List<Step> steps =
        List.of(
            new Step(0.99, 200, 0),
            new Step(0.95, 400, 2),
            new Step(0.90, 500, 9),
            new Step(0.85, 2_000, 10));

    assertThat(FixedSequence.loosest(steps, 0.02, 0.95))
        .as("0.85 alone would be proved, and is behind one that is not")
        .isEqualTo(OptionalInt.of(1));
    assertThat(FixedSequence.loosest(steps, 0.01, 0.95)).isEmpty();
    assertThat(FixedSequence.loosest(List.of(new Step(0.9, 0, 0)), 0.02, 0.95)).isEmpty();
  }

  /** A model that is too sure of itself: the true error passes the aim just below 0.95. */
  @Test
  void aThresholdWhoseErrorExceedsTheAimIsOpenedInAtMostOneOfTwentyWorlds() {
    var random = new Random(11);
    double aim = 0.02;
    double[] thresholds = {0.99, 0.95, 0.90, 0.85};
    double[] rates = {0.005, 0.019, 0.03, 0.05};
    int worlds = 2_000;
    int broken = 0;
    for (int w = 0; w < worlds; w++) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < thresholds.length; i++) {
        int errors = 0;
        for (int n = 0; n < 400; n++) {
          errors += random.nextDouble() < rates[i] ? 1 : 0;
        }
        steps.add(new Step(thresholds[i], 400, errors));
      }
      OptionalInt opened = FixedSequence.loosest(steps, aim, 0.95);
      broken += opened.isPresent() && rates[opened.getAsInt()] > aim ? 1 : 0;
    }
    assertThat((double) broken / worlds).isLessThanOrEqualTo(0.05);
  }
}
