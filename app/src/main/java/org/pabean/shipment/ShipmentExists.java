package org.pabean.shipment;

/** A reference that came before with other goods; nothing was changed. */
public final class ShipmentExists extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reference;

  ShipmentExists(String reference) {
    super("the shipment '%s' exists already with other goods".formatted(reference));
    this.reference = reference;
  }

  /** The reference. */
  public String reference() {
    return reference;
  }
}
