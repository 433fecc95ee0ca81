package org.pabean.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.pabean.assess.Assessment;
import org.pabean.catalogue.Catalogue;
import org.pabean.classify.Line;
import org.pabean.consignment.Cleared;
import org.pabean.shipment.Shipment;
import org.pabean.tariff.Code;
import org.springframework.stereotype.Component;

/** Joins the record of a shipment with what was decided of each line. */
@Component
class Clearance {

  private final Catalogue catalogue;
  private final Clock clock;

  Clearance(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * All that the papers of a shipment of which every line is final are filled from, as of today.
   */
  Cleared of(Shipment shipment) {
    return new Cleared(
        shipment.consignment(),
        shipment.lines().stream().map(this::line).toList(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        "INV-%s-1".formatted(shipment.reference()));
  }

  private Cleared.Line line(Shipment.Line line) {
    Code code = line.code();
    if (code == null) {
      throw new IllegalArgumentException("line %d has no code".formatted(line.number()));
    }
    Assessment said = catalogue.get(line.itemId()).assessment();
    Line reached = said.line();
    // A person may have decided another code than the one whose line the machine reached.
    Code sure =
        reached != null && reached.missing().isEmpty() && reached.code().isWithin(code)
            ? reached.code()
            : null;
    return new Cleared.Line(code, sure, said.findings());
  }
}
