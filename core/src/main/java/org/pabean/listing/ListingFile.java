package org.pabean.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the listings of a CSV, XLSX or JSON Lines file. */
public final class ListingFile {

  /** The longest text one cell may hold, in characters. */
  public static final int LONGEST_CELL = 100_000;

  private ListingFile() {}

  /**
   * Reads all rows into the sink, in order.
   *
   * @throws UnreadableFile if the file as a whole cannot be read: missing, empty, no title column
   * @throws IOException if the disk fails
   */
  public static void read(Path file, RowSink sink) throws UnreadableFile, IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFile(file, "there is no such file");
    }
    if (Files.size(file) == 0) {
      throw new UnreadableFile(file, "the file is empty");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      new XlsxRows(file).read(sink);
    } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      new JsonLineRows(file).read(sink);
    } else if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
      new CsvRows(file).read(sink);
    } else {
      throw new UnreadableFile(
          file, "its kind is not known; save it as .csv, .xlsx or .jsonl (JSON Lines)");
    }
  }
}
