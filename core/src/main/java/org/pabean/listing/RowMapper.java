package org.pabean.listing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing.Field;

/** Turns the cells of one row into a listing, or says what is wrong with it. */
final class RowMapper {

  private static final char UNDECODABLE = '\uFFFD';

  private final Columns columns;
  private String lastHandle = "";
  private Map<String, String> lastRow = Map.of();

  RowMapper(List<String> headers) {
    this.columns = new Columns(headers);
  }

  boolean hasTitle() {
    return columns.has("title");
  }

  /** Sends the row to the sink as what it is. */
  void map(long line, Map<String, String> cells, String raw, RowSink sink) {
    try {
      checkCells(cells);
      Map<String, String> row = withProductOf(cells);
      if (row.isEmpty()) {
        sink.merged(line);
        return;
      }
      sink.accepted(toRow(line, row));
    } catch (RowFault fault) {
      sink.rejected(new RejectedRow(line, fault.column, fault.getMessage(), shortened(raw)));
    }
  }

  static String shortened(String raw) {
    return raw.length() <= 200 ? raw : raw.substring(0, 200) + "…";
  }

  private void checkCells(Map<String, String> cells) throws RowFault {
    for (var cell : cells.entrySet()) {
      if (cell.getValue().length() > ListingFile.LONGEST_CELL) {
        throw new RowFault(
            cell.getKey(),
            "the text has %,d characters; at most %,d are read"
                .formatted(cell.getValue().length(), ListingFile.LONGEST_CELL));
      }
      if (cell.getValue().indexOf(UNDECODABLE) >= 0) {
        throw new RowFault(
            cell.getKey(),
            "holds characters in another encoding than the rest; save the file as UTF-8");
      }
    }
  }

  /**
   * Shop exports give title and text once per product, on its first row; its variants follow with
   * the same handle. Empty if the row holds no variant of its own.
   */
  private Map<String, String> withProductOf(Map<String, String> cells) {
    String handle = columns.first(cells, "handle");
    if (handle.isEmpty()) {
      return cells;
    }
    if (!handle.equals(lastHandle)) {
      lastHandle = handle;
      lastRow = cells;
      return cells;
    }
    if (columns.first(cells, "sku").isEmpty() && columns.first(cells, "price").isEmpty()) {
      return Map.of();
    }
    Map<String, String> joined = new LinkedHashMap<>(lastRow);
    cells.forEach((header, value) -> joined.merge(header, value, (a, b) -> b.isBlank() ? a : b));
    return joined;
  }

  private ListingRow toRow(long line, Map<String, String> row) throws RowFault {
    var builder = new Listing.Builder();
    String title = columns.first(row, "title");
    if (title.isEmpty()) {
      throw new RowFault(columns.headerOf("title"), "the title is empty; say what the goods are");
    }
    builder
        .with(Field.SKU, columns.first(row, "sku"))
        .with(Field.TITLE, plain(title))
        .with(Field.DESCRIPTION, plain(columns.all(row, "description", "\n")))
        .with(Field.CATEGORY, columns.all(row, "category", " > "))
        .with(Field.MATERIAL, columns.first(row, "material"))
        .with(Field.USE, columns.first(row, "use"))
        .with(Field.CONDITION, columns.first(row, "condition"))
        .with(Field.ORIGIN, country(row, "origin"))
        .with(Field.LANG, columns.first(row, "lang").toLowerCase(Locale.ROOT))
        .price(price(row))
        .weightGrams(weight(row));
    columns.attributes(row).forEach((k, v) -> builder.attribute(k, plain(v)));
    AttributeText.parse(columns.first(row, "attributes")).forEach(builder::attribute);
    return new ListingRow(line, builder.build(), country(row, "destination"), date(row));
  }

  private @Nullable Money price(Map<String, String> row) throws RowFault {
    String text = columns.first(row, "price");
    try {
      return text.isEmpty() ? null : PriceText.parse(text, columns.first(row, "currency"));
    } catch (IllegalArgumentException e) {
      throw new RowFault(columns.headerOf("price"), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Integer weight(Map<String, String> row) throws RowFault {
    boolean inKilograms = !columns.has("weight") && columns.has("weight_kg");
    String field = inKilograms ? "weight_kg" : "weight";
    String text = columns.first(row, field).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    boolean kilograms = inKilograms || text.endsWith("kg");
    try {
      var number = new BigDecimal(text.replaceAll("[a-z\\s]", "").replace(',', '.'));
      if (number.signum() < 0) {
        throw new RowFault(columns.headerOf(field), "the weight %s is negative".formatted(text));
      }
      return number
          .movePointRight(kilograms ? 3 : 0)
          .setScale(0, RoundingMode.HALF_UP)
          .intValueExact();
    } catch (ArithmeticException e) {
      throw new RowFault(
          columns.headerOf(field), "'%s' is not a weight; write it in grams".formatted(text));
    }
  }

  private String country(Map<String, String> row, String field) throws RowFault {
    String text = columns.first(row, field);
    String code = Countries.codeOf(text);
    if (!text.isEmpty() && code.isEmpty()) {
      throw new RowFault(
          columns.headerOf(field),
          "'%s' is not a country; write two letters such as CN".formatted(shortened(text)));
    }
    return code;
  }

  private @Nullable LocalDate date(Map<String, String> row) throws RowFault {
    String text = columns.first(row, "date");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new RowFault(
          columns.headerOf("date"), "'%s' is not a date; write 2026-11-24".formatted(text));
    }
  }

  private static String plain(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0 ? Jsoup.parse(text).text() : text;
  }

  /** What is wrong with a row, and in which column. */
  private static final class RowFault extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;

    RowFault(String column, String reason) {
      super(reason);
      this.column = column;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
