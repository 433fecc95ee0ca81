package org.pabean.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;

/**
 * A consignment of which every line is final: all that papers are filled from. There is none for a
 * consignment with an open question.
 *
 * @param consignment the record
 * @param lines what was found and decided, in the order of the consignment's lines
 * @param date the day of the papers
 * @param invoiceNumber as printed on the invoice
 */
public record Cleared(
    Consignment consignment, List<Line> lines, LocalDate date, String invoiceNumber) {

  /**
   * What is known of one line.
   *
   * @param code in force, of six digits or more
   * @param sureLine the one line of the destination that the goods can have; null if several can
   * @param findings all that screening said of it
   */
  public record Line(Code code, @Nullable Code sureLine, List<Finding> findings) {

    /** Copies the findings. */
    public Line {
      findings = List.copyOf(findings);
    }
  }

  /** Checks that each line has its code. */
  public Cleared {
    lines = List.copyOf(lines);
    if (lines.size() != consignment.lines().size()) {
      throw new IllegalArgumentException("each line needs its code");
    }
  }

  /** The same beside another invoice. */
  public Cleared as(String number, LocalDate day) {
    return new Cleared(consignment, lines, day, number);
  }

  /** The code of a line with as many digits as are known for sure. */
  public Code declared(int line) {
    Code chosen = consignment.lines().get(line).tariffLine();
    Line known = lines.get(line);
    if (chosen != null && chosen.isWithin(known.code())) {
      return chosen;
    }
    return known.sureLine() == null ? known.code() : known.sureLine();
  }

  /** Gross weight in grams; null while nothing is packed. */
  public @Nullable BigDecimal grossGrams() {
    return consignment.packages().isEmpty()
        ? null
        : BigDecimal.valueOf(consignment.packages().stream().mapToLong(Pack::grossGrams).sum());
  }

  /** Net weight in grams; null if that of a line is not known. */
  public @Nullable BigDecimal netGrams() {
    return consignment.netGrams();
  }
}
