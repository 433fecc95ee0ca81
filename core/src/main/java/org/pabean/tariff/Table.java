package org.pabean.tariff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tab-separated resource files of this package: one header line, then rows. */
final class Table {

  private Table() {}

  /** The rows of a resource; an empty list if there is no such file. */
  static List<String[]> rows(String resource, String header) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      return in == null ? List.of() : read(resource, header, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> read(String resource, String header, InputStream in)
      throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    if (!header.equals(reader.readLine())) {
      throw new IllegalStateException(
          "%s: the first line must be '%s'".formatted(resource, header));
    }
    int columns = header.split("\t").length;
    List<String[]> rows = new ArrayList<>();
    for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] cells = line.split("\t", -1);
      if (cells.length != columns) {
        throw new IllegalStateException(
            "%s line %d: %d columns, expected %d"
                .formatted(resource, rows.size() + 2, cells.length, columns));
      }
      rows.add(cells);
    }
    return rows;
  }
}
