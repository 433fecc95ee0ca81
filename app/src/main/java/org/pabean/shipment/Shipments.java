package org.pabean.shipment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.record.Journal;
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

  Shipments(ShipmentTable table, Intake intake, Journal journal, ApplicationEventPublisher events) {
    this.table = table;
    this.intake = intake;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Takes a shipment in: each line's listing is assessed, and held where it must be. The same
   * reference sent again with as many lines gives the shipment that is there.
   *
   * @param asOf the date whose rules apply
   * @throws ShipmentExists if the reference came before with other lines
   */
  public Shipment enter(ShipmentOrder order, LocalDate asOf, Actor seller) {
    Optional<Shipment> earlier = table.findByReference(seller.id(), order.reference());
    if (earlier.isPresent()) {
      return sameAs(order, earlier.get());
    }
    List<Submission> submissions =
        order.lines().stream()
            .map(line -> new Submission(line.listing(), order.destination(), asOf, order.shipBy()))
            .toList();
    Receipt receipt = intake.submit(submissions, seller, null);
    UUID id = table.insert(seller.id(), order);
    for (int i = 0; i < order.lines().size(); i++) {
      table.insertLine(id, i + 1, receipt.lines().get(i).itemId(), order.lines().get(i));
    }
    List<UUID> items = receipt.lines().stream().map(Receipt.Line::itemId).toList();
    journal.write(new Shipped(id, order.reference(), order.destination(), items), seller);
    Shipment entered = table.find(id).orElseThrow();
    table.turned(id, entered.isHeld());
    events.publishEvent(new ShipmentEntered(entered));
    return entered;
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

  private static Shipment sameAs(ShipmentOrder order, Shipment earlier) {
    List<String> before = earlier.lines().stream().map(Shipment.Line::description).toList();
    List<String> now = order.lines().stream().map(line -> line.listing().title()).toList();
    if (!before.equals(now) || !earlier.destination().equals(order.destination())) {
      throw new ShipmentExists(order.reference());
    }
    return earlier;
  }
}
