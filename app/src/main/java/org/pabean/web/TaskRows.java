package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.springframework.stereotype.Component;

/** Review tasks as rows of a list, each with its item. */
@Component
class TaskRows {

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
   * @param waiting whether the seller was asked and may still answer
   */
  record Row(ReviewTask task, Item item, Holder holder, boolean late, boolean waiting) {}

  List<Row> of(List<ReviewTask> tasks, Actor actor) {
    Instant now = clock.instant();
    Map<UUID, Item> items =
        catalogue.getAll(tasks.stream().map(ReviewTask::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    return tasks.stream()
        .map(
            task ->
                new Row(
                    task,
                    Objects.requireNonNull(items.get(task.itemId())),
                    holder(task, actor.id(), now),
                    task.dueAt().isBefore(now),
                    task.waitsForSellerAt(now)))
        .toList();
  }

  static Holder holder(ReviewTask task, UUID account, Instant now) {
    ReviewTask.Claim claim = task.claim();
    if (claim != null && claim.holdsAt(now)) {
      return claim.by().equals(account) ? Holder.ME : Holder.ANOTHER;
    }
    return task.firstSeenAt() == null ? Holder.NEVER_OPENED : Holder.OPENED;
  }
}
