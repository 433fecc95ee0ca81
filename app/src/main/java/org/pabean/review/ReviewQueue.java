package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Claimed;
import org.pabean.record.TaskFact.Lapsed;
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

  private static final int AT_ONCE = 100;

  private final TaskTable tasks;
  private final ReviewSettings settings;
  private final Journal journal;
  private final Clock clock;

  ReviewQueue(TaskTable tasks, ReviewSettings settings, Journal journal, Clock clock) {
    this.tasks = tasks;
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

  /** Claims the most urgent task that nobody holds and the actor may decide. */
  public Optional<ReviewTask> claimNext(Actor actor) {
    Instant now = clock.instant();
    tasks.lapse(now, AT_ONCE).forEach(journal::write);
    Optional<ReviewTask> claimed =
        tasks.claimNext(actor, actor.is(Role.LEAD), now, settings.lease()).flatMap(tasks::find);
    claimed.ifPresent(task -> recordClaim(task, actor));
    return claimed;
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
    tasks.claim(id, actor, now, settings.lease());
    ReviewTask claimed = tasks.find(id).orElseThrow();
    recordLapse(task, now);
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

  /** The claim that a task had, if its time was over and nobody wrote that down yet. */
  private void recordLapse(ReviewTask before, Instant now) {
    ReviewTask.Claim claim = before.claim();
    if (claim != null && !claim.holdsAt(now)) {
      journal.write(new Lapsed(before.itemId(), before.id(), claim.by(), claim.until()));
    }
  }

  /** Gives a task back; nothing happens if the actor does not hold it. */
  public void release(UUID id, Actor actor) {
    ReviewTask task = tasks.lock(id).orElseThrow(() -> unknown(id));
    if (task.claim() != null && task.claim().by().equals(actor.id())) {
      tasks.release(id);
      Instant now = clock.instant();
      recordLapse(task, now);
      if (task.claim().holdsAt(now)) {
        journal.write(new Released(task.itemId(), id), actor);
      }
    }
  }

  private static IllegalArgumentException unknown(UUID id) {
    return new IllegalArgumentException("there is no task " + id);
  }
}
