package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Answer;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;

/** A review task with all evidence. */
@Schema(name = "Task", description = "A question put to a person, with all evidence.")
record TaskAnswer(
    UUID id,
    @Schema(description = "Goes up with each change; a decision must name it.") long version,
    @Schema(description = "Whether only a lead may decide it.") boolean forLead,
    Instant openedAt,
    Instant dueAt,
    @Schema(description = "When somebody first claimed it.") @Nullable Instant firstSeenAt,
    @Schema(description = "When it was settled; null while it is open.") @Nullable Instant closedAt,
    @Schema(description = "Who works on it; null if it is free.")
        TaskSummary.@Nullable ClaimAnswer claim,
    @Schema(description = "The name of whom a lead gave it to; null if nobody.")
        @Nullable String assignedTo,
    @Schema(description = "What the caller tried to decide too late; kept to be sent again.")
        @Nullable DraftAnswer draft,
    ItemAnswer item) {

  /** A decision that was refused, as it was written. */
  @Schema(name = "Draft")
  record DraftAnswer(
      String verdict,
      @Nullable String code,
      @Nullable String codeDotted,
      String rationale,
      String legalBasis) {

    static DraftAnswer of(Answer answer) {
      return new DraftAnswer(
          answer.verdict().name(),
          CodeText.digits(answer.code()),
          CodeText.dotted(answer.code()),
          answer.rationale(),
          answer.legalBasis());
    }
  }

  static TaskAnswer of(
      ReviewTask task, ItemAnswer item, @Nullable DraftAnswer draft, Actor caller, Instant now) {
    return new TaskAnswer(
        task.id(),
        task.version(),
        task.forLead(),
        task.openedAt(),
        task.dueAt(),
        task.firstSeenAt(),
        task.closedAt(),
        TaskSummary.ClaimAnswer.of(task, caller.id(), now),
        TaskSummary.assignedTo(task),
        draft,
        item);
  }
}
