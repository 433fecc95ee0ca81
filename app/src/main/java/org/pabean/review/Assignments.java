package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Assigned;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A lead gives tasks to people and sees what each has. What was given to somebody is offered to
 * nobody else, and stays theirs when their claim lapses.
 */
@Service
@Transactional
public class Assignments {

  private final TaskTable tasks;
  private final QueueTable queue;
  private final Accounts accounts;
  private final Journal journal;
  private final Clock clock;

  Assignments(TaskTable tasks, QueueTable queue, Accounts accounts, Journal journal, Clock clock) {
    this.tasks = tasks;
    this.queue = queue;
    this.accounts = accounts;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Gives a task to somebody, or to nobody in particular again. Whoever held it loses the claim.
   *
   * @param person who gets it; null to put it back for all
   * @param seenVersion the task's version that the lead had before them; null if that is the same
   * @throws TaskNotYours if it is closed or has changed, or needs a lead and the person is none
   * @throws IllegalArgumentException if the person cannot decide tasks
   */
  public ReviewTask assign(
      UUID taskId, @Nullable UUID person, @Nullable Long seenVersion, Actor lead) {
    requireLead(lead);
    ReviewTask task =
        tasks
            .lock(taskId)
            .orElseThrow(() -> new IllegalArgumentException("there is no task " + taskId));
    if (!task.isOpen()) {
      throw new TaskNotYours(taskId, Reason.CLOSED, null);
    }
    if (seenVersion != null && seenVersion != task.version()) {
      throw new TaskNotYours(taskId, Reason.CHANGED, null);
    }
    if (person != null) {
      checkCanDecide(task, person);
    }
    Instant now = clock.instant();
    task.lapsed(now).ifPresent(journal::write);
    queue.assign(taskId, person, lead.id(), now);
    journal.write(new Assigned(task.itemId(), taskId, from(task, person, now), person, null), lead);
    return tasks.find(taskId).orElseThrow();
  }

  /** What each person who decides tasks has on the desk, by name. */
  @Transactional(readOnly = true)
  public List<PersonLoad> load(Actor lead) {
    requireLead(lead);
    Instant now = clock.instant();
    return queue.load(now, startOfDay(now));
  }

  /** What a person decided today, the last first; themselves or a lead may ask. */
  @Transactional(readOnly = true)
  public List<Decision> decidedToday(UUID person, Actor actor) {
    if (!actor.id().equals(person)) {
      requireLead(actor);
    }
    return tasks.decidedSince(person, startOfDay(clock.instant()));
  }

  /** Who had it: whoever was at it and loses the claim, else whom it was given to. */
  private static @Nullable UUID from(ReviewTask task, @Nullable UUID to, Instant now) {
    ReviewTask.Claim claim = task.claim();
    if (claim != null && claim.holdsAt(now) && !claim.by().equals(to)) {
      return claim.by();
    }
    return task.assigned() == null ? null : task.assigned().id();
  }

  private void checkCanDecide(ReviewTask task, UUID person) {
    Account account =
        accounts
            .find(person)
            .filter(found -> found.disabledAt() == null)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "nobody who may log in has the id %s: choose somebody else"
                            .formatted(person)));
    if (!account.actor().is(Role.SPECIALIST)) {
      throw new IllegalArgumentException(
          "%s is a seller and decides no tasks: choose a specialist".formatted(account.name()));
    }
    if (task.forLead() && !account.actor().is(Role.LEAD)) {
      throw new IllegalArgumentException(
          "only a lead may decide this task, and %s is none: choose a lead"
              .formatted(account.name()));
    }
  }

  private static void requireLead(Actor actor) {
    if (!actor.is(Role.LEAD)) {
      throw new AccessDeniedException("only a lead gives tasks to people");
    }
  }

  private static Instant startOfDay(Instant now) {
    return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
  }
}
