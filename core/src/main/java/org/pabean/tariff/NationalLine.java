package org.pabean.tariff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a national tariff, as its official file states it.
 *
 * @param code the code to which the nation divides, usually 8 or 10 digits
 * @param description the words of the file in English; may be empty if it has local ones
 * @param localDescription the words in the nation's language; may be empty
 * @param unit what customs counts the goods in; may be empty
 * @param path the words from heading to line, joined by {@code >}; empty if the file has no levels
 * @param values rates, policies and the like by the name of their column; blank ones are left out
 */
public record NationalLine(
    Code code,
    String description,
    String localDescription,
    String unit,
    String path,
    Map<String, String> values) {

  /** Copies the values, in their order. */
  public NationalLine {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** All that the line says, by the names of its fields. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(TariffFormat.DESCRIPTION, description);
    fields.put(TariffFormat.LOCAL, localDescription);
    fields.put(TariffFormat.UNIT, unit);
    fields.put(TariffFormat.PATH, path);
    fields.putAll(values);
    return fields;
  }
}
