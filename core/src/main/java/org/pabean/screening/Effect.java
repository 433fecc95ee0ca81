package org.pabean.screening;

/** What a rule that fires does to the item. */
public enum Effect {
  /** The rule is on trial: that it fired is recorded, and nothing else. */
  SHADOW,
  /** The reader is told, and the item goes on. */
  NOTE,
  /** A specialist decides. */
  HOLD,
  /** The import is prohibited as far as known; a lead confirms or lifts it. */
  BLOCK;

  /** Whether the item waits for a person. */
  public boolean holds() {
    return this == HOLD || this == BLOCK;
  }
}
