package org.pabean.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.FilledForm;
import org.pabean.consignment.FilledForm.Cell;
import org.springframework.stereotype.Component;

/** Sets the papers of a consignment as PDF. Equal papers give equal files, byte for byte. */
@Component
public class PaperPress {

  private static final int ACROSS = 3;

  private final PdfPress press;
  private final InvoicePdf invoices;

  /** Sets them with this press. */
  public PaperPress(PdfPress press) {
    this.press = press;
    this.invoices = new InvoicePdf(press);
  }

  /**
   * A form as it is set.
   *
   * @param title of the form
   * @param form its id
   * @param notes below the fields
   * @param blocks the consignment, then its packages, then its lines
   */
  record Sheet(String title, String form, List<String> notes, List<Block> blocks) {

    static Sheet of(FilledForm form) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(new Block("", rows(form.header())));
      add(blocks, "Package entry", form.packages());
      add(blocks, "Line", form.lines());
      return new Sheet(form.title(), form.form(), form.notes(), blocks);
    }

    private static void add(List<Block> blocks, String heading, List<List<Cell>> parts) {
      for (int i = 0; i < parts.size(); i++) {
        blocks.add(new Block("%s %d".formatted(heading, i + 1), rows(parts.get(i))));
      }
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

  /**
   * Fields that belong together.
   *
   * @param heading above them; empty if none is needed
   * @param rows so many side by side
   */
  record Block(String heading, List<List<Cell>> rows) {}

  /** A form. */
  public byte[] form(FilledForm form, LocalDate date) {
    return press.set("form", Map.of("form", Sheet.of(form)), date);
  }

  /** The commercial invoice. */
  public byte[] invoice(Cleared cleared) {
    var invoice = new Invoice(cleared.invoiceNumber(), 1, cleared.date(), Particulars.of(cleared));
    return invoice(invoice);
  }

  byte[] invoice(Invoice invoice) {
    return invoices.render(invoice);
  }
}
