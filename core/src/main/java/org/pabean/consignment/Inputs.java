package org.pabean.consignment;

import java.util.HashMap;
import java.util.Map;

/** Where in the record that is entered from which an element follows. */
final class Inputs {

  private static final Map<String, String> PATHS = paths();

  private Inputs() {}

  /** The path of what must be entered for an element, below its line or package. */
  static String pathOf(String element) {
    return PATHS.getOrDefault(element, element);
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new HashMap<>();
    for (var row : FormTables.rows("inputs.tsv")) {
      for (String element : row.get(1).split(" ")) {
        paths.put(element, row.get(0));
      }
    }
    return paths;
  }
}
