package org.pabean.review;

import java.util.Optional;

/** Something that rests on a decision by now, so that it can no longer be taken back in silence. */
public interface WithdrawalObstacle {

  /**
   * What stands in the way, as a sentence; empty if nothing does. Asked within the transaction that
   * withdraws, the item being locked.
   */
  Optional<String> find(Decision decision);
}
