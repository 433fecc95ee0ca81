package org.pabean.shipment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.Party;
import org.pabean.listing.Listing;
import org.pabean.listing.Money;

/**
 * A shipment as the seller sends it.
 *
 * @param reference the seller's own number, once per seller
 * @param destination ISO country
 * @param consignor who sends
 * @param consignee who receives
 * @param incoterm three letters of Incoterms 2020
 * @param place the place that belongs to the incoterm
 * @param currency ISO 4217, for all amounts
 * @param freight zero or more
 * @param insurance zero or more
 * @param shipBy when it should leave, if known
 * @param lines at least one
 */
public record ShipmentOrder(
    String reference,
    String destination,
    Party consignor,
    Party consignee,
    String incoterm,
    String place,
    String currency,
    BigDecimal freight,
    BigDecimal insurance,
    @Nullable LocalDate shipBy,
    List<Line> lines) {

  /** Checks what the papers cannot do without. */
  public ShipmentOrder {
    if (reference.isBlank() || reference.length() > 40) {
      throw new IllegalArgumentException("a shipment needs a reference of 1 to 40 characters");
    }
    if (!destination.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a destination: give two letters such as SG".formatted(destination));
    }
    if (!Consignment.INCOTERMS.contains(incoterm)) {
      throw new IllegalArgumentException(
          "'%s' is not an incoterm: give one of %s".formatted(incoterm, Consignment.INCOTERMS));
    }
    new Money(freight, currency);
    new Money(insurance, currency);
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a shipment needs at least one line");
    }
  }

  /**
   * Goods of one kind in the shipment.
   *
   * @param listing the goods
   * @param quantity above zero
   * @param unit UNECE Recommendation 20, such as {@code PCE}
   * @param unitPrice in the shipment's currency
   */
  public record Line(Listing listing, BigDecimal quantity, String unit, BigDecimal unitPrice) {

    /** Checks quantity, unit, price and that the origin is known, which an invoice must name. */
    public Line {
      if (quantity.signum() <= 0) {
        throw new IllegalArgumentException(
            "the quantity of '%s' must be above zero".formatted(listing.title()));
      }
      if (unitPrice.signum() < 0) {
        throw new IllegalArgumentException(
            "the unit price of '%s' is negative".formatted(listing.title()));
      }
      if (!unit.matches("[A-Z0-9]{2,3}")) {
        throw new IllegalArgumentException(
            "'%s' is not a unit: give a UNECE code such as PCE or KGM".formatted(unit));
      }
      if (listing.origin().isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' has no country of origin, which the invoice must name"
                .formatted(listing.title()));
      }
    }
  }
}
