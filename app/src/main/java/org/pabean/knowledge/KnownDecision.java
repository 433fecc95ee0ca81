package org.pabean.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/**
 * What a decision taught: a code for goods, or that they may not be imported.
 *
 * @param id the precedent's or the prohibition's
 * @param decisionId the decision that taught it
 * @param itemId the item that was decided
 * @param goods stands for the goods, see {@link org.pabean.listing.GoodsKey}
 * @param title the goods, as their seller called them then
 * @param destination where they went
 * @param code the code decided; null if it is a prohibition
 * @param edition the edition of the code; empty if it is a prohibition
 * @param decidedBy the person's name
 * @param decidedOn the day
 * @param rationale why, in the person's words
 * @param legalBasis General Rule, note or ruling
 * @param strength how much it weighs
 * @param validUntil the last day on which it is used; null if there is none
 * @param state whether it is used
 * @param endedAt since when it is not used any more; null while it is in force
 * @param retiredBy the lead who retired it; null if none did
 * @param retiredWhy in the lead's words; null if none did
 */
public record KnownDecision(
    UUID id,
    UUID decisionId,
    UUID itemId,
    String goods,
    String title,
    String destination,
    @Nullable Code code,
    String edition,
    String decidedBy,
    LocalDate decidedOn,
    String rationale,
    String legalBasis,
    Strength strength,
    @Nullable LocalDate validUntil,
    State state,
    @Nullable Instant endedAt,
    @Nullable String retiredBy,
    @Nullable String retiredWhy) {

  /** Where it stands. */
  public enum State {
    /** The same goods are settled by it. */
    IN_FORCE,
    /** Its last day has passed. */
    EXPIRED,
    /** A later decision on the same goods took its place. */
    REPLACED,
    /** Who decided took the decision back. */
    WITHDRAWN,
    /** A lead retired it as wrong. */
    RETIRED
  }

  /** Whether it says that the goods may not be imported. */
  public boolean isProhibition() {
    return code == null;
  }

  /** Whether the same goods are settled by it. */
  public boolean isInForce() {
    return state == State.IN_FORCE;
  }
}
