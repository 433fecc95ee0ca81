package org.pabean.knowledge;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two decisions on goods that are the same or nearly so, which say different things.
 *
 * @param id never changes
 * @param one the one that was decided first
 * @param other the other
 * @param sameGoods whether the goods are in the very same words, to two destinations
 * @param foundAt when it was noticed
 * @param settledBy the lead who said that both stand; null if none did
 * @param reason why both stand; null if nobody said so
 */
public record Conflict(
    UUID id,
    KnownDecision one,
    KnownDecision other,
    boolean sameGoods,
    Instant foundAt,
    @Nullable String settledBy,
    @Nullable String reason) {

  /** Whether a lead should look at it. */
  public boolean isOpen() {
    return settledBy == null && one.isInForce() && other.isInForce();
  }

  /** The one that weighs more, if either does. */
  public Optional<KnownDecision> stronger() {
    if (one.strength() == other.strength()) {
      return Optional.empty();
    }
    return Optional.of(one.strength().outweighs(other.strength()) ? one : other);
  }

  /** What stands against one of the two. */
  public KnownDecision against(UUID known) {
    return one.id().equals(known) ? other : one;
  }
}
