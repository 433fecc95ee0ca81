package org.pabean.tariff;

import java.nio.file.Path;
import java.util.List;

/**
 * An official file of which nothing is imported, because some of it is wrong. The message says in
 * one sentence what, and how to mend it; the faults say where.
 */
public final class TariffFileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;
  private final long total;

  private TariffFileRefused(String message, List<Fault> faults, long total) {
    super(message);
    this.faults = List.copyOf(faults);
    this.total = total;
  }

  /**
   * One thing that is wrong.
   *
   * @param row the line of the file or row of the sheet, the first being 1
   * @param column the header of the column; empty if it is the row as a whole
   * @param reason what is wrong and how to mend it
   */
  public record Fault(long row, String column, String reason) {

    @Override
    public String toString() {
      return "row %d%s: %s"
          .formatted(row, column.isEmpty() ? "" : ", column '" + column + "'", reason);
    }
  }

  /** The file as a whole cannot be read. */
  static TariffFileRefused asAWhole(Path file, String reason) {
    return new TariffFileRefused("%s: %s".formatted(file.getFileName(), reason), List.of(), 0);
  }

  /** Some rows are wrong. */
  static TariffFileRefused forRows(Path file, List<Fault> first, long total) {
    String message =
        "%s: nothing was imported, because %s; mend the file and import it again"
            .formatted(
                file.getFileName(),
                total == 1 ? "one row is wrong" : "%,d things are wrong".formatted(total));
    return new TariffFileRefused(message, first, total);
  }

  /** The first ten faults in the order of rows; empty if it is the file as a whole. */
  public List<Fault> faults() {
    return faults;
  }

  /** How many faults there are in all. */
  public long total() {
    return total;
  }
}
