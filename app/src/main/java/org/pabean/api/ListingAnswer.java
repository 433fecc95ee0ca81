package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.listing.Money;

/** Goods as they were described; unknown texts are empty. */
@Schema(name = "ListingAnswer", description = "Goods as last described; unknown texts are empty.")
record ListingAnswer(
    String sku,
    String title,
    String description,
    String category,
    String material,
    String use,
    String condition,
    String origin,
    Map<String, String> attributes,
    @Nullable Price price,
    @Nullable Integer weightGrams,
    String lang) {

  /** An amount in a currency. */
  @Schema(name = "PriceAnswer")
  record Price(BigDecimal amount, String currency) {

    private static @Nullable Price of(@Nullable Money money) {
      return money == null ? null : new Price(money.amount(), money.currency());
    }
  }

  static ListingAnswer of(Listing listing) {
    return new ListingAnswer(
        listing.sku(),
        listing.title(),
        listing.description(),
        listing.category(),
        listing.material(),
        listing.use(),
        listing.condition(),
        listing.origin(),
        listing.attributes(),
        Price.of(listing.price()),
        listing.weightGrams(),
        listing.lang());
  }
}
