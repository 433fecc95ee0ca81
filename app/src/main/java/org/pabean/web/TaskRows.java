package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.stereotype.Component;

/** Review tasks as rows of a list, each with its item. */
@Component
class TaskRows {

  /** How many tasks of the queue the lists look at. */
  static final int MOST = 2000;

  private final Catalogue catalogue;
  private final Clock clock;

  TaskRows(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Who holds a task, as the list tells it apart. */
  enum Holder {
    /** Nobody has looked at it. */
    NEVER_OPENED,
    /** Somebody looked and gave it back, or let the claim lapse. */
    OPENED,
    /** The person who looks at the list. */
    ME,
    /** Somebody else. */
    ANOTHER
  }

  /**
   * One row.
   *
   * @param task the task
   * @param item what it is about
   * @param holder who has it
   * @param late whether it is overdue
   */
  record Row(ReviewTask task, Item item, Holder holder, boolean late) {}

  List<Row> of(List<ReviewTask> tasks, Actor actor) {
    Instant now = clock.instant();
    return tasks.stream().flatMap(task -> row(task, actor, now).stream()).toList();
  }

  private Optional<Row> row(ReviewTask task, Actor actor, Instant now) {
    return catalogue
        .find(task.itemId(), actor)
        .map(i -> new Row(task, i, holder(task, actor.id(), now), task.dueAt().isBefore(now)));
  }

  static Holder holder(ReviewTask task, UUID account, Instant now) {
    ReviewTask.Claim claim = task.claim();
    if (claim != null && claim.holdsAt(now)) {
      return claim.by().equals(account) ? Holder.ME : Holder.ANOTHER;
    }
    return task.firstSeenAt() == null ? Holder.NEVER_OPENED : Holder.OPENED;
  }

  /** Whether the actor may decide the task and nobody else holds it. */
  static boolean mayTake(ReviewTask task, Actor actor, Instant now) {
    return (!task.forLead() || actor.is(Role.LEAD)) && !task.isClaimedByAnother(actor.id(), now);
  }
}
