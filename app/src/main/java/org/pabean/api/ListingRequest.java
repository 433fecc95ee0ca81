package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Submission;

/** A listing to be classified for one destination. */
@Schema(
    name = "Listing",
    description = "Goods as a seller describes them, and where they go.",
    requiredProperties = {"title", "destination"})
record ListingRequest(
    @Schema(description = "Your number for the product. The same one again is the same product.")
        @Nullable String sku,
    @Schema(example = "Ceramic kitchen knife, 7 inch") @Nullable String title,
    @Nullable String description,
    @Schema(description = "The shop's category path.", example = "Home > Kitchen > Knives")
        @Nullable String category,
    @Nullable String material,
    @Schema(description = "What it is for.") @Nullable String use,
    @Schema(example = "new") @Nullable String condition,
    @Schema(description = "Country of origin, two letters.", example = "CN")
        @Nullable String origin,
    @Schema(description = "Further names and values.", example = "{\"colour\": \"white\"}")
        @Nullable Map<String, @Nullable String> attributes,
    @Schema(description = "Price of one unit.") GoodsRequest.@Nullable Price price,
    @Schema(description = "Weight of one unit, in grams.") @Nullable Integer weightGrams,
    @Schema(description = "Language of the title.", example = "en") @Nullable String lang,
    @Schema(description = "Country the goods go to, two letters.", example = "SG")
        @Nullable String destination,
    @Schema(
            description = "The date whose rules apply; without it, the day of the request.",
            format = "date",
            example = "2026-11-24")
        @Nullable String asOf) {

  /** The listing as a domain value; {@code at} is where it stands in the request. */
  Submission toSubmission(String at) {
    String to = Door.country(at + "destination", destination);
    if (to.isEmpty()) {
      throw Refusal.badValue(at + "destination", "is missing: give two letters such as SG");
    }
    return new Submission(goods().toListing(at), to, Door.date(at + "asOf", asOf));
  }

  private GoodsRequest goods() {
    return new GoodsRequest(
        sku,
        title,
        description,
        category,
        material,
        use,
        condition,
        origin,
        attributes,
        price,
        weightGrams,
        lang);
  }
}
