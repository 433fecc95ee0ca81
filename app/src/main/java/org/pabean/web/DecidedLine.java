package org.pabean.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.review.Decision;
import org.pabean.review.SimilarTasks;
import org.pabean.review.Verdict;
import org.pabean.review.Withdrawals;
import org.pabean.security.Actor;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.springframework.stereotype.Component;

/** Says on the next page what was just decided and what it set free. */
@Component
class DecidedLine {

  private final Shipments shipments;
  private final Withdrawals withdrawals;

  DecidedLine(Shipments shipments, Withdrawals withdrawals) {
    this.shipments = shipments;
    this.withdrawals = withdrawals;
  }

  /**
   * What was decided.
   *
   * @param itemId the item
   * @param text the sentence
   * @param title the goods
   * @param code the code decided; null if none was
   * @param shipments the shipments that the item travels in
   * @param also how many variants were decided with it
   * @param refused why others of its variants were not
   * @param undo how it is taken back
   */
  record Line(
      UUID itemId,
      String text,
      String title,
      @Nullable String code,
      List<ShipmentLine> shipments,
      long also,
      List<String> refused,
      TaskView.Undo undo) {}

  /** A shipment and whether it can go now. */
  record ShipmentLine(UUID id, String reference, int waitsFor) {}

  Line of(Decision decision, Item item, List<SimilarTasks.Outcome> others, Actor actor) {
    Verdict verdict = decision.answer().verdict();
    String text =
        switch (verdict) {
          case ACCEPT, RECLASSIFY -> "Decided";
          case PROHIBIT -> "Prohibited";
          case ESCALATE -> "Escalated to a lead";
        };
    return new Line(
        item.id(),
        text,
        item.listing().title(),
        decision.answer().code() == null ? null : decision.answer().code().dotted(),
        verdict == Verdict.ESCALATE
            ? List.of()
            : shipments.findByItem(item.id(), actor).stream().map(DecidedLine::line).toList(),
        others.stream().filter(o -> o.decision() != null).count(),
        others.stream().flatMap(o -> Stream.ofNullable(o.refusal())).distinct().toList(),
        new TaskView.Undo(decision.id(), withdrawals.until(decision)));
  }

  private static ShipmentLine line(Shipment shipment) {
    return new ShipmentLine(shipment.id(), shipment.reference(), shipment.notFinal().size());
  }
}
