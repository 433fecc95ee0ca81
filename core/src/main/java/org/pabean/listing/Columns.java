package org.pabean.listing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pabean.text.NormalText;

/** What the columns of a file mean, by the header names that sellers and shops use. */
final class Columns {

  private static final Map<String, String> FIELD_OF_HEADER = load();

  private final Map<String, List<String>> headersOfField = new HashMap<>();
  private final List<String> others = new ArrayList<>();

  Columns(List<String> headers) {
    for (String header : headers) {
      String field = FIELD_OF_HEADER.get(NormalText.of(header).text());
      if (field != null) {
        headersOfField.computeIfAbsent(field, f -> new ArrayList<>()).add(header);
      } else if (!header.isBlank()) {
        others.add(header);
      }
    }
  }

  boolean has(String field) {
    return headersOfField.containsKey(field);
  }

  /** The header a field is read from, for messages; the field's own name if there is none. */
  String headerOf(String field) {
    return headersOfField.getOrDefault(field, List.of(field)).get(0);
  }

  /** The first text that a row holds for a field. */
  String first(Map<String, String> row, String field) {
    return texts(row, field).stream().findFirst().orElse("");
  }

  /** All texts that a row holds for a field, joined. */
  String all(Map<String, String> row, String field, String joint) {
    return texts(row, field).stream().distinct().collect(Collectors.joining(joint));
  }

  /** The columns that mean no field, as name and value; paired name/value columns are joined. */
  Map<String, String> attributes(Map<String, String> row) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String header : others) {
      String value = row.getOrDefault(header, "").strip();
      String key = keyOf(header, row);
      if (!value.isEmpty() && !key.isEmpty()) {
        attributes.put(key, value);
      }
    }
    return attributes;
  }

  /**
   * Shopify writes {@code Option1 Name / Option1 Value}, WooCommerce {@code Attribute 1 name …}.
   */
  private static String keyOf(String header, Map<String, String> row) {
    String lower = NormalText.of(header).text();
    if (lower.matches("(option|attribute) ?\\d+ name")) {
      return "";
    }
    if (lower.matches("(option|attribute) ?\\d+ value(\\(s\\))?")) {
      String stem = lower.replaceFirst(" value.*$", "");
      return row.entrySet().stream()
          .filter(cell -> NormalText.of(cell.getKey()).text().equals(stem + " name"))
          .map(cell -> cell.getValue().strip())
          .findFirst()
          .orElse(header);
    }
    return header;
  }

  private List<String> texts(Map<String, String> row, String field) {
    return headersOfField.getOrDefault(field, List.of()).stream()
        .map(header -> row.getOrDefault(header, "").strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Map<String, String> load() {
    try (InputStream in = Columns.class.getResourceAsStream("headers.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
