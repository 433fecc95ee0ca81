package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.Pack;
import org.pabean.consignment.Party;
import org.pabean.consignment.Permit;
import org.pabean.consignment.Transport;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;

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
    @Schema(description = "On the goods; zero if left out.") @Nullable BigDecimal discount,
    @Schema(description = "How the goods are declared at their destination.")
        Consignment.@Nullable Regime regime,
    @Schema(description = "Why they are sent; SALE if left out.")
        Consignment.@Nullable Reason reason,
    @Schema(description = "Who declares.") @Nullable PartyRequest declarant,
    @Nullable Transport transport,
    @Nullable List<@Nullable PackageRequest> packages,
    @Schema(description = "A claim to the lower duty of an agreement.")
        @Nullable PreferenceRequest preference,
    @Schema(description = "Further numbers that the destination's forms ask for.")
        @Nullable Map<String, String> numbers,
    @Schema(description = "How much of a currency one unit of this one is worth.")
        @Nullable Map<String, BigDecimal> rates,
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
      @Schema(description = "Registration number for customs.") @Nullable String taxId,
      @Schema(description = "State or province.") @Nullable String region,
      Party.@Nullable Kind kind) {

    Party toParty(String at) {
      return new Party(
          Door.required(at + "name", name, Door.SHORT, "name the person or company"),
          Door.required(at + "street", street, Door.SHORT, "give street and number"),
          Door.required(at + "city", city, Door.SHORT, "give the town"),
          Door.text(at + "region", region, Door.SHORT),
          Door.text(at + "postcode", postcode, Door.SHORT),
          Door.country(
              at + "country",
              Door.required(at + "country", country, Door.SHORT, "give two letters such as VN")),
          Door.text(at + "email", email, Door.SHORT),
          Door.text(at + "phone", phone, Door.SHORT),
          Door.text(at + "taxId", taxId, Door.SHORT),
          kind);
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
      @Schema(description = "In the shipment's currency.") @Nullable BigDecimal unitPrice,
      @Schema(description = "The destination's line, where more digits are declared.")
          @Nullable String tariffLine,
      @Nullable List<Permit> permits,
      @Schema(description = "IMEI or serial numbers.") @Nullable List<String> serials,
      @Schema(description = "Of the agreement, such as RVC 40%.") @Nullable String originCriterion,
      @Nullable Map<String, String> numbers) {

    private Consignment.Line toLine(String at) {
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
          () ->
              new Consignment.Line(
                  described,
                  many,
                  measure.toUpperCase(Locale.ROOT),
                  each,
                  tariffLine == null ? null : Code.parse(tariffLine),
                  permits == null ? List.of() : permits,
                  serials == null ? List.of() : serials,
                  Door.text(at + "originCriterion", originCriterion, Door.SHORT),
                  numbers == null ? Map.of() : numbers));
    }
  }

  Consignment toConsignment() {
    Party sender = Door.present("consignor", consignor, "say who sends").toParty("consignor.");
    Party receiver = Door.present("consignee", consignee, "say who receives").toParty("consignee.");
    String where = Door.required("place", place, Door.SHORT, "name the incoterm's place");
    String money = Door.required("currency", currency, Door.SHORT, "give a code such as SGD");
    return new Consignment(
        Door.required("reference", reference, Door.SHORT, "give your number of the shipment"),
        Door.country(
            "destination",
            Door.required("destination", destination, Door.SHORT, "give two letters such as SG")),
        regime,
        sender,
        receiver,
        declarant == null ? null : declarant.toParty("declarant."),
        Door.required("incoterm", incoterm, Door.SHORT, "give three letters such as DAP"),
        where,
        money,
        Door.number("freight", freight),
        Door.number("insurance", insurance),
        Door.number("discount", discount),
        reason == null ? Consignment.Reason.SALE : reason,
        Door.date("shipBy", shipBy),
        transport == null ? Transport.UNKNOWN : transport,
        toPacks(),
        preference == null ? null : preference.toPreference(),
        numbers == null ? Map.of() : numbers,
        rates == null ? Map.of() : rates,
        toLines());
  }

  private List<Pack> toPacks() {
    List<@Nullable PackageRequest> sent = packages == null ? List.of() : packages;
    List<Pack> read = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String at = "packages[%d]".formatted(i);
      read.add(Door.present(at, sent.get(i), "send a package, not null").toPack(at));
    }
    return read;
  }

  private List<Consignment.Line> toLines() {
    List<@Nullable LineRequest> sent = Door.present("lines", lines, "send at least one line");
    if (sent.size() > MOST_LINES) {
      throw Refusal.badValue("lines", "at most %d lines are taken".formatted(MOST_LINES));
    }
    List<Consignment.Line> read = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String at = "lines[%d]".formatted(i);
      read.add(Door.present(at, sent.get(i), "send a line, not null").toLine(at + "."));
    }
    return read;
  }
}
