package org.pabean.document;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pabean.consignment.Party;

/**
 * An invoice as texts, ready to be set.
 *
 * @param number of the invoice
 * @param date the day of issue
 * @param reference of the order
 * @param seller block of the consignor
 * @param buyer block of the consignee
 * @param terms incoterm and place
 * @param currency ISO 4217
 * @param destination country
 * @param reason for the export
 * @param edition of the codes
 * @param lines in their order
 * @param subtotal of the lines
 * @param discount amount; empty if there is none
 * @param freight amount
 * @param insurance amount
 * @param total amount
 * @param netWeight in kilograms, or that it is not stated
 */
record InvoiceSheet(
    String number,
    String date,
    String reference,
    Address seller,
    Address buyer,
    String terms,
    String currency,
    String destination,
    String reason,
    String edition,
    List<Line> lines,
    String subtotal,
    String discount,
    String freight,
    String insurance,
    String total,
    String netWeight) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** A party's name and what stands under it. */
  record Address(String name, List<String> rows) {}

  /** The cells of one line. */
  record Line(
      String number,
      String sku,
      String description,
      String code,
      String origin,
      String quantity,
      String unit,
      String unitPrice,
      String amount) {}

  static InvoiceSheet of(Invoice invoice) {
    Particulars said = invoice.particulars();
    return new InvoiceSheet(
        invoice.number(),
        DAY.format(invoice.date()),
        said.reference(),
        address(said.seller()),
        address(said.buyer()),
        "%s %s (Incoterms 2020)".formatted(said.incoterm(), said.place()),
        said.currency(),
        country(said.destination()),
        said.reason(),
        said.edition().id().replaceFirst("(?<=[A-Z])(?=[0-9])", " "),
        said.lines().stream().map(InvoiceSheet::line).toList(),
        figure(said.subtotal()),
        said.discount().signum() == 0 ? "" : figure(said.discount().negate()),
        figure(said.freight()),
        figure(said.insurance()),
        figure(said.total()),
        weight(said));
  }

  private static Line line(Particulars.Line line) {
    return new Line(
        String.valueOf(line.number()),
        line.sku(),
        line.description(),
        line.code().dotted(),
        line.origin(),
        figure(line.quantity()),
        line.unit(),
        figure(line.unitPrice()),
        figure(line.amount()));
  }

  private static Address address(Party party) {
    return new Address(
        party.name(),
        Stream.of(
                party.street(),
                "%s %s".formatted(party.postcode(), party.city()).strip(),
                country(party.country()),
                labelled("Tax or registration no.", party.taxId()),
                labelled("Phone", party.phone()),
                labelled("E-mail", party.email()))
            .filter(row -> !row.isBlank())
            .toList());
  }

  private static String labelled(String label, String value) {
    return value.isBlank() ? "" : label + " " + value;
  }

  private static String country(String code) {
    String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    return name.equals(code) ? code : "%s (%s)".formatted(name, code);
  }

  private static String weight(Particulars said) {
    BigDecimal grams = said.netWeightGrams();
    return grams == null ? "not stated" : figure(grams.movePointLeft(3)) + " kg";
  }

  /** A number with all its decimals, the thousands set apart by commas. */
  private static String figure(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }
}
