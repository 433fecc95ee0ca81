package org.pabean.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.FilledForm;
import org.pabean.consignment.FilledForm.Cell;

/** Sets the papers of a consignment as PDF. Equal papers give equal files, byte for byte. */
public final class PaperPress {

  private static final int ACROSS = 3;

  private final PdfPress press = new PdfPress();

  /**
   * A form as it is set.
   *
   * @param title of the form
   * @param form its id
   * @param destination ISO country
   * @param notes below the fields
   * @param header filled fields, so many side by side
   * @param packages a block for each package
   * @param lines a block for each line
   */
  record Sheet(
      String title,
      String form,
      String destination,
      List<String> notes,
      List<List<Cell>> header,
      List<List<List<Cell>>> packages,
      List<List<List<Cell>>> lines) {

    static Sheet of(FilledForm form) {
      return new Sheet(
          form.title(),
          form.form(),
          form.destination(),
          form.notes(),
          rows(form.header()),
          form.packages().stream().map(Sheet::rows).toList(),
          form.lines().stream().map(Sheet::rows).toList());
    }

    /** What is left out is not printed: a form of 130 fields has a dozen that speak. */
    private static List<List<Cell>> rows(List<Cell> cells) {
      List<Cell> filled = cells.stream().filter(cell -> !cell.value().isEmpty()).toList();
      List<List<Cell>> rows = new ArrayList<>();
      for (int from = 0; from < filled.size(); from += ACROSS) {
        List<Cell> row =
            new ArrayList<>(filled.subList(from, Math.min(filled.size(), from + ACROSS)));
        while (row.size() < ACROSS) {
          row.add(new Cell("", "", "", "yes"));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** A form. */
  public byte[] form(FilledForm form, LocalDate date) {
    return press.set("form", Map.of("form", Sheet.of(form)), date);
  }

  /** The commercial invoice. */
  public byte[] invoice(Cleared cleared) {
    var invoice = new Invoice(cleared.invoiceNumber(), 1, cleared.date(), Particulars.of(cleared));
    return new InvoicePdf(press).render(invoice);
  }
}
