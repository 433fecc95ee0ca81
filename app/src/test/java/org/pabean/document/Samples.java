package org.pabean.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.Party;
import org.pabean.consignment.Transport;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.tariff.Code;

/** Shipments and their parts, as tests need them. */
final class Samples {

  static final Party SELLER =
      new Party(
          "Công ty TNHH Gốm sứ Bát Tràng",
          "Số 12, đường Giang Cao",
          "Hà Nội",
          "100000",
          "VN",
          "xuatkhau@example.com",
          "+84 24 5550 100",
          "0101234567");
  static final Party BUYER =
      new Party(
          "Lim & Daughters <Retail> Pte Ltd",
          "8 Craft Lane #02-11",
          "Singapore",
          "059999",
          "SG",
          "",
          "",
          "201912345K");

  private Samples() {}

  static Cleared shipment(String currency, Consignment.Line... lines) {
    return shipment(currency, "12.50", "3", List.of(lines));
  }

  static Cleared shipment(
      String currency, String freight, String insurance, List<Consignment.Line> lines) {
    return new Cleared(
        consignment(
            "ORDER-7", "SG", currency, new BigDecimal(freight), new BigDecimal(insurance), lines),
        lines.stream()
            .map(line -> new Cleared.Line(Code.parse("6911.10"), null, List.of()))
            .toList(),
        LocalDate.of(2027, 1, 31),
        "INV-ORDER-7-1");
  }

  /** A consignment of which no more is known than an invoice needs. */
  static Consignment consignment(
      String reference,
      String destination,
      String currency,
      BigDecimal freight,
      BigDecimal insurance,
      List<Consignment.Line> lines) {
    return new Consignment(
        reference,
        destination,
        null,
        SELLER,
        new Party(
            BUYER.name(),
            BUYER.street(),
            BUYER.city(),
            BUYER.postcode(),
            destination,
            BUYER.email(),
            BUYER.phone(),
            BUYER.taxId()),
        null,
        "DAP",
        "Singapore",
        currency,
        freight,
        insurance,
        BigDecimal.ZERO,
        Consignment.Reason.SALE,
        null,
        Transport.UNKNOWN,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        lines);
  }

  static Consignment.Line line(
      int number, String title, String quantity, String price, @Nullable Integer grams) {
    return new Consignment.Line(
        new Listing.Builder()
            .with(Field.SKU, "SKU-%03d".formatted(number))
            .with(Field.TITLE, title)
            .with(Field.ORIGIN, "VN")
            .weightGrams(grams)
            .build(),
        new BigDecimal(quantity),
        "PCE",
        new BigDecimal(price));
  }

  static Invoice invoice(Cleared cleared) {
    return Invoice.of(Particulars.of(cleared), 1, cleared.date());
  }
}
