package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;

class LinesTests {

  private static final Lines LINES = Lines.ahtn2022();

  @Test
  void aSubheadingThatIsNotDividedLeadsToItsOnlyLine() {
    Line line =
        LINES.choose(Listing.ofTitle("Ceramic mug"), Code.parse("6912.00"), 0.9).orElseThrow();

    assertThat(line.code()).isEqualTo(Code.parse("6912.00.00"));
    assertThat(line.confidence()).isEqualTo(0.9);
    assertThat(line.missing()).isEmpty();
  }

  @Test
  void theWordsOfTheListingChooseAmongSisters() {
    Code knives = Code.parse("8211.92");

    Line plain = LINES.choose(Listing.ofTitle("Chef knife"), knives, 1).orElseThrow();
    Line farm =
        LINES
            .choose(Listing.ofTitle("Knife for farm, horticulture and forestry work"), knives, 1)
            .orElseThrow();

    assertThat(farm.code()).isNotEqualTo(plain.code());
    assertThat(plain.confidence()).isBetween(0.2, 0.95);
    assertThat(plain.missing()).contains(plain.code().dotted(), farm.code().dotted());
  }

  @Test
  void isNeverSurerOfTheLineThanOfTheSubheading() {
    Line line =
        LINES.choose(Listing.ofTitle("Chef knife"), Code.parse("8211.92"), 0.4).orElseThrow();

    assertThat(line.confidence()).isLessThan(0.4);
  }
}
