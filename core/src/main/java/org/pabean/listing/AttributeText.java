package org.pabean.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a cell of attributes: a JSON object or {@code name: value; name: value}. */
final class AttributeText {

  private static final JsonMapper JSON = new JsonMapper();

  private AttributeText() {}

  static Map<String, String> parse(String cell) {
    if (cell.startsWith("{")) {
      try {
        return of(JSON.readTree(cell));
      } catch (JacksonException e) {
        // Not JSON after all: read it as pairs, so that its words still count.
        return pairs(cell);
      }
    }
    return pairs(cell);
  }

  static Map<String, String> of(JsonNode object) {
    Map<String, String> attributes = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            property ->
                attributes.put(
                    property.getKey(),
                    property.getValue().isValueNode()
                        ? property.getValue().asString()
                        : property.getValue().toString()));
    return attributes;
  }

  private static Map<String, String> pairs(String cell) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String pair : cell.split("[;\n]")) {
      String[] sides = pair.split("[:=]", 2);
      if (sides.length == 2) {
        attributes.put(sides[0].strip(), sides[1].strip());
      } else if (!pair.isBlank()) {
        attributes.put("attribute " + (attributes.size() + 1), pair.strip());
      }
    }
    return attributes;
  }
}
