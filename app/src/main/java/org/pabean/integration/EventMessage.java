package org.pabean.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.deadline.DeadlineReached;
import org.pabean.review.Decision;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.QuestionEvent;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestion;
import org.pabean.review.Verdict;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;

/**
 * What a receiver is told. Fields are only ever added; a change of meaning is a new version.
 *
 * @param id the event; the same each time it is sent
 * @param type {@code task.created}, {@code task.decided}, {@code task.reopened}, {@code
 *     question.asked}, {@code question.answered}, or {@code deadline.} and its step
 * @param version of this form
 * @param occurredAt when it happened
 * @param task the review task
 * @param item the item that the task is about, as it stood then
 * @param decision the answer; only in {@code task.decided}
 * @param question what the seller was asked; only where the seller was asked or answered
 */
record EventMessage(
    UUID id,
    String type,
    int version,
    Instant occurredAt,
    Task task,
    Goods item,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answered decision,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Question question) {

  static final String TASK_CREATED = "task.created";
  static final String TASK_DECIDED = "task.decided";
  static final String TASK_REOPENED = "task.reopened";

  private static final int VERSION = 1;

  static EventMessage created(ReviewTask task, Item item) {
    return new EventMessage(
        UUID.randomUUID(),
        TASK_CREATED,
        VERSION,
        task.openedAt(),
        Task.of(task),
        Goods.of(item),
        null,
        null);
  }

  static EventMessage decided(ReviewTask task, Item item, Decision decision) {
    return new EventMessage(
        UUID.randomUUID(),
        TASK_DECIDED,
        VERSION,
        decision.at(),
        Task.of(task),
        Goods.of(item),
        Answered.of(decision),
        null);
  }

  /** A decision was withdrawn: the item is held again, and the task is open again. */
  static EventMessage reopened(DecisionWithdrawn withdrawn) {
    return new EventMessage(
        UUID.randomUUID(),
        TASK_REOPENED,
        VERSION,
        withdrawn.withdrawal().at(),
        Task.of(withdrawn.task()),
        Goods.of(withdrawn.item()),
        null,
        null);
  }

  static EventMessage ofDeadline(DeadlineReached reached) {
    return new EventMessage(
        UUID.randomUUID(),
        "deadline." + reached.step().name().toLowerCase(Locale.ROOT),
        VERSION,
        reached.at(),
        Task.of(reached.task()),
        Goods.of(reached.item()),
        null,
        null);
  }

  /** A seller was asked, or has answered. */
  static EventMessage ofQuestion(QuestionEvent event, ReviewTask task) {
    SellerQuestion question = event.question();
    Instant answered = question.answeredAt();
    return new EventMessage(
        UUID.randomUUID(),
        answered == null ? "question.asked" : "question.answered",
        VERSION,
        answered == null ? question.askedAt() : answered,
        Task.of(task),
        Goods.of(event.item()),
        null,
        new Question(
            question.id(), question.text(), question.answer(), question.expiresAt(), answered));
  }

  /** What the seller was asked; the link to answer it is not told. */
  record Question(
      UUID id,
      String text,
      @Nullable String answer,
      Instant expiresAt,
      @Nullable Instant answeredAt) {}

  /** The review task. */
  record Task(
      UUID id, boolean forLead, Instant openedAt, Instant dueAt, @Nullable Instant closedAt) {

    static Task of(ReviewTask task) {
      return new Task(task.id(), task.forLead(), task.openedAt(), task.dueAt(), task.closedAt());
    }
  }

  /** The item. Nothing here names its seller. */
  record Goods(
      UUID id,
      String sku,
      String title,
      String destination,
      ItemState state,
      Lane lane,
      @Nullable Code code,
      double confidence,
      List<String> reasons) {

    static Goods of(Item item) {
      return new Goods(
          item.id(),
          item.listing().sku(),
          item.listing().title(),
          item.destination(),
          item.state(),
          item.lane(),
          item.code(),
          item.assessment().confidence(),
          item.assessment().open().stream().map(Finding::reason).toList());
    }
  }

  /** The person's answer. */
  record Answered(
      Verdict verdict,
      @Nullable Code code,
      String rationale,
      String legalBasis,
      String by,
      Instant at) {

    static Answered of(Decision decision) {
      return new Answered(
          decision.answer().verdict(),
          decision.answer().code(),
          decision.answer().rationale(),
          decision.answer().legalBasis(),
          decision.by().name(),
          decision.at());
    }
  }
}
