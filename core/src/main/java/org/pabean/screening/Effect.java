package org.pabean.screening;

/** What a rule that fires does to the item. */
public enum Effect {
  /** A specialist decides. */
  HOLD,
  /** The import is prohibited as far as known; a lead confirms or lifts it. */
  BLOCK
}
