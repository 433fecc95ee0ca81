package org.pabean.tariff;

import java.util.List;
import java.util.Set;

/**
 * An official file as rows of cells, before anything is known of what they mean.
 *
 * @param header the names of the columns; empty if the file is empty
 * @param rows the rows below
 */
record SourceTable(List<String> header, List<Row> rows) {

  /**
   * One row; it has as many cells as the header.
   *
   * @param number the line of the file or row of the sheet where it begins
   * @param cells the texts
   * @param numbers the columns whose cell is a number to the sheet, not a text
   */
  record Row(long number, List<String> cells, Set<Integer> numbers) {

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }
}
