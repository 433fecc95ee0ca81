package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.review.ReviewTask;

/** A review task in a line of the queue. */
@Schema(name = "TaskSummary")
record TaskSummary(
    UUID id,
    @Schema(description = "Goes up with each change; a decision must name it.") long version,
    @Schema(description = "Whether only a lead may decide it.") boolean forLead,
    Instant openedAt,
    Instant dueAt,
    @Schema(description = "When somebody first claimed it.") @Nullable Instant firstSeenAt,
    @Schema(description = "Who works on it; null if it is free.") @Nullable ClaimAnswer claim,
    @Schema(description = "The name of whom a lead gave it to; null if nobody.")
        @Nullable String assignedTo,
    ItemSummary item) {

  /** Tasks in their order. */
  @Schema(name = "Tasks")
  record Page(
      @Schema(description = "How many are open in all.") long open,
      List<TaskSummary> tasks,
      @Schema(description = "Give it as after for the next page; null if this is the last.")
          @Nullable String next) {}

  /** Tasks on variants of one product. */
  @Schema(name = "Variants")
  record Variants(List<TaskSummary> tasks) {}

  /** Somebody's hold on a task. */
  @Schema(name = "Claim")
  record ClaimAnswer(
      @Schema(description = "The person's name.") String by,
      @Schema(description = "When it lapses unless it is claimed again.") Instant until,
      @Schema(description = "Whether it is the caller's own.") boolean yours) {

    /** The claim, if it holds. */
    static @Nullable ClaimAnswer of(ReviewTask task, UUID caller, Instant now) {
      ReviewTask.Claim claim = task.claim();
      return claim == null || !task.isOpen() || !claim.holdsAt(now)
          ? null
          : new ClaimAnswer(claim.name(), claim.until(), claim.by().equals(caller));
    }
  }

  static @Nullable String assignedTo(ReviewTask task) {
    ReviewTask.Assignee assigned = task.assigned();
    return assigned == null ? null : assigned.name();
  }

  static TaskSummary of(ReviewTask task, Item item, UUID caller, Instant now) {
    return new TaskSummary(
        task.id(),
        task.version(),
        task.forLead(),
        task.openedAt(),
        task.dueAt(),
        task.firstSeenAt(),
        ClaimAnswer.of(task, caller, now),
        assignedTo(task),
        ItemSummary.of(item));
  }
}
