package org.pabean;

import java.util.UUID;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;

/**
 * Listings as tests send them. Goods that are held are known to no other test, for what is decided
 * on them holds for all sellers.
 */
public final class Goods {

  private Goods() {}

  /** Held by the rules of Singapore on blades: a specialist decides. */
  public static Listing knife() {
    return own("Ceramic kitchen knife");
  }

  /** Routine: final at once. Others know these goods, for nobody ever has to decide on them. */
  public static Listing wallet() {
    return of("SKU-" + word(), "Men's leather wallet");
  }

  /** Prohibited in Singapore: a lead decides. */
  public static Listing vape() {
    return own("Disposable vape");
  }

  /** The same product in other words. */
  public static Listing described(Listing listing, String description) {
    return new Listing.Builder()
        .with(Field.SKU, listing.sku())
        .with(Field.TITLE, listing.title())
        .with(Field.DESCRIPTION, description)
        .with(Field.ORIGIN, listing.origin())
        .build();
  }

  /** A word that stands in no dictionary and in no other listing. */
  public static String word() {
    return "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private static Listing own(String title) {
    String word = word();
    return of("SKU-" + word, title + " " + word);
  }

  private static Listing of(String sku, String title) {
    return new Listing.Builder()
        .with(Field.SKU, sku)
        .with(Field.TITLE, title)
        .with(Field.ORIGIN, "CN")
        .build();
  }
}
