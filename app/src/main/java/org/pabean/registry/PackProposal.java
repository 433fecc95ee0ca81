package org.pabean.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a rule pack that somebody wants.
 *
 * @param id names it
 * @param pack the pack's id
 * @param version the version to be put in force
 * @param rollBack whether it goes back to a version that there was before
 * @param why in the words of who wants it
 * @param loosens whether something that is held now may pass: then a second person must agree
 * @param proposedBy who wants it
 * @param proposedByName their name
 * @param proposedAt when they said so
 * @param state where it stands
 * @param settledBy who put it in force, refused or withdrew it; null while it waits
 * @param settledByName their name; null while it waits
 * @param settledAt when; null while it waits
 */
public record PackProposal(
    UUID id,
    String pack,
    String version,
    boolean rollBack,
    String why,
    boolean loosens,
    UUID proposedBy,
    String proposedByName,
    Instant proposedAt,
    State state,
    @Nullable UUID settledBy,
    @Nullable String settledByName,
    @Nullable Instant settledAt) {

  /** Where a proposal stands. */
  public enum State {
    /** A second person must look at it. */
    WAITING,
    /** It was put in force. */
    LIVE,
    /** A second person said no. */
    REFUSED,
    /** Who wanted it wants it no more. */
    WITHDRAWN
  }

  /** Name and version together, such as {@code sg@2026-11-22}. */
  public String label() {
    return pack + "@" + version;
  }
}
