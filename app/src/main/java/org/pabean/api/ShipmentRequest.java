package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Party;
import org.pabean.listing.Listing;
import org.pabean.shipment.ShipmentOrder;

/** A shipment as a client sends it. */
@Schema(
    name = "ShipmentOrder",
    requiredProperties = {
      "reference",
      "destination",
      "consignor",
      "consignee",
      "incoterm",
      "place",
      "currency",
      "lines"
    })
record ShipmentRequest(
    @Schema(description = "Your number, once for each shipment.", example = "S-102")
        @Nullable String reference,
    @Schema(description = "Country the goods go to, two letters.", example = "SG")
        @Nullable String destination,
    @Schema(description = "Who sends.") @Nullable PartyRequest consignor,
    @Schema(description = "Who receives.") @Nullable PartyRequest consignee,
    @Schema(description = "Three letters of Incoterms 2020.", example = "DAP")
        @Nullable String incoterm,
    @Schema(description = "The place that belongs to the incoterm.", example = "Singapore")
        @Nullable String place,
    @Schema(description = "ISO 4217, for all amounts of the shipment.", example = "USD")
        @Nullable String currency,
    @Schema(description = "Zero if left out.") @Nullable BigDecimal freight,
    @Schema(description = "Zero if left out.") @Nullable BigDecimal insurance,
    @Schema(description = "When it should leave, if known.", format = "date")
        @Nullable String shipBy,
    @Nullable List<@Nullable LineRequest> lines) {

  private static final int MOST_LINES = 500;

  /** Somebody named in the papers. */
  @Schema(
      name = "Party",
      requiredProperties = {"name", "street", "city", "country"})
  record PartyRequest(
      @Nullable String name,
      @Nullable String street,
      @Nullable String city,
      @Nullable String postcode,
      @Schema(description = "Two letters.", example = "VN") @Nullable String country,
      @Nullable String email,
      @Nullable String phone,
      @Schema(description = "Registration number for customs.") @Nullable String taxId) {

    private Party toParty(String at) {
      return new Party(
          Door.required(at + "name", name, Door.SHORT, "name the person or company"),
          Door.required(at + "street", street, Door.SHORT, "give street and number"),
          Door.required(at + "city", city, Door.SHORT, "give the town"),
          Door.text(at + "postcode", postcode, Door.SHORT),
          Door.country(
              at + "country",
              Door.required(at + "country", country, Door.SHORT, "give two letters such as VN")),
          Door.text(at + "email", email, Door.SHORT),
          Door.text(at + "phone", phone, Door.SHORT),
          Door.text(at + "taxId", taxId, Door.SHORT));
    }
  }

  /** Goods of one kind. */
  @Schema(
      name = "ShipmentOrderLine",
      requiredProperties = {"listing", "quantity", "unit", "unitPrice"})
  record LineRequest(
      @Schema(description = "The goods; their origin is needed, for the invoice names it.")
          @Nullable GoodsRequest listing,
      @Nullable BigDecimal quantity,
      @Schema(description = "UNECE Recommendation 20: PCE for pieces, KGM for kilograms.")
          @Nullable String unit,
      @Schema(description = "In the shipment's currency.") @Nullable BigDecimal unitPrice) {

    private ShipmentOrder.Line toLine(String at) {
      GoodsRequest goods = Door.present(at + "listing", listing, "describe the goods");
      Listing described = goods.toListing(at + "listing.");
      Door.present(at + "quantity", quantity, "say how many");
      Door.present(at + "unitPrice", unitPrice, "give the price of one unit");
      BigDecimal many = Door.number(at + "quantity", quantity);
      BigDecimal each = Door.number(at + "unitPrice", unitPrice);
      String measure =
          Door.required(at + "unit", unit, Door.SHORT, "give a UNECE code such as PCE");
      // The line does not say which of its values it refuses: its sentence does.
      return Door.make(
          at.substring(0, at.length() - 1),
          () -> new ShipmentOrder.Line(described, many, measure.toUpperCase(Locale.ROOT), each));
    }
  }

  ShipmentOrder toOrder() {
    Party sender = Door.present("consignor", consignor, "say who sends").toParty("consignor.");
    Party receiver = Door.present("consignee", consignee, "say who receives").toParty("consignee.");
    String where = Door.required("place", place, Door.SHORT, "name the incoterm's place");
    String money = Door.required("currency", currency, Door.SHORT, "give a code such as SGD");
    return new ShipmentOrder(
        Door.required("reference", reference, Door.SHORT, "give your number of the shipment"),
        Door.country(
            "destination",
            Door.required("destination", destination, Door.SHORT, "give two letters such as SG")),
        sender,
        receiver,
        Door.required("incoterm", incoterm, Door.SHORT, "give three letters such as DAP")
            .toUpperCase(Locale.ROOT),
        where,
        money.toUpperCase(Locale.ROOT),
        Door.number("freight", freight),
        Door.number("insurance", insurance),
        Door.date("shipBy", shipBy),
        toLines());
  }

  private List<ShipmentOrder.Line> toLines() {
    List<@Nullable LineRequest> sent = Door.present("lines", lines, "send at least one line");
    if (sent.size() > MOST_LINES) {
      throw Refusal.badValue("lines", "at most %d lines are taken".formatted(MOST_LINES));
    }
    List<ShipmentOrder.Line> read = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String at = "lines[%d]".formatted(i);
      read.add(Door.present(at, sent.get(i), "send a line, not null").toLine(at + "."));
    }
    return read;
  }
}
