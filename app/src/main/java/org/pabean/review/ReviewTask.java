package org.pabean.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.record.TaskFact.Lapsed;

/**
 * The question put to a person. Open exactly as long as its item is held.
 *
 * @param id never changes
 * @param itemId the item that is held
 * @param assessmentId the assessment the question is about
 * @param forLead whether only a lead may decide
 * @param version goes up with each change; a decision must name the one it saw
 * @param openedAt when the item was held
 * @param dueAt when it should be decided
 * @param firstSeenAt when somebody first opened it
 * @param claim who works on it, if somebody does
 * @param assigned whom a lead gave it to, if anybody
 * @param waitsUntil how long it waits for the seller's answer, not offered to anybody; null if not
 * @param closedAt when it was settled
 */
public record ReviewTask(
    UUID id,
    UUID itemId,
    UUID assessmentId,
    boolean forLead,
    long version,
    Instant openedAt,
    Instant dueAt,
    @Nullable Instant firstSeenAt,
    @Nullable Claim claim,
    @Nullable Assignee assigned,
    @Nullable Instant waitsUntil,
    @Nullable Instant closedAt) {

  /**
   * Somebody's hold on a task, for a while.
   *
   * @param by the account
   * @param name the person
   * @param until when it lapses
   */
  public record Claim(UUID by, String name, Instant until) {

    /** Whether the claim still holds. */
    public boolean holdsAt(Instant now) {
      return now.isBefore(until);
    }
  }

  /**
   * Whom a lead gave a task to.
   *
   * @param id the account
   * @param name the person
   */
  public record Assignee(UUID id, String name) {}

  /** Whether it was given to somebody else than the account. */
  public boolean isAssignedToAnother(UUID account) {
    return assigned != null && !assigned.id().equals(account);
  }

  /** Whether a seller was asked, and may still answer. */
  public boolean waitsForSellerAt(Instant now) {
    return closedAt == null && waitsUntil != null && now.isBefore(waitsUntil);
  }

  /** Whether it waits for a decision. */
  public boolean isOpen() {
    return closedAt == null;
  }

  /** What the record says of a claim whose time is over, and which nobody has ended yet. */
  Optional<Lapsed> lapsed(Instant now) {
    return claim == null || claim.holdsAt(now)
        ? Optional.empty()
        : Optional.of(new Lapsed(itemId, id, claim.by(), claim.until()));
  }

  /** Whether somebody else than the account holds a claim that has not lapsed. */
  public boolean isClaimedByAnother(UUID account, Instant now) {
    return claim != null && claim.holdsAt(now) && !claim.by().equals(account);
  }
}
