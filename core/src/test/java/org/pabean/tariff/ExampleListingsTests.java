package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExampleListingsTests {

  private final List<ExampleListing> examples = ExampleListings.builtIn().all();

  @Test
  void everyExampleHasATitleAndASubheading() {
    Nomenclature hs = Nomenclature.hs2022();

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example -> {
              assertThat(example.title()).isNotBlank();
              assertThat(hs.isDeclarable(example.code())).as("%s", example).isTrue();
            });
    assertThat(examples).extracting(ExampleListing::lang).contains("en", "id", "vi", "th");
  }

  @Test
  void attributesKeepTheirOrder() {
    ExampleListing harness =
        examples.stream()
            .filter(example -> example.title().startsWith("Reflective dog harness"))
            .findFirst()
            .orElseThrow();

    assertThat(harness.code()).isEqualTo(Code.parse("4201.00"));
    assertThat(harness.category()).isEqualTo("Pet Supplies > Dogs > Harnesses");
    assertThat(harness.attributes())
        .containsExactly(entry("Material", "nylon"), entry("Size", "M"), entry("Color", "orange"));
  }
}
