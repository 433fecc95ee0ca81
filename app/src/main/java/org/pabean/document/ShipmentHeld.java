package org.pabean.document;

import java.util.List;
import java.util.UUID;

/** A shipment of which no document may be issued, because lines of it are not final. */
public final class ShipmentHeld extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID shipmentId;
  private final List<Integer> lines;

  ShipmentHeld(UUID shipmentId, List<Integer> lines) {
    super(
        "no document is issued while lines are held: %s"
            .formatted(String.join(", ", lines.stream().map(String::valueOf).toList())));
    this.shipmentId = shipmentId;
    this.lines = List.copyOf(lines);
  }

  /** The shipment. */
  public UUID shipmentId() {
    return shipmentId;
  }

  /** The numbers of the lines that are not final. */
  public List<Integer> lines() {
    return lines;
  }
}
