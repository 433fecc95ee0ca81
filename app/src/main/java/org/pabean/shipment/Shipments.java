package org.pabean.shipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.consignment.Consignment;
import org.pabean.listing.Listing;
import org.pabean.record.Journal;
import org.pabean.record.PaperFact.Amended;
import org.pabean.record.PaperFact.Shipped;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.Submission;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes shipments in and shows how they stand. */
@Service
@Transactional
public class Shipments {

  private final ShipmentTable table;
  private final Intake intake;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Shipments(
      ShipmentTable table,
      Intake intake,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.intake = intake;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes a shipment in: each line's listing is assessed, and held where it must be. The same
   * reference sent again with the same goods gives the shipment that is there.
   *
   * @param asOf the date whose rules apply
   * @throws ShipmentExists if the reference came before with other goods
   */
  public Shipment enter(Consignment consignment, LocalDate asOf, Actor seller) {
    Optional<Shipment> earlier = table.findByReference(seller.id(), consignment.reference());
    if (earlier.isPresent()) {
      return sameAs(consignment, earlier.get());
    }
    List<UUID> items = assess(consignment, asOf, seller);
    UUID id = table.insert(seller.id(), consignment);
    table.replaceLines(id, items);
    journal.write(
        new Shipped(id, consignment.reference(), consignment.destination(), items), seller);
    Shipment entered = table.find(id).orElseThrow();
    table.turned(id, entered.isHeld());
    events.publishEvent(new ShipmentEntered(entered));
    return entered;
  }

  /**
   * Takes another record in the place of a shipment's: its goods are assessed again, and what was
   * issued stays as it is until its papers are issued anew. The same record changes nothing.
   *
   * @param asOf the date whose rules apply
   * @throws IllegalArgumentException if it names another reference or destination, or the seller
   *     has no such shipment
   */
  public Shipment amend(UUID id, Consignment consignment, LocalDate asOf, Actor seller) {
    Shipment earlier =
        find(id, seller)
            .filter(shipment -> shipment.sellerId().equals(seller.id()))
            .orElseThrow(() -> new IllegalArgumentException("you have no shipment " + id));
    if (!earlier.reference().equals(consignment.reference())
        || !earlier.destination().equals(consignment.destination())) {
      throw new IllegalArgumentException(
          "shipment '%s' to %s keeps its reference and destination: enter another shipment instead"
              .formatted(earlier.reference(), earlier.destination()));
    }
    if (earlier.consignment().equals(consignment)) {
      return earlier;
    }
    List<UUID> items = assess(consignment, asOf, seller);
    // After the items, as everywhere: who decides one locks its shipments last.
    table.lock(id);
    table.update(id, consignment);
    table.replaceLines(id, items);
    journal.write(
        new Amended(id, consignment.reference(), consignment.destination(), items), seller);
    Shipment amended = table.find(id).orElseThrow();
    if (table.turned(id, amended.isHeld())) {
      events.publishEvent(new ShipmentTurned(amended, clock.instant()));
    }
    return amended;
  }

  /** The shipment, if the actor may see it. */
  @Transactional(readOnly = true)
  public Optional<Shipment> find(UUID id, Actor actor) {
    return table.find(id).filter(shipment -> actor.maySee(shipment.sellerId()));
  }

  /** The shipments that the actor may see, the newest first. */
  @Transactional(readOnly = true)
  public List<Shipment> list(Actor actor, int limit) {
    return table.list(actor.is(Role.SPECIALIST) ? null : actor.id(), limit);
  }

  /** The shipments with a line of this item that the actor may see, the newest first. */
  @Transactional(readOnly = true)
  public List<Shipment> findByItem(UUID itemId, Actor actor) {
    return table.findByItem(itemId).stream()
        .filter(shipment -> actor.maySee(shipment.sellerId()))
        .toList();
  }

  /** The item of each line. */
  private List<UUID> assess(Consignment consignment, LocalDate asOf, Actor seller) {
    List<Submission> submissions =
        consignment.lines().stream()
            .map(
                line ->
                    new Submission(
                        line.listing(), consignment.destination(), asOf, consignment.shipBy()))
            .toList();
    return intake.submit(submissions, seller, null).lines().stream()
        .map(Receipt.Line::itemId)
        .toList();
  }

  private static Shipment sameAs(Consignment now, Shipment earlier) {
    Consignment before = earlier.consignment();
    if (!titles(before).equals(titles(now)) || !before.destination().equals(now.destination())) {
      throw new ShipmentExists(now.reference());
    }
    return earlier;
  }

  private static List<String> titles(Consignment consignment) {
    return consignment.lines().stream().map(Consignment.Line::listing).map(Listing::title).toList();
  }
}
