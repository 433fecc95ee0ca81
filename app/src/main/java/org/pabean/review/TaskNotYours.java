package org.pabean.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim or decision that came too late or from the wrong person; what was written is kept. */
public final class TaskNotYours extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID taskId;
  private final Reason reason;

  /** Why a task cannot be claimed or decided. */
  public enum Reason {
    /** Somebody else works on it. */
    CLAIMED_BY_ANOTHER,
    /** It was not claimed, or the claim has lapsed. */
    NOT_CLAIMED,
    /** It was decided, or its item was settled otherwise. */
    CLOSED,
    /** It changed since it was read. */
    CHANGED,
    /** Only a lead may decide it. */
    FOR_LEAD,
    /** A lead gave it to somebody else. */
    ASSIGNED_TO_ANOTHER
  }

  TaskNotYours(UUID taskId, Reason reason, @Nullable String who) {
    super(sentence(reason, who));
    this.taskId = taskId;
    this.reason = reason;
  }

  /** The task. */
  public UUID taskId() {
    return taskId;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  private static String sentence(Reason reason, @Nullable String who) {
    return switch (reason) {
      case CLAIMED_BY_ANOTHER -> "%s is working on this task".formatted(who);
      case NOT_CLAIMED -> "you do not hold this task any more; claim it again to decide it";
      case CLOSED -> "this task is already closed";
      case CHANGED -> "this task has changed since you opened it; read it again";
      case FOR_LEAD -> "only a lead may decide this task";
      case ASSIGNED_TO_ANOTHER ->
          "this task was given to %s; a lead can give it to you".formatted(who);
    };
  }
}
