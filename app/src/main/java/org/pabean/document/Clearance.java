package org.pabean.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.classify.Line;
import org.pabean.classify.Lines;
import org.pabean.consignment.Cleared;
import org.pabean.listing.Listing;
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
        shipment.lines().stream().map(line -> line(line, shipment.destination())).toList(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        "INV-%s-1".formatted(shipment.reference()));
  }

  private Cleared.Line line(Shipment.Line line, String destination) {
    Code code = line.code();
    if (code == null) {
      throw new IllegalArgumentException("line %d has no code".formatted(line.number()));
    }
    return new Cleared.Line(
        code,
        sureLine(line.goods().listing(), destination, code),
        catalogue.get(line.itemId()).assessment().findings());
  }

  /**
   * Looked up for the code in force: what the machine reached when it assessed the goods may lie
   * below another code than a person decided.
   */
  private static @Nullable Code sureLine(Listing goods, String destination, Code code) {
    if (!Lines.areUsedIn(destination) || code.level() < 6) {
      return null;
    }
    return Lines.ahtn2022()
        .choose(goods, code.upTo(6), 1)
        .filter(line -> line.missing().isEmpty() && line.code().isWithin(code))
        .map(Line::code)
        .orElse(null);
  }
}
