package org.pabean.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;

/** What happens to an item apart from its tasks. */
public sealed interface ItemFact extends Fact {

  /** The item. */
  UUID itemId();

  @Override
  default UUID subject() {
    return itemId();
  }

  /**
   * A listing came in.
   *
   * @param listing the goods as they were described, in full
   */
  record Received(UUID itemId, String destination, LocalDate asOf, Object listing)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.RECEIVED;
    }
  }

  /**
   * The machine assessed it.
   *
   * @param again whether it had been assessed before
   * @param contentSha256 hash of the assessment as it is kept, hexadecimal
   */
  record Assessed(
      UUID itemId,
      UUID assessmentId,
      boolean again,
      String lane,
      @Nullable String code,
      double confidence,
      List<Trigger> triggers,
      Map<String, String> versions,
      String contentSha256)
      implements ItemFact {
    /** Copies the lists. */
    public Assessed {
      triggers = List.copyOf(triggers);
      versions = Map.copyOf(versions);
    }

    @Override
    public Kind kind() {
      return Kind.ASSESSED;
    }
  }

  /**
   * A trigger that fired.
   *
   * @param settled whether an earlier decision has answered it
   */
  record Trigger(String rule, String pack, String category, boolean settled) {
    /** All that fired in an assessment. */
    public static List<Trigger> of(Assessment assessment) {
      return assessment.findings().stream()
          .map(
              finding ->
                  new Trigger(
                      finding.rule(),
                      finding.pack(),
                      finding.category(),
                      assessment.settled().contains(finding.id())))
          .toList();
    }
  }

  /** An earlier decision on the same goods settled it. */
  record Settled(
      UUID itemId, UUID assessmentId, String precedentId, String code, List<String> settled)
      implements ItemFact {
    /** Copies the list. */
    public Settled {
      settled = List.copyOf(settled);
    }

    @Override
    public Kind kind() {
      return Kind.SETTLED_BY_PRECEDENT;
    }
  }

  /**
   * Its code is in force.
   *
   * @param by {@code machine}, {@code precedent} or {@code person}
   */
  record Finalised(
      UUID itemId, String destination, String code, String by, @Nullable UUID decisionId)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.FINALISED;
    }
  }

  /** A person decided that it may not be imported. */
  record Prohibited(UUID itemId, String destination, UUID decisionId) implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.PROHIBITED;
    }
  }

  /**
   * A decision on it was made reusable.
   *
   * @param retired ids of the precedents and prohibitions whose place it takes
   */
  record PrecedentMade(
      UUID itemId,
      UUID decisionId,
      String precedentId,
      @Nullable String code,
      boolean prohibition,
      List<String> retired)
      implements ItemFact {
    /** Copies the list. */
    public PrecedentMade {
      retired = List.copyOf(retired);
    }

    @Override
    public Kind kind() {
      return Kind.PRECEDENT_MADE;
    }
  }

  /**
   * A decision on it was withdrawn, and what it had taught is out of force.
   *
   * @param forgotten ids of the precedents and prohibitions that it had made
   * @param restored ids of those whose place they had taken, which are in force again
   */
  record PrecedentForgotten(
      UUID itemId, UUID decisionId, List<String> forgotten, List<String> restored)
      implements ItemFact {
    /** Copies the lists. */
    public PrecedentForgotten {
      forgotten = List.copyOf(forgotten);
      restored = List.copyOf(restored);
    }

    @Override
    public Kind kind() {
      return Kind.PRECEDENT_FORGOTTEN;
    }
  }

  /**
   * A lead retired what a decision on it had taught.
   *
   * @param precedentId the precedent or prohibition
   * @param code the code decided; null for a prohibition
   * @param reason in the lead's words
   * @param resting how many items rested on it then
   */
  record PrecedentRetired(
      UUID itemId,
      UUID decisionId,
      UUID precedentId,
      @Nullable String code,
      String reason,
      int resting)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.PRECEDENT_RETIRED;
    }
  }

  /**
   * A lead set the last day on which the precedent is used.
   *
   * @param until null if it has none any more
   */
  record PrecedentLimited(UUID itemId, UUID decisionId, UUID precedentId, @Nullable LocalDate until)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.PRECEDENT_LIMITED;
    }
  }

  /**
   * A lead said that two precedents that seem to contradict each other both stand.
   *
   * @param precedentId the one that was decided on this item
   * @param against the other
   * @param reason in what the goods differ, in the lead's words
   */
  record ConflictSettled(
      UUID itemId, UUID conflictId, UUID precedentId, UUID against, String reason)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.CONFLICT_SETTLED;
    }
  }

  /**
   * A final item was drawn for a blind audit.
   *
   * @param probability with which each such item is drawn
   */
  record Drawn(UUID itemId, UUID auditId, double probability) implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.DRAWN;
    }
  }

  /**
   * An auditor gave a code without knowing the machine's.
   *
   * @param found the auditor's code
   * @param machine the code that the machine had made final
   * @param right whether they are the same
   */
  record Audited(
      UUID itemId, UUID auditId, String found, String machine, boolean right, String rationale)
      implements ItemFact {
    @Override
    public Kind kind() {
      return Kind.AUDITED;
    }
  }
}
