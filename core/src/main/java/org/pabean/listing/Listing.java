package org.pabean.listing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goods as a seller describes them. Unknown texts are empty; a title is always there.
 *
 * @param sku the seller's own number for the product; may be empty
 * @param title what the shop shows first
 * @param description the longer text
 * @param category the shop's category path, such as {@code Home > Kitchen > Knives}
 * @param material what it is made of
 * @param use what it is for
 * @param condition such as {@code new} or {@code used}
 * @param origin ISO 3166-1 alpha-2 country of origin, upper case; may be empty
 * @param attributes further name and value pairs, in the order given
 * @param price unit price, if known
 * @param weightGrams weight of one unit in grams, if known
 * @param lang ISO 639 language of the title; may be empty
 */
public record Listing(
    String sku,
    String title,
    String description,
    String category,
    String material,
    String use,
    String condition,
    String origin,
    Map<String, String> attributes,
    @Nullable Money price,
    @Nullable Integer weightGrams,
    String lang) {

  /** Checks that there is a title and that the origin is a country code. */
  public Listing {
    if (title.isBlank()) {
      throw new IllegalArgumentException("the title is empty: say what the goods are");
    }
    origin = origin.strip().toUpperCase(Locale.ROOT);
    if (!origin.isEmpty() && !origin.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "the origin '%s' is not a country: give two letters such as CN".formatted(origin));
    }
    if (weightGrams != null && weightGrams < 0) {
      throw new IllegalArgumentException("the weight %d g is negative".formatted(weightGrams));
    }
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** A listing of which nothing but the title is known. */
  public static Listing ofTitle(String title) {
    return new Builder().with(Field.TITLE, title).build();
  }

  /** The same with one more attribute, or another value of it. */
  public Listing withAttribute(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new Listing(
        sku,
        title,
        description,
        category,
        material,
        use,
        condition,
        origin,
        more,
        price,
        weightGrams,
        lang);
  }

  /** A part of the listing that holds text. */
  public enum Field {
    /** The seller's number. */
    SKU,
    /** The title. */
    TITLE,
    /** The description. */
    DESCRIPTION,
    /** The category path. */
    CATEGORY,
    /** The material. */
    MATERIAL,
    /** The use. */
    USE,
    /** The condition. */
    CONDITION,
    /** The origin. */
    ORIGIN,
    /** The language. */
    LANG;

    /** The name in lower case, as in files and answers. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A text of the listing and where it stands.
   *
   * @param name {@code title}, {@code description} … or {@code attribute:} and its name
   * @param key for an attribute its name, else empty
   * @param text the text
   */
  public record Text(String name, String key, String text) {}

  /** All texts that speak of the goods, the title first; empty ones left out. */
  public List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    addText(texts, Field.TITLE, title);
    addText(texts, Field.DESCRIPTION, description);
    addText(texts, Field.CATEGORY, category);
    addText(texts, Field.MATERIAL, material);
    addText(texts, Field.USE, use);
    addText(texts, Field.CONDITION, condition);
    attributes.forEach((key, value) -> texts.add(new Text("attribute:" + key, key, value)));
    return texts;
  }

  /** The unit price, if known. */
  public Optional<Money> knownPrice() {
    return Optional.ofNullable(price);
  }

  private static void addText(List<Text> texts, Field field, String text) {
    if (!text.isBlank()) {
      texts.add(new Text(field.label(), "", text));
    }
  }

  /** Collects the parts of a listing as they are found. */
  public static final class Builder {

    private final Map<Field, String> texts = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private @Nullable Money price;
    private @Nullable Integer weightGrams;

    /** Sets a text; the last one given counts. */
    public Builder with(Field field, String text) {
      texts.put(field, text.strip());
      return this;
    }

    /** Adds an attribute; empty values are left out. */
    public Builder attribute(String name, String value) {
      if (!value.isBlank()) {
        attributes.put(name.strip(), value.strip());
      }
      return this;
    }

    /** Sets the unit price. */
    public Builder price(@Nullable Money unitPrice) {
      this.price = unitPrice;
      return this;
    }

    /** Sets the weight of one unit. */
    public Builder weightGrams(@Nullable Integer grams) {
      this.weightGrams = grams;
      return this;
    }

    /**
     * The listing.
     *
     * @throws IllegalArgumentException if a part is not valid; the message says which and why
     */
    public Listing build() {
      return new Listing(
          text(Field.SKU),
          text(Field.TITLE),
          text(Field.DESCRIPTION),
          text(Field.CATEGORY),
          text(Field.MATERIAL),
          text(Field.USE),
          text(Field.CONDITION),
          text(Field.ORIGIN),
          attributes,
          price,
          weightGrams,
          text(Field.LANG));
    }

    private String text(Field field) {
      return texts.getOrDefault(field, "");
    }
  }
}
