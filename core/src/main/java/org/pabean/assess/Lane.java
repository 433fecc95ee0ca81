package org.pabean.assess;

/** Who finalises an item. */
public enum Lane {
  /** The machine. */
  AUTO,
  /** A person. */
  REVIEW,
  /** Import prohibited as far as known: a lead confirms or lifts it. */
  BLOCKED
}
