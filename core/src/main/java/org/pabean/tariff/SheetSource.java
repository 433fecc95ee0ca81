package org.pabean.tariff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an official XLSX workbook. Such sheets often begin with a title, so the
 * header is the first row that has the columns asked for.
 */
final class SheetSource {

  private static final int ROWS_BEFORE_HEADER = 30;
  private static final int DIGITS_OF_A_NUMBER = 15;

  private SheetSource() {}

  /**
   * Reads the whole sheet; what is wrong goes to the faults.
   *
   * @throws IOException if it is not a workbook
   */
  static SourceTable read(byte[] bytes, Predicate<List<String>> isHeader, Faults faults)
      throws IOException {
    var options = new ReadingOptions(true, false);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), options);
        Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
      List<SourceTable.Row> rows =
          sheet.map(SheetSource::row).filter(row -> !row.isBlank()).toList();
      if (rows.isEmpty()) {
        return new SourceTable(List.of(), List.of());
      }
      int header = 0;
      for (int i = 0; i < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
        if (isHeader.test(rows.get(i).cells())) {
          header = i;
          break;
        }
      }
      return below(withoutEmptyEnd(rows.get(header).cells()), rows, header + 1, faults);
    } catch (org.dhatim.fastexcel.reader.ExcelReaderException e) {
      throw new IOException(e);
    }
  }

  private static SourceTable below(
      List<String> header, List<SourceTable.Row> rows, int from, Faults faults) {
    List<SourceTable.Row> fitting = new ArrayList<>();
    for (SourceTable.Row row : rows.subList(from, rows.size())) {
      List<String> cells = new ArrayList<>(withoutEmptyEnd(row.cells()));
      if (cells.size() > header.size()) {
        faults.add(
            row.number(),
            "",
            "has %d cells, the header has %d; name the columns or clear the cells"
                .formatted(cells.size(), header.size()));
        continue;
      }
      while (cells.size() < header.size()) {
        cells.add("");
      }
      fitting.add(new SourceTable.Row(row.number(), cells, row.numbers()));
    }
    return new SourceTable(header, fitting);
  }

  private static List<String> withoutEmptyEnd(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  private static SourceTable.Row row(Row row) {
    List<String> cells = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(SheetSource::text).orElse(""));
      if (row.getOptionalCell(i).map(Cell::getType).filter(CellType.NUMBER::equals).isPresent()) {
        numbers.add(i);
      }
    }
    return new SourceTable.Row(row.getRowNum(), cells, numbers);
  }

  /** The text as the sheet shows it: 0.075 in a cell for percentages is 7.5%. */
  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      String text = cell.getText();
      return text == null ? "" : text;
    }
    String format = cell.getDataFormatString();
    boolean percent = format != null && format.contains("%");
    BigDecimal number = percent ? cell.asNumber().movePointRight(2) : cell.asNumber();
    // Binary fractions come as 7.4999999999999997; a sheet keeps 15 digits.
    BigDecimal shown =
        number.round(new java.math.MathContext(DIGITS_OF_A_NUMBER, RoundingMode.HALF_EVEN));
    return shown.stripTrailingZeros().toPlainString() + (percent ? "%" : "");
  }
}
