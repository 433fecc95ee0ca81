package org.pabean.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule did in a period, whatever the version of its pack.
 *
 * @param pack the pack's id
 * @param rule the rule's id
 * @param hits on how many items it fired, holding or not
 * @param lastFired when it last fired; null if it did not
 * @param upheld how often a person agreed with it, see {@link Overview.Rule}
 * @param overturned how often a person did not
 */
public record RuleUse(
    String pack,
    String rule,
    long hits,
    @Nullable Instant lastFired,
    long upheld,
    long overturned) {

  /** A rule that did not fire. */
  public static RuleUse none(String pack, String rule) {
    return new RuleUse(pack, rule, 0, null, 0, 0);
  }

  /** How often a person decided on something that it held. */
  public long decided() {
    return upheld + overturned;
  }
}
