package org.pabean.shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.ItemState;
import org.pabean.consignment.Consignment;
import org.pabean.tariff.Code;

/**
 * A consignment with its lines as they stand. Held while any line is not final.
 *
 * @param id never changes
 * @param sellerId whose it is
 * @param consignment the record from which its papers are filled
 * @param createdAt when it was entered
 * @param lines in their order, one for each of the record
 */
public record Shipment(
    UUID id, UUID sellerId, Consignment consignment, Instant createdAt, List<Line> lines) {

  /**
   * One line.
   *
   * @param number from 1
   * @param itemId the item
   * @param goods what the record says of it
   * @param state where the item stands
   * @param code the code in force; null while nobody knows one
   */
  public record Line(
      int number, UUID itemId, Consignment.Line goods, ItemState state, @Nullable Code code) {

    /** The seller's number. */
    public String sku() {
      return goods.listing().sku();
    }

    /** What the papers call the goods. */
    public String description() {
      return goods.listing().title();
    }

    /** Quantity times unit price, not rounded. */
    public BigDecimal amount() {
      return goods.quantity().multiply(goods.unitPrice());
    }
  }

  /** The seller's own number. */
  public String reference() {
    return consignment.reference();
  }

  /** ISO country. */
  public String destination() {
    return consignment.destination();
  }

  /** When it should leave, if known. */
  public @Nullable LocalDate shipBy() {
    return consignment.shipBy();
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
