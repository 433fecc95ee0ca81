package org.pabean.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.tariff.Code;

class StuffingTests {

  private final Stuffing stuffing =
      new Stuffing(
          List.of(
              row("Hot sale kitchen gadget set for home cooking", "8205.51"),
              row("Peeler steel with soft grip and cover", "8205.51")));

  @Test
  void keepsWhatTheGoodsAreAndAddsWhatTheyAreNot() {
    Labelled knife = row("Chef knife", "8211.92");

    Labelled stuffed = stuffing.of(knife);

    assertThat(stuffed.code()).isEqualTo(knife.code());
    assertThat(stuffed.listing().title()).contains("Chef knife").isNotEqualTo("Chef knife");
    assertThat(stuffing.of(knife)).isEqualTo(stuffed);
  }

  private static Labelled row(String title, String code) {
    var listing = new Listing.Builder().with(Field.TITLE, title).attribute("Colour", "red");
    return new Labelled(listing.build(), Code.parse(code), Set.of(), "test");
  }
}
