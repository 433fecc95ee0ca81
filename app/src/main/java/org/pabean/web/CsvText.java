package org.pabean.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Tables as CSV, safe to open in a spreadsheet. */
final class CsvText {

  private CsvText() {}

  static <T> String of(List<String> header, List<T> rows, Function<T, List<String>> cells) {
    var text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(header);
    rows.forEach(row -> csv.writeRecord(cells.apply(row)));
    return text.toString();
  }

  static List<String> row(Object... cells) {
    return Arrays.stream(cells).map(cell -> plain(cell.toString())).toList();
  }

  /** A spreadsheet would take such a text for a formula. */
  private static String plain(String text) {
    return text.matches("^[=+@-].*") && !text.matches("-?[0-9.]+") ? "'" + text : text;
  }

  static String decimals(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
