package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.assess.Lane;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Claimed;
import org.pabean.record.TaskFact.Reversed;
import org.pabean.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a decision back shortly after it was given. The decision stays on record, with its
 * withdrawal; the item is held and its task open again, in one transaction.
 */
@Service
public class Withdrawals {

  private final TaskTable tasks;
  private final WithdrawalTable table;
  private final Catalogue catalogue;
  private final List<WithdrawalObstacle> obstacles;
  private final ReviewSettings settings;
  private final ApplicationEventPublisher events;
  private final Journal journal;
  private final Clock clock;

  Withdrawals(
      TaskTable tasks,
      WithdrawalTable table,
      Catalogue catalogue,
      List<WithdrawalObstacle> obstacles,
      ReviewSettings settings,
      ApplicationEventPublisher events,
      Journal journal,
      Clock clock) {
    this.tasks = tasks;
    this.table = table;
    this.catalogue = catalogue;
    this.obstacles = obstacles;
    this.settings = settings;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  /** Until when a decision may be taken back, as far as time goes. */
  public Instant until(Decision decision) {
    return decision.at().plus(settings.undoFor());
  }

  /** The decisions on an item that were taken back, the last first. */
  @Transactional(readOnly = true)
  public List<Withdrawal> ofItem(UUID itemId) {
    return table.ofItem(itemId);
  }

  /** The decision with this id. */
  @Transactional(readOnly = true)
  public Optional<Decision> find(UUID decisionId) {
    return table.decision(decisionId);
  }

  /**
   * Takes a decision back. Its task is then claimed by the actor, and what they wrote is their
   * draft.
   *
   * @throws WithdrawalRefused if it is another's, too late, or something rests on it by now
   * @throws IllegalArgumentException if there is no such decision
   */
  @Transactional
  public ReviewTask withdraw(UUID decisionId, Actor actor) {
    Decision decision =
        table
            .decision(decisionId)
            .orElseThrow(() -> new IllegalArgumentException("there is no decision " + decisionId));
    // Item before task, as everywhere.
    catalogue.lock(decision.itemId());
    ReviewTask task = tasks.lock(decision.taskId()).orElseThrow();
    Item item = catalogue.get(decision.itemId());
    Instant now = clock.instant();
    refusal(decision, task, item, actor, now)
        .ifPresent(
            sentence -> {
              throw new WithdrawalRefused(decisionId, sentence);
            });
    var withdrawal = new Withdrawal(UUID.randomUUID(), decision, actor, now);
    table.insert(withdrawal);
    boolean forLead = item.lane() == Lane.BLOCKED;
    boolean escalation = decision.answer().verdict() == Verdict.ESCALATE;
    Item held = escalation ? item : catalogue.reopen(item.id());
    table.reopen(task.id(), escalation ? forLead : task.forLead(), !escalation);
    tasks.claim(task.id(), actor, now, settings.lease());
    tasks.keepDraft(task.id(), actor.id(), decision.answer(), now);
    ReviewTask open = tasks.find(task.id()).orElseThrow();
    journal.write(
        new Reversed(item.id(), task.id(), decisionId, "undone by who gave it", !escalation),
        actor);
    journal.write(new Claimed(item.id(), task.id(), now.plus(settings.lease())), actor);
    events.publishEvent(new DecisionWithdrawn(withdrawal, open, held));
    return open;
  }

  private Optional<String> refusal(
      Decision decision, ReviewTask task, Item item, Actor actor, Instant now) {
    if (!decision.by().id().equals(actor.id())) {
      return Optional.of("only %s, who decided, can undo it".formatted(decision.by().name()));
    }
    if (table.isWithdrawn(decision.id())) {
      return Optional.of("this decision is undone already");
    }
    if (!isLastWord(decision, task, item)) {
      return Optional.of("somebody has acted on it since, so it cannot be undone any more");
    }
    Optional<String> obstacle =
        obstacles.stream().flatMap(o -> o.find(decision).stream()).findFirst();
    if (obstacle.isPresent()) {
      return obstacle;
    }
    if (now.isAfter(until(decision))) {
      return Optional.of(
          "it is too late to undo this: a decision stands after %d seconds"
              .formatted(settings.undoFor().toSeconds()));
    }
    return Optional.empty();
  }

  /** Whether nobody has decided, claimed or listed anything since. */
  private boolean isLastWord(Decision decision, ReviewTask task, Item item) {
    boolean last =
        tasks.decisions(item.id()).stream()
            .findFirst()
            .filter(d -> d.id().equals(decision.id()))
            .isPresent();
    if (!last || !item.assessmentId().equals(task.assessmentId())) {
      return false;
    }
    return decision.answer().verdict() == Verdict.ESCALATE
        ? task.isOpen() && task.claim() == null
        : decision.at().equals(task.closedAt()) && item.state() != ItemState.HELD;
  }
}
