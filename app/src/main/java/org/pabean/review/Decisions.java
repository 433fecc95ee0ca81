package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.record.Journal;
import org.pabean.registry.Registry;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a person's answer in force: decision, item and task change in one transaction. */
@Service
public class Decisions {

  private final TaskTable tasks;
  private final Catalogue catalogue;
  private final Registry registry;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Journal journal;
  private final Clock clock;

  Decisions(
      TaskTable tasks,
      Catalogue catalogue,
      Registry registry,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Journal journal,
      Clock clock) {
    this.tasks = tasks;
    this.catalogue = catalogue;
    this.registry = registry;
    this.transaction = transaction;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Decides a task.
   *
   * @param seenVersion the task's version that the person had before them
   * @throws TaskNotYours if the person may not decide it, or not any more; the answer is then kept
   *     as a draft
   * @throws IllegalArgumentException if the code cannot be declared, or the answer departs from the
   *     machine's and names no legal basis
   */
  public Decision decide(UUID taskId, long seenVersion, Answer answer, Actor actor) {
    checkGrounded(answer);
    if (answer.code() != null) {
      checkDeclarable(answer.code());
    }
    try {
      return transaction.execute(status -> decideLocked(taskId, seenVersion, answer, actor));
    } catch (TaskNotYours refused) {
      // The transaction is rolled back by now; the draft must survive it.
      transaction.executeWithoutResult(
          status -> tasks.keepDraft(taskId, actor.id(), answer, clock.instant()));
      throw refused;
    }
  }

  private Decision decideLocked(UUID taskId, long seenVersion, Answer answer, Actor actor) {
    UUID itemId = tasks.find(taskId).map(ReviewTask::itemId).orElseThrow(() -> unknown(taskId));
    // Item before task, as everywhere: two transactions that lock in one order never block forever.
    catalogue.lock(itemId);
    ReviewTask task = tasks.lock(taskId).orElseThrow(() -> unknown(taskId));
    Instant now = clock.instant();
    refusal(task, seenVersion, actor, now)
        .ifPresent(
            refused -> {
              throw refused;
            });
    var decision = new Decision(UUID.randomUUID(), taskId, itemId, answer, actor, now);
    tasks.insert(decision, task.assessmentId());
    journal.write(DecisionFacts.decided(decision, task, catalogue.get(itemId)), actor);
    if (answer.verdict() == Verdict.ESCALATE) {
      tasks.escalate(taskId);
      return decision;
    }
    ItemState state = answer.verdict() == Verdict.PROHIBIT ? ItemState.PROHIBITED : ItemState.FINAL;
    Item item = catalogue.decide(itemId, state, answer.code());
    tasks.close(taskId, now);
    journal.write(DecisionFacts.inForce(decision, item), actor);
    events.publishEvent(new TaskDecided(decision, item));
    return decision;
  }

  /** Why somebody may not act on a task now, if they may not. */
  static Optional<TaskNotYours> refusal(
      ReviewTask task, long seenVersion, Actor actor, Instant now) {
    ReviewTask.Claim claim = task.claim();
    if (!task.isOpen()) {
      return Optional.of(new TaskNotYours(task.id(), Reason.CLOSED, null));
    }
    if (task.forLead() && !actor.is(Role.LEAD)) {
      return Optional.of(new TaskNotYours(task.id(), Reason.FOR_LEAD, null));
    }
    if (claim != null && task.isClaimedByAnother(actor.id(), now)) {
      return Optional.of(new TaskNotYours(task.id(), Reason.CLAIMED_BY_ANOTHER, claim.name()));
    }
    if (claim == null || !claim.by().equals(actor.id()) || !claim.holdsAt(now)) {
      return Optional.of(new TaskNotYours(task.id(), Reason.NOT_CLAIMED, null));
    }
    return task.version() == seenVersion
        ? Optional.empty()
        : Optional.of(new TaskNotYours(task.id(), Reason.CHANGED, null));
  }

  /** Who departs from what the machine found must be able to say by what law. */
  private static void checkGrounded(Answer answer) {
    boolean departs =
        answer.verdict() == Verdict.RECLASSIFY || answer.verdict() == Verdict.PROHIBIT;
    if (departs && answer.legalBasis().isEmpty()) {
      throw new IllegalArgumentException(
          answer.verdict() == Verdict.PROHIBIT
              ? "name the law by which the goods may not be imported, as the legal basis"
              : "pick the legal basis of the new code: a General Rule, note, precedent or ruling");
    }
  }

  private void checkDeclarable(Code code) {
    Nomenclature nomenclature = registry.assessor().nomenclature();
    if (!nomenclature.isDeclarable(code)) {
      throw new IllegalArgumentException(
          "%s cannot be declared under %s: choose a subheading of six digits that exists"
              .formatted(code, nomenclature.edition()));
    }
  }

  private static IllegalArgumentException unknown(UUID id) {
    return new IllegalArgumentException("there is no task " + id);
  }
}
