package org.pabean.listing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of an XLSX workbook; its first row that is not blank is the header. */
final class XlsxRows {

  private final Path file;

  XlsxRows(Path file) {
    this.file = file;
  }

  void read(RowSink sink) throws UnreadableFile, IOException {
    try (InputStream in = Files.newInputStream(file);
        var workbook = new ReadableWorkbook(in);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      readRows(rows.filter(row -> !isBlank(row)).iterator(), sink);
    } catch (org.dhatim.fastexcel.reader.ExcelReaderException e) {
      throw new UnreadableFile(file, "it is not a readable XLSX workbook; save it again as .xlsx");
    }
  }

  private void readRows(Iterator<Row> rows, RowSink sink) throws UnreadableFile {
    if (!rows.hasNext()) {
      throw new UnreadableFile(file, "the first sheet is empty");
    }
    List<String> headers = texts(rows.next());
    var mapper = new RowMapper(headers);
    if (!mapper.hasTitle()) {
      throw new UnreadableFile(
          file,
          "no column is named 'title' (or name, product name …); found: "
              + RowMapper.shortened(String.join(", ", headers)));
    }
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> texts = texts(row);
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < headers.size(); i++) {
        cells.put(headers.get(i), i < texts.size() ? texts.get(i) : "");
      }
      mapper.map(row.getRowNum(), cells, String.join(",", texts), sink);
    }
  }

  private static boolean isBlank(Row row) {
    return texts(row).stream().allMatch(String::isBlank);
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(row.getOptionalCell(i).map(Cell::getRawValue).orElse(""));
    }
    return texts;
  }
}
