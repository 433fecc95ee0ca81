package org.pabean.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.ItemState;
import org.pabean.consignment.Party;
import org.pabean.shipment.Shipment;
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

  static Shipment shipment(String currency, Shipment.Line... lines) {
    return shipment(currency, "12.50", "3", List.of(lines));
  }

  static Shipment shipment(
      String currency, String freight, String insurance, List<Shipment.Line> lines) {
    return new Shipment(
        new UUID(0, 1),
        new UUID(0, 2),
        "ORDER-7",
        "SG",
        SELLER,
        BUYER,
        "DAP",
        "Singapore",
        currency,
        new BigDecimal(freight),
        new BigDecimal(insurance),
        null,
        Instant.EPOCH,
        lines);
  }

  static Shipment.Line line(
      int number, String title, String quantity, String price, @Nullable Integer grams) {
    return new Shipment.Line(
        number,
        new UUID(1, number),
        "SKU-%03d".formatted(number),
        title,
        new BigDecimal(quantity),
        "PCE",
        new BigDecimal(price),
        "VN",
        grams,
        ItemState.FINAL,
        Code.parse("6911.10"));
  }

  static Invoice invoice(Shipment shipment) {
    return Invoice.of(Particulars.of(shipment), 1, LocalDate.of(2027, 1, 31));
  }
}
