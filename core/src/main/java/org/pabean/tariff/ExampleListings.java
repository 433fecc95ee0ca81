package org.pabean.tariff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The built-in example listings, in the languages sellers write. */
public final class ExampleListings {

  private final List<ExampleListing> listings;

  private ExampleListings(List<ExampleListing> listings) {
    this.listings = List.copyOf(listings);
  }

  /** Reads the built-in examples. */
  public static ExampleListings builtIn() {
    List<ExampleListing> listings = new ArrayList<>();
    for (String lang : GoodsIndex.LANGUAGES) {
      for (int chapter = 1; chapter <= Nomenclature.CHAPTERS; chapter++) {
        String resource = "goods/examples/%s/%02d.tsv".formatted(lang, chapter);
        for (String[] row : Table.rows(resource, "code\ttitle\tcategory\tattributes")) {
          listings.add(
              new ExampleListing(
                  Code.parse(row[0]), row[1], row[2], attributes(row[3], resource), lang));
        }
      }
    }
    return new ExampleListings(listings);
  }

  /** All examples, by language, then in the order of chapters. */
  public List<ExampleListing> all() {
    return listings;
  }

  private static Map<String, String> attributes(String cell, String resource) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String part : GoodsIndex.parts(cell)) {
      String[] pair = part.split("\\s*=\\s*", 2);
      if (pair.length < 2) {
        throw new IllegalStateException(
            "%s: '%s' is no attribute, write name=value".formatted(resource, part));
      }
      // A name said twice keeps both values, as a listing's reader does.
      attributes.merge(pair[0], pair[1], (first, second) -> first + ", " + second);
    }
    return attributes;
  }
}
