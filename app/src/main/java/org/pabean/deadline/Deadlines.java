package org.pabean.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.record.Fact;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Escalated;
import org.pabean.record.TaskFact.Overdue;
import org.pabean.record.TaskFact.Reminded;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.DueTimes;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.TaskOpened;
import org.pabean.shipment.ShipmentEntered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when tasks are due, and takes the steps on the way there. A step only tells: no time that
 * passes ever decides a task.
 */
@Component
class Deadlines implements DueTimes {

  private static final int AT_ONCE = 200;

  private final DeadlineTable table;
  private final ReviewQueue queue;
  private final Catalogue catalogue;
  private final DeadlineSettings settings;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deadlines(
      DeadlineTable table,
      ReviewQueue queue,
      Catalogue catalogue,
      DeadlineSettings settings,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.queue = queue;
    this.catalogue = catalogue;
    this.settings = settings;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Instant dueAt(Item item, Instant openedAt, @Nullable LocalDate shipBy) {
    LocalDate earliest =
        Stream.concat(Stream.ofNullable(shipBy), table.shipBy(item.id()).stream())
            .min(Comparator.naturalOrder())
            .orElse(null);
    return due(calendar(), openedAt, earliest);
  }

  /** In the transaction that opens the task: none is without its steps. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(TaskOpened opened) {
    schedule(calendar(), opened.task().id(), opened.task().dueAt());
  }

  /** Its ship-by date may come before what its tasks were due at. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ShipmentEntered entered) {
    if (entered.shipment().shipBy() == null) {
      return;
    }
    WorkCalendar calendar = calendar();
    entered.shipment().lines().stream()
        .map(line -> line.itemId())
        .distinct()
        .forEach(item -> table.open(item, false, 1).forEach(task -> schedule(calendar, task)));
  }

  /** The task is open again, and steps that had come to nothing are still to come. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DecisionWithdrawn withdrawn) {
    schedule(calendar(), withdrawn.task().id(), withdrawn.task().dueAt());
  }

  /** All open tasks, after the calendar was changed. Steps that were taken are not taken again. */
  void computeAnew() {
    WorkCalendar calendar = calendar();
    table.open(null, false, Integer.MAX_VALUE).forEach(task -> schedule(calendar, task));
  }

  /** Takes the steps that are due; gives how many there were. */
  @Transactional
  public int takeSteps() {
    Instant now = clock.instant();
    WorkCalendar calendar = calendar();
    // Opened before there were deadlines, or opened again.
    table.open(null, true, AT_ONCE).forEach(task -> schedule(calendar, task));
    table.forgetClosed(now);
    List<DeadlineTable.DueStep> steps = table.take(now, AT_ONCE);
    steps.stream()
        .sorted(Comparator.comparing(DeadlineTable.DueStep::step))
        .forEach(step -> take(step, calendar, now));
    return steps.size();
  }

  private void take(DeadlineTable.DueStep due, WorkCalendar calendar, Instant now) {
    ReviewTask task = queue.find(due.taskId()).orElseThrow();
    journal.write(fact(due.step(), task, calendar.name()));
    events.publishEvent(new DeadlineReached(due.step(), now, task, catalogue.get(task.itemId())));
  }

  private static Fact fact(Step step, ReviewTask task, String calendar) {
    return switch (step) {
      case REMINDER -> new Reminded(task.itemId(), task.id(), task.dueAt(), calendar);
      case ESCALATION -> new Escalated(task.itemId(), task.id(), task.dueAt(), calendar);
      case OVERDUE -> new Overdue(task.itemId(), task.id(), task.dueAt(), calendar);
    };
  }

  private void schedule(WorkCalendar calendar, DeadlineTable.OpenTask task) {
    Instant due = due(calendar, task.openedAt(), task.shipBy());
    queue.setDue(task.id(), due);
    schedule(calendar, task.id(), due);
  }

  private void schedule(WorkCalendar calendar, UUID task, Instant due) {
    table.schedule(task, Step.REMINDER, calendar.minus(due, settings.reminderBefore()));
    table.schedule(task, Step.ESCALATION, calendar.minus(due, settings.escalationBefore()));
    table.schedule(task, Step.OVERDUE, due);
  }

  /**
   * The earlier of the age limit and the last working day before the goods should leave; never
   * before the task was opened.
   */
  private Instant due(WorkCalendar calendar, Instant openedAt, @Nullable LocalDate shipBy) {
    Instant byAge = calendar.plus(openedAt, settings.decideWithin());
    if (shipBy == null) {
      return byAge;
    }
    Instant byShipment = calendar.lastBefore(shipBy);
    if (byShipment.isBefore(openedAt)) {
      return openedAt;
    }
    return byShipment.isBefore(byAge) ? byShipment : byAge;
  }

  private WorkCalendar calendar() {
    return table
        .inForce()
        .orElseThrow(() -> new IllegalStateException("no working calendar is in force"));
  }
}
