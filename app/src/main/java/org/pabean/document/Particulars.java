package org.pabean.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Amounts;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.Party;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;

/**
 * What an invoice says of a shipment. Two invoices with equal particulars say the same.
 *
 * @param edition the edition of all codes
 * @param reference the seller's own number of the order
 * @param destination ISO country
 * @param seller who sends: the consignor
 * @param buyer who receives: the consignee
 * @param incoterm three letters of Incoterms 2020
 * @param place the place that belongs to it
 * @param currency ISO 4217, of all amounts
 * @param reason why the goods are exported
 * @param lines in their order
 * @param subtotal sum of the lines' amounts as they are printed
 * @param discount on the goods, rounded
 * @param freight rounded
 * @param insurance rounded
 * @param total what is to be paid
 * @param netWeightGrams of all lines together; null if the weight of any is not known
 */
record Particulars(
    Edition edition,
    String reference,
    String destination,
    Party seller,
    Party buyer,
    String incoterm,
    String place,
    String currency,
    String reason,
    List<Line> lines,
    BigDecimal subtotal,
    BigDecimal discount,
    BigDecimal freight,
    BigDecimal insurance,
    BigDecimal total,
    @Nullable BigDecimal netWeightGrams) {

  Particulars {
    lines = List.copyOf(lines);
    // Invoices stored before there were discounts are read without one.
    discount = discount == null ? subtotal.subtract(subtotal) : discount;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param sku the seller's number
   * @param description what the goods are
   * @param code the code in force when the invoice was made
   * @param origin ISO country
   * @param quantity without needless zeros
   * @param unit UNECE Recommendation 20
   * @param unitPrice with at least the decimals of the currency
   * @param amount quantity times unit price, rounded to the currency
   */
  record Line(
      int number,
      String sku,
      String description,
      Code code,
      String origin,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal amount) {}

  /** What an invoice says of a consignment whose lines are all final. */
  static Particulars of(Cleared cleared) {
    Consignment said = cleared.consignment();
    Amounts amounts = Amounts.of(said);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < cleared.lines().size(); i++) {
      Consignment.Line line = said.lines().get(i);
      lines.add(
          new Line(
              i + 1,
              line.listing().sku(),
              line.listing().title(),
              cleared.declared(i),
              line.listing().origin(),
              Amounts.tidy(line.quantity(), 0),
              line.unit(),
              Amounts.tidy(line.unitPrice(), amounts.decimals()),
              amounts.lines().get(i)));
    }
    BigDecimal grams = cleared.netGrams();
    return new Particulars(
        Edition.HS2022,
        said.reference(),
        said.destination(),
        said.consignor(),
        said.consignee(),
        said.incoterm(),
        said.place(),
        said.currency(),
        said.reason().name().toLowerCase(Locale.ROOT),
        lines,
        amounts.goods(),
        amounts.discount(),
        amounts.freight(),
        amounts.insurance(),
        amounts.cif(),
        grams == null ? null : Amounts.tidy(grams, 0));
  }
}
