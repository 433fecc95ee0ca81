package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTests {

  @ParameterizedTest
  @CsvSource({
    "8211.92, 821192, 8211.92",
    "82 11 92, 821192, 8211.92",
    "0101, 0101, 01.01",
    "82, 82, 82",
    "82119200, 82119200, 8211.92.00",
    "8211.92.00.10, 8211920010, 8211.92.00.10"
  })
  void readsWhatPeopleWrite(String text, String digits, String dotted) {
    Code code = Code.parse(text);

    assertThat(code.digits()).isEqualTo(digits);
    assertThat(code.dotted()).isEqualTo(dotted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "821", "82119", "8211.9x", "knife", "821192001011"})
  void refusesWhatIsNoCode(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Code.parse(text))
        .withMessageContaining("not a tariff code");
  }

  @Test
  void knowsItsPlaceInTheTree() {
    Code code = Code.parse("8211.92");

    assertThat(code.parent()).contains(Code.parse("8211"));
    assertThat(Code.parse("82").parent()).isEmpty();
    assertThat(code.isWithin(Code.parse("82"))).isTrue();
    assertThat(code.isWithin(Code.parse("8212"))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> code.upTo(8));
  }
}
