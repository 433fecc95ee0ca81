package org.pabean.integration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.deadline.DeadlineReached;
import org.pabean.record.Kind;
import org.pabean.record.PaperFact.Issued;
import org.pabean.record.PaperFact.Superseded;
import org.pabean.record.ProgramFact.Certified;
import org.pabean.record.ProgramFact.FullReview;
import org.pabean.record.ProgramFact.PackChanged;
import org.pabean.record.Recorded;
import org.pabean.record.TaskFact;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.QuestionEvent;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestion;
import org.pabean.review.TaskDecided;
import org.pabean.review.TaskOpened;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.ShipmentEntered;
import org.pabean.shipment.ShipmentTurned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what happened, and that each who wants to know must be told, in the transaction in
 * which it happened: either all of it is kept, or nothing has happened.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

  private final ReviewQueue queue;
  private final Catalogue catalogue;
  private final EventWriter writer;
  private final Clock clock;

  Outbox(ReviewQueue queue, Catalogue catalogue, EventWriter writer, Clock clock) {
    this.queue = queue;
    this.catalogue = catalogue;
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  void on(TaskOpened opened) {
    ReviewTask task = opened.task();
    tell(EventKind.TASK_CREATED, task.openedAt(), EventBody.OfTask.of(task, opened.item()));
  }

  @EventListener
  void on(TaskDecided decided) {
    ReviewTask task = task(decided.decision().taskId());
    tell(
        EventKind.TASK_DECIDED,
        decided.decision().at(),
        EventBody.OfTask.of(task, decided.item()).with(decided.decision()));
  }

  @EventListener
  void on(DecisionWithdrawn withdrawn) {
    tell(
        EventKind.TASK_REOPENED,
        withdrawn.withdrawal().at(),
        EventBody.OfTask.of(withdrawn.task(), withdrawn.item()));
  }

  @EventListener
  void on(DeadlineReached reached) {
    EventKind kind =
        EventKind.find("deadline." + reached.step().name().toLowerCase(Locale.ROOT)).orElseThrow();
    tell(kind, reached.at(), EventBody.OfTask.of(reached.task(), reached.item()));
  }

  @EventListener
  void on(QuestionEvent event) {
    SellerQuestion question = event.question();
    Instant answered = question.answeredAt();
    tell(
        answered == null ? EventKind.QUESTION_ASKED : EventKind.QUESTION_ANSWERED,
        answered == null ? question.askedAt() : answered,
        EventBody.OfTask.of(task(question.taskId()), event.item()).with(question));
  }

  @EventListener
  void onClaimed(Recorded<TaskFact.Claimed> recorded) {
    var claim = new EventBody.Claim(recorded.by(), recorded.fact().until());
    tellOfTask(EventKind.TASK_CLAIMED, recorded, claim);
  }

  @EventListener
  void onReleased(Recorded<TaskFact.Released> recorded) {
    tellOfTask(EventKind.TASK_RELEASED, recorded, null);
  }

  @EventListener
  void onLapsed(Recorded<TaskFact.Lapsed> recorded) {
    tellOfTask(EventKind.TASK_RELEASED, recorded, null);
  }

  @EventListener
  void on(ShipmentEntered entered) {
    Shipment shipment = entered.shipment();
    tellOfShipment(EventKind.SHIPMENT_ENTERED, shipment, shipment.createdAt());
    if (shipment.isHeld()) {
      tellOfShipment(EventKind.SHIPMENT_HELD, shipment, shipment.createdAt());
    }
  }

  @EventListener
  void on(ShipmentTurned turned) {
    boolean held = turned.shipment().isHeld();
    tellOfShipment(
        held ? EventKind.SHIPMENT_HELD : EventKind.SHIPMENT_RELEASED,
        turned.shipment(),
        turned.at());
  }

  @EventListener
  void onIssued(Recorded<Issued> recorded) {
    var paper = EventBody.Paper.of(recorded.fact(), recorded.by());
    tell(EventKind.DOCUMENT_ISSUED, recorded.at(), new EventBody.OfDocument(paper));
  }

  @EventListener
  void onSuperseded(Recorded<Superseded> recorded) {
    var paper = EventBody.Paper.of(recorded.fact(), recorded.by());
    tell(EventKind.DOCUMENT_SUPERSEDED, recorded.at(), new EventBody.OfDocument(paper));
  }

  @EventListener
  void onPack(Recorded<PackChanged> recorded) {
    PackChanged pack = recorded.fact();
    if (pack.kind() == Kind.PACK_LIVE) {
      var rules =
          new EventBody.Rules(
              pack.pack(),
              pack.packVersion(),
              pack.loosens(),
              pack.rollBack(),
              pack.why(),
              recorded.by());
      tell(EventKind.RULES_CHANGED, recorded.at(), new EventBody.OfRules(rules));
    }
  }

  @EventListener
  void onFullReview(Recorded<FullReview> recorded) {
    FullReview review = recorded.fact();
    tell(
        review.begins() ? EventKind.AUTONOMY_DEMOTED : EventKind.AUTONOMY_PROMOTED,
        recorded.at(),
        new EventBody.OfAutonomy(
            new EventBody.Autonomy(review.destination(), review.reason(), recorded.by())));
  }

  @EventListener
  void onCertified(Recorded<Certified> recorded) {
    Certified certified = recorded.fact();
    var said = new EventBody.Certified(certified.certificate(), certified.statement());
    tell(EventKind.CERTIFICATE_ISSUED, recorded.at(), new EventBody.OfCertificate(said));
  }

  /** Tries one webhook out, whatever it wants to be told of. */
  void tellTest(UUID webhook, String by) {
    var body = new EventBody.OfTest(new EventBody.Tried(webhook, by));
    writer.tell(EventMessage.of(EventKind.WEBHOOK_TEST, clock.instant(), body), List.of(webhook));
  }

  private void tellOfTask(
      EventKind kind, Recorded<? extends TaskFact> recorded, EventBody.@Nullable Claim claim) {
    // Claims come and go all day: nothing is looked up that nobody wants to know.
    if (writer.isWanted(kind)) {
      ReviewTask task = task(recorded.fact().taskId());
      var body = EventBody.OfTask.of(task, catalogue.get(task.itemId()));
      tell(kind, recorded.at(), claim == null ? body : body.with(claim));
    }
  }

  private void tellOfShipment(EventKind kind, Shipment shipment, Instant at) {
    tell(kind, at, new EventBody.OfShipment(EventBody.Consignment.of(shipment)));
  }

  private void tell(EventKind kind, Instant at, EventBody body) {
    writer.tell(kind, EventMessage.of(kind, at, body));
  }

  private ReviewTask task(UUID id) {
    return queue.find(id).orElseThrow();
  }
}
