package org.pabean.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a review task. The subject is its item. */
public sealed interface TaskFact extends Fact {

  /** The item that the task is about. */
  UUID itemId();

  /** The task. */
  UUID taskId();

  @Override
  default UUID subject() {
    return itemId();
  }

  /**
   * The item was held.
   *
   * @param again whether the task was open already
   * @param reasons the categories of what holds it
   */
  record Held(
      UUID itemId,
      UUID taskId,
      UUID assessmentId,
      boolean again,
      boolean forLead,
      Instant dueAt,
      List<String> reasons)
      implements TaskFact {
    /** Copies the list. */
    public Held {
      reasons = List.copyOf(reasons);
    }

    @Override
    public Kind kind() {
      return Kind.HELD;
    }
  }

  /** Somebody works on it, for a while. */
  record Claimed(UUID itemId, UUID taskId, Instant until) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.CLAIMED;
    }
  }

  /** Whoever worked on it gave it back. */
  record Released(UUID itemId, UUID taskId) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.RELEASED;
    }
  }

  /**
   * A claim ended by itself.
   *
   * @param holder who had claimed it
   * @param until when it ended
   */
  record Lapsed(UUID itemId, UUID taskId, UUID holder, Instant until) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.LAPSED;
    }
  }

  /** A lead gave it to somebody, or took it from them. */
  record Assigned(
      UUID itemId, UUID taskId, @Nullable UUID from, @Nullable UUID to, @Nullable Instant until)
      implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.ASSIGNED;
    }
  }

  /**
   * The seller was asked.
   *
   * @param choices what may be answered; empty if it is written
   * @param expiresAt from when on it can no longer be answered
   */
  record Asked(
      UUID itemId,
      UUID taskId,
      UUID questionId,
      String text,
      List<String> choices,
      Instant expiresAt)
      implements TaskFact {
    /** Copies the list. */
    public Asked {
      choices = List.copyOf(choices);
    }

    @Override
    public Kind kind() {
      return Kind.ASKED;
    }
  }

  /** The seller has answered. */
  record Answered(UUID itemId, UUID taskId, UUID questionId, String answer) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.ANSWERED;
    }
  }

  /**
   * A person answered.
   *
   * @param suggested the code that the machine suggested
   * @param openedAt since when the item was held
   * @param triggers what had fired
   */
  record Decided(
      UUID itemId,
      UUID taskId,
      UUID decisionId,
      UUID assessmentId,
      String verdict,
      @Nullable String code,
      @Nullable String suggested,
      String rationale,
      String legalBasis,
      Instant openedAt,
      List<ItemFact.Trigger> triggers)
      implements TaskFact {
    /** Copies the list. */
    public Decided {
      triggers = List.copyOf(triggers);
    }

    @Override
    public Kind kind() {
      return Kind.DECIDED;
    }
  }

  /**
   * A decision was withdrawn.
   *
   * @param reopened whether it had closed the task, so that the item is held again; only an
   *     escalation had not
   */
  record Reversed(UUID itemId, UUID taskId, UUID decisionId, String reason, boolean reopened)
      implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.REVERSED;
    }
  }

  /** A newer listing of the goods left nothing to decide. */
  record Relisted(UUID itemId, UUID taskId) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.RELISTED;
    }
  }

  /** The due time comes near. */
  record Reminded(UUID itemId, UUID taskId, Instant dueAt, String calendar) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.REMINDED;
    }
  }

  /** A lead is told that the due time comes near. */
  record Escalated(UUID itemId, UUID taskId, Instant dueAt, String calendar) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.ESCALATED;
    }
  }

  /** The due time has passed. Nothing is decided by that. */
  record Overdue(UUID itemId, UUID taskId, Instant dueAt, String calendar) implements TaskFact {
    @Override
    public Kind kind() {
      return Kind.OVERDUE;
    }
  }
}
