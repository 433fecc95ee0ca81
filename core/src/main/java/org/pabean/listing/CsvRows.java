package org.pabean.listing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads CSV. A quote that is never closed costs only its own row: the reader takes further lines
 * into a cell only as long as the row then comes out with the header's number of cells.
 */
final class CsvRows {

  private static final int MOST_LINES_IN_A_ROW = 500;

  private final Path file;

  CsvRows(Path file) {
    this.file = file;
  }

  void read(RowSink sink) throws UnreadableFile, IOException {
    List<String> lines = TextFile.decode(Files.readAllBytes(file)).lines().toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      throw new UnreadableFile(file, "the file is empty");
    }
    char separator = separatorOf(lines.get(first));
    List<String> headers =
        cells(lines.get(first), separator)
            .orElseThrow(() -> new UnreadableFile(file, "line 1, the header, has a broken quote"));
    var mapper = new RowMapper(headers);
    if (!mapper.hasTitle()) {
      throw new UnreadableFile(
          file,
          "no column is named 'title' (or name, product name …); found: "
              + RowMapper.shortened(String.join(", ", headers)));
    }
    new Body(lines, separator, headers, mapper, sink).readFrom(first + 1);
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

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  /** The cells of one complete record; empty if its quotes are broken. */
  private static Optional<List<String>> cells(String record, char separator) {
    if (record.indexOf('"') < 0) {
      return Optional.of(List.of(record.split(java.util.regex.Pattern.quote("" + separator), -1)));
    }
    if (count(record, '"') % 2 != 0) {
      return Optional.empty();
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(record)) {
      List<CsvRecord> records = reader.stream().toList();
      return records.size() == 1 ? Optional.of(records.get(0).getFields()) : Optional.empty();
    } catch (CsvParseException | IOException e) {
      return Optional.empty();
    }
  }

  /** The rows below the header. */
  private record Body(
      List<String> lines, char separator, List<String> headers, RowMapper mapper, RowSink sink) {

    void readFrom(int first) {
      int at = first;
      while (at < lines.size()) {
        at = lines.get(at).isBlank() ? at + 1 : readRow(at);
      }
    }

    /** Reads the row that begins at a line and returns the line after it. */
    private int readRow(int at) {
      String record = lines.get(at);
      int end = at + 1;
      Optional<List<String>> cells = cells(record, separator);
      int last = Math.min(lines.size(), at + MOST_LINES_IN_A_ROW);
      boolean open = count(record, '"') % 2 != 0;
      var joined = new StringBuilder(record);
      for (int next = at + 1; cells.isEmpty() && open && next < last; next++) {
        joined.append('\n').append(lines.get(next));
        if (lines.get(next).indexOf('"') >= 0) {
          cells = cells(joined.toString(), separator).filter(c -> c.size() == headers.size());
          end = next + 1;
        }
      }
      if (cells.isEmpty()) {
        reject(at, "a quote is opened and not closed; close it, or write two quotes for one");
        return at + 1;
      }
      send(at, cells.get(), joined.toString());
      return end;
    }

    private void send(int at, List<String> cells, String raw) {
      if (cells.size() > headers.size()
          && cells.subList(headers.size(), cells.size()).stream().anyMatch(c -> !c.isBlank())) {
        reject(
            at,
            "has %d cells, the header has %d; put text that holds '%s' in quotes"
                .formatted(cells.size(), headers.size(), separator));
        return;
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < headers.size(); i++) {
        row.put(headers.get(i), i < cells.size() ? cells.get(i) : "");
      }
      mapper.map(at + 1L, row, raw, sink);
    }

    private void reject(int at, String reason) {
      String raw = RowMapper.shortened(lines.get(at));
      sink.rejected(new RejectedRow(at + 1L, "", reason, raw));
    }
  }
}
