package org.pabean.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.ItemState;
import org.pabean.consignment.Party;
import org.pabean.tariff.Code;

/**
 * A consignment with its lines as they stand. Held while any line is not final.
 *
 * @param id never changes
 * @param sellerId whose it is
 * @param reference the seller's own number
 * @param destination ISO country
 * @param consignor who sends
 * @param consignee who receives
 * @param incoterm three letters of Incoterms 2020
 * @param place the place that belongs to it
 * @param currency ISO 4217
 * @param freight in that currency
 * @param insurance in that currency
 * @param shipBy when it should leave, if known
 * @param createdAt when it was entered
 * @param lines in their order
 */
public record Shipment(
    UUID id,
    UUID sellerId,
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
    Instant createdAt,
    List<Line> lines) {

  /**
   * One line.
   *
   * @param number from 1
   * @param itemId the item
   * @param sku the seller's number
   * @param description what the papers call the goods
   * @param quantity above zero
   * @param unit UNECE Recommendation 20
   * @param unitPrice in the shipment's currency
   * @param origin ISO country
   * @param weightGrams of one unit, if known
   * @param state where the item stands
   * @param code the code in force; null while nobody knows one
   */
  public record Line(
      int number,
      UUID itemId,
      String sku,
      String description,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      String origin,
      @Nullable Integer weightGrams,
      ItemState state,
      @Nullable Code code) {

    /** Quantity times unit price, not rounded. */
    public BigDecimal amount() {
      return quantity.multiply(unitPrice);
    }
  }

  /** The lines that keep the shipment from leaving. */
  public List<Line> notFinal() {
    return lines.stream().filter(line -> line.state() != ItemState.FINAL).toList();
  }

  /** Whether any line keeps it from leaving. */
  public boolean isHeld() {
    return !notFinal().isEmpty();
  }
}
