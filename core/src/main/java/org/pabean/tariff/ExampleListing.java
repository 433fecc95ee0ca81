package org.pabean.tariff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A listing as sellers write them, made up by this project, and the code customs would decide.
 *
 * @param code the subheading
 * @param title what the shop calls the goods
 * @param category the shop's category, outermost first; may be empty
 * @param attributes name and value as the shop states them, in its order
 * @param lang ISO 639 language of the title
 */
public record ExampleListing(
    Code code, String title, String category, Map<String, String> attributes, String lang) {

  /** Copies the attributes, in their order. */
  public ExampleListing {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
