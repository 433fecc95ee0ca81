package org.pabean.tariff;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an official CSV file strictly: every row must have the header's number of cells, every
 * quote must be closed, every byte must be text. A fault costs one row, so that the rows below it
 * are checked too.
 */
final class CsvSource {

  private static final int MOST_LINES_IN_A_ROW = 50;
  private static final char DAMAGED = '\uFFFD';
  private static final String NOT_TEXT =
      "holds bytes that are not UTF-8 text; save the file as 'CSV UTF-8'";
  private static final String BROKEN_QUOTE =
      "a quote is opened and not closed, or text follows a closing quote; close it, or write two"
          + " quotes for one";

  private final List<String> lines;
  private final char separator;
  private final List<String> header;
  private final List<SourceTable.Row> rows = new ArrayList<>();
  private final Faults faults;

  private CsvSource(List<String> lines, char separator, List<String> header, Faults faults) {
    this.lines = lines;
    this.separator = separator;
    this.header = header;
    this.faults = faults;
  }

  /** Reads the whole file; what is wrong goes to the faults. */
  static SourceTable read(byte[] bytes, Faults faults) {
    List<String> lines = decode(bytes).lines().toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      return new SourceTable(List.of(), List.of());
    }
    char separator = separatorOf(lines.get(first));
    Optional<List<String>> header = cells(lines.get(first), separator);
    if (header.isEmpty()) {
      faults.add(first + 1L, "", BROKEN_QUOTE);
      return new SourceTable(List.of(lines.get(first)), List.of());
    }
    var source = new CsvSource(lines, separator, header.get(), faults);
    for (int at = first + 1; at < lines.size(); ) {
      at = lines.get(at).isBlank() ? at + 1 : source.readRow(at);
    }
    return new SourceTable(source.header, source.rows);
  }

  private static String decode(byte[] bytes) {
    String utf8 = new String(bytes, charsetOf(bytes));
    return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
  }

  private static Charset charsetOf(byte[] bytes) {
    boolean utf16 =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static char separatorOf(String header) {
    char best = ',';
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** Reads the row that begins at a line and returns the line after it. */
  private int readRow(int at) {
    if (lines.get(at).indexOf(DAMAGED) >= 0) {
      faults.add(at + 1L, "", NOT_TEXT);
      return at + 1;
    }
    Optional<List<String>> cells = cells(lines.get(at), separator);
    int end = at + 1;
    if (cells.isEmpty()) {
      end = endOfQuoted(at);
      if (end < 0) {
        faults.add(at + 1L, "", BROKEN_QUOTE);
        return at + 1;
      }
      cells = cells(String.join("\n", lines.subList(at, end)), separator);
    }
    add(at + 1L, cells.orElseThrow());
    return end;
  }

  /**
   * The line after the row whose quoted cell runs over several lines; -1 if its quote is broken.
   */
  private int endOfQuoted(int at) {
    var joined = new StringBuilder(lines.get(at));
    int last = Math.min(lines.size(), at + MOST_LINES_IN_A_ROW);
    for (int next = at + 1; next < last; next++) {
      String line = lines.get(next);
      joined.append('\n').append(line);
      boolean complete =
          line.indexOf('"') >= 0
              && cells(joined.toString(), separator).filter(this::fits).isPresent();
      if (complete) {
        return next + 1;
      }
      // A line that is a row by itself was swallowed by the quote, not meant to be inside it.
      if (line.indexOf(DAMAGED) >= 0 || cells(line, separator).filter(this::fits).isPresent()) {
        return -1;
      }
    }
    return -1;
  }

  private boolean fits(List<String> cells) {
    return cells.size() == header.size();
  }

  private void add(long row, List<String> cells) {
    if (fits(cells)) {
      rows.add(new SourceTable.Row(row, cells, Set.of()));
    } else {
      faults.add(
          row,
          "",
          "has %d cells, the header has %d; put text that holds '%s' in quotes"
              .formatted(cells.size(), header.size(), separator == '\t' ? "tab" : separator));
    }
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  /** The cells of one complete row; empty if its quotes are broken. */
  private static Optional<List<String>> cells(String row, char separator) {
    if (row.indexOf('"') < 0) {
      return Optional.of(List.of(row.split(Pattern.quote("" + separator), -1)));
    }
    if (count(row, '"') % 2 != 0) {
      return Optional.empty();
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(row)) {
      List<CsvRecord> records = reader.stream().toList();
      return records.size() == 1 ? Optional.of(records.get(0).getFields()) : Optional.empty();
    } catch (CsvParseException | IOException e) {
      return Optional.empty();
    }
  }
}
