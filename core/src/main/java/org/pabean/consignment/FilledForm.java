package org.pabean.consignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form, filled.
 *
 * @param form id, such as {@code vn-ida}
 * @param kind what sort of paper it is
 * @param title as printed
 * @param destination ISO country of the consignment
 * @param notes what its reader must know
 * @param header fields of the consignment, in their order
 * @param lines fields of each line
 * @param packages fields of each package
 */
public record FilledForm(
    String form,
    PaperKind kind,
    String title,
    String destination,
    List<String> notes,
    List<Cell> header,
    List<List<Cell>> lines,
    List<List<Cell>> packages) {

  /**
   * A field and what stands in it.
   *
   * @param field as the form names it
   * @param label as printed
   * @param value as written; empty if it is left out
   * @param verified {@code yes}, {@code part} or {@code no}
   */
  public record Cell(String field, String label, String value, String verified) {}

  /** Copies the lists. */
  public FilledForm {
    notes = List.copyOf(notes);
    header = List.copyOf(header);
    lines = List.copyOf(lines);
    packages = List.copyOf(packages);
  }

  /** The fields and values as data, by the names of the form. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("form", form);
    data.put("title", title);
    data.put("destination", destination);
    data.put("notes", notes);
    data.put("header", values(header));
    data.put("lines", lines.stream().map(FilledForm::values).toList());
    data.put("packages", packages.stream().map(FilledForm::values).toList());
    return data;
  }

  private static Map<String, String> values(List<Cell> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (!cell.value().isEmpty()) {
        values.put(cell.field(), cell.value());
      }
    }
    return values;
  }
}
