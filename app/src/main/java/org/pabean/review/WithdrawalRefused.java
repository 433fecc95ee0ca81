package org.pabean.review;

import java.util.UUID;

/** A decision that stands, because it is too late to take it back; says why. */
public final class WithdrawalRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID decisionId;

  WithdrawalRefused(UUID decisionId, String sentence) {
    super(sentence);
    this.decisionId = decisionId;
  }

  /** The decision. */
  public UUID decisionId() {
    return decisionId;
  }
}
