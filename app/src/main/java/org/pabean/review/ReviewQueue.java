package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Claimed;
import org.pabean.record.TaskFact.Released;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on what. A claim is a lease: it lapses by itself and the task is free again. */
@Service
@Transactional
public class ReviewQueue {

  private final TaskTable tasks;
  private final QueueTable open;
  private final ReviewSettings settings;
  private final Journal journal;
  private final Clock clock;

  ReviewQueue(
      TaskTable tasks, QueueTable open, ReviewSettings settings, Journal journal, Clock clock) {
    this.tasks = tasks;
    this.open = open;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
  }

  /** The open tasks, the most urgent first. */
  @Transactional(readOnly = true)
  public List<ReviewTask> list(int limit) {
    return tasks.queue(limit);
  }

  /** How many tasks are open. */
  @Transactional(readOnly = true)
  public long countOpen() {
    return tasks.countOpen();
  }

  /** The task with this id. */
  @Transactional(readOnly = true)
  public Optional<ReviewTask> find(UUID id) {
    return tasks.find(id);
  }

  /** The open task of an item that is held. */
  @Transactional(readOnly = true)
  public Optional<ReviewTask> findOpenByItem(UUID itemId) {
    return tasks.findOpenByItem(itemId);
  }

  /** What the actor wrote on a task and could not send, if anything. */
  @Transactional(readOnly = true)
  public Optional<Answer> draft(UUID taskId, Actor actor) {
    return tasks.draft(taskId, actor.id());
  }

  /** The decisions on an item, the last first. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(UUID itemId) {
    return tasks.decisions(itemId);
  }

  /**
   * A page of the open tasks that a filter lets through.
   *
   * @param after where the page before ended; null for the first
   * @throws IllegalArgumentException if {@code after} is not such a place
   */
  @Transactional(readOnly = true)
  public QueuePart page(QueueFilter filter, Actor actor, @Nullable String after, int limit) {
    @Nullable QueueKey key = after == null ? null : QueueKey.parse(after);
    return open.page(filter, actor, key, limit, clock.instant());
  }

  /** How many open tasks there are of each kind, as far as the filter lets them through. */
  @Transactional(readOnly = true)
  public QueueCounts counts(QueueFilter filter, Actor actor) {
    return open.counts(filter, actor, clock.instant());
  }

  /** Where a task stands among those that the filter lets through. */
  @Transactional(readOnly = true)
  public QueuePlace place(UUID task, QueueFilter filter, Actor actor) {
    return open.place(task, filter, actor, clock.instant());
  }

  /** Claims the most urgent task that nobody holds and the actor may decide. */
  public Optional<ReviewTask> claimNext(Actor actor) {
    return claimNext(QueueFilter.ALL, actor);
  }

  /**
   * Claims the first task of the filter that nobody holds and the actor may decide: first of those
   * that a lead gave to them. What they skipped lately is not offered.
   */
  public Optional<ReviewTask> claimNext(QueueFilter filter, Actor actor) {
    Instant now = clock.instant();
    return open.claimNext(filter, actor, true, now, settings)
        .or(() -> open.claimNext(filter, actor, false, now, settings))
        .map(
            next -> {
              if (next.lapsed() != null) {
                journal.write(next.lapsed());
              }
              ReviewTask claimed = tasks.find(next.id()).orElseThrow();
              recordClaim(claimed, actor);
              return claimed;
            });
  }

  /** Gives a task back, not to be offered to the same person again for a while. */
  public void skip(UUID id, Actor actor) {
    release(id, actor);
    open.skip(id, actor.id(), clock.instant());
  }

  /**
   * Claims a task, or makes the actor's own claim last longer.
   *
   * @throws TaskNotYours if somebody else holds it, it is closed, or only a lead may decide it
   */
  public ReviewTask claim(UUID id, Actor actor) {
    Instant now = clock.instant();
    ReviewTask task = tasks.lock(id).orElseThrow(() -> unknown(id));
    if (!task.isOpen()) {
      throw new TaskNotYours(id, Reason.CLOSED, null);
    }
    if (task.isClaimedByAnother(actor.id(), now) && task.claim() != null) {
      throw new TaskNotYours(id, Reason.CLAIMED_BY_ANOTHER, task.claim().name());
    }
    if (task.forLead() && !actor.is(Role.LEAD)) {
      throw new TaskNotYours(id, Reason.FOR_LEAD, null);
    }
    ReviewTask.Assignee assigned = task.assigned();
    if (assigned != null && task.isAssignedToAnother(actor.id()) && !actor.is(Role.LEAD)) {
      throw new TaskNotYours(id, Reason.ASSIGNED_TO_ANOTHER, assigned.name());
    }
    tasks.claim(id, actor, now, settings.lease());
    ReviewTask claimed = tasks.find(id).orElseThrow();
    task.lapsed(now).ifPresent(journal::write);
    if (task.claim() == null || !task.claim().holdsAt(now)) {
      recordClaim(claimed, actor);
    }
    return claimed;
  }

  /** Sets when an open task should be decided. */
  public void setDue(UUID id, Instant dueAt) {
    tasks.setDue(id, dueAt);
  }

  private void recordClaim(ReviewTask task, Actor actor) {
    if (task.claim() != null) {
      journal.write(new Claimed(task.itemId(), task.id(), task.claim().until()), actor);
    }
  }

  /** Gives a task back; nothing happens if the actor does not hold it. */
  public void release(UUID id, Actor actor) {
    ReviewTask task = tasks.lock(id).orElseThrow(() -> unknown(id));
    if (task.claim() != null && task.claim().by().equals(actor.id())) {
      tasks.release(id);
      Instant now = clock.instant();
      task.lapsed(now).ifPresent(journal::write);
      if (task.claim().holdsAt(now)) {
        journal.write(new Released(task.itemId(), id), actor);
      }
    }
  }

  private static IllegalArgumentException unknown(UUID id) {
    return new IllegalArgumentException("there is no task " + id);
  }
}
