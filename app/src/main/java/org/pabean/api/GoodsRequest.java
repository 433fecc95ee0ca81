package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.listing.ListingFile;
import org.pabean.listing.Money;

/** Goods as a client describes them. */
@Schema(
    name = "Goods",
    description = "Goods as a seller describes them.",
    requiredProperties = {"title"})
record GoodsRequest(
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
    @Schema(description = "Price of one unit.") @Nullable Price price,
    @Schema(description = "Weight of one unit, in grams.") @Nullable Integer weightGrams,
    @Schema(description = "Language of the title.", example = "en") @Nullable String lang) {

  private static final int LONGEST_SKU = 200;
  private static final int MOST_ATTRIBUTES = 200;

  /** An amount in a currency. */
  @Schema(
      name = "Price",
      requiredProperties = {"amount", "currency"})
  record Price(
      @Schema(description = "In the main unit: dollars, not cents.", example = "18.90")
          @Nullable BigDecimal amount,
      @Schema(description = "ISO 4217.", example = "SGD") @Nullable String currency) {

    private Money toMoney(String at) {
      Door.present(at + "amount", amount, "give the price of one unit");
      BigDecimal number = Door.number(at + "amount", amount);
      String code = Door.required(at + "currency", currency, Door.SHORT, "give a code such as SGD");
      return Door.make(at + "amount", () -> new Money(number, code));
    }
  }

  /** The goods as a domain value; {@code at} is where they stand in the request. */
  Listing toListing(String at) {
    int longest = ListingFile.LONGEST_CELL;
    var builder =
        new Listing.Builder()
            .with(Field.SKU, Door.text(at + "sku", sku, LONGEST_SKU))
            .with(
                Field.TITLE, Door.required(at + "title", title, longest, "say what the goods are"))
            .with(Field.DESCRIPTION, Door.text(at + "description", description, longest))
            .with(Field.CATEGORY, Door.text(at + "category", category, longest))
            .with(Field.MATERIAL, Door.text(at + "material", material, longest))
            .with(Field.USE, Door.text(at + "use", use, longest))
            .with(Field.CONDITION, Door.text(at + "condition", condition, longest))
            .with(Field.ORIGIN, Door.country(at + "origin", origin))
            .with(Field.LANG, Door.text(at + "lang", lang, Door.SHORT).toLowerCase(Locale.ROOT))
            .weightGrams(weightGrams);
    if (price != null) {
      builder.price(price.toMoney(at + "price."));
    }
    addAttributes(at + "attributes", builder);
    return Door.make(at + "weightGrams", builder::build);
  }

  private void addAttributes(String field, Listing.Builder builder) {
    if (attributes == null) {
      return;
    }
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw Refusal.badValue(field, "at most %d attributes are taken".formatted(MOST_ATTRIBUTES));
    }
    for (Map.Entry<String, @Nullable String> attribute : attributes.entrySet()) {
      String name = Door.text(field, attribute.getKey(), Door.SHORT);
      builder.attribute(
          name, Door.text(field + "." + name, attribute.getValue(), ListingFile.LONGEST_CELL));
    }
  }
}
