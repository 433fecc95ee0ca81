package org.pabean.review;

/** What a person answers. */
public enum Verdict {
  /** The suggested code is right. */
  ACCEPT,
  /** Another code is right. */
  RECLASSIFY,
  /** The goods may not be imported. */
  PROHIBIT,
  /** A lead must decide. */
  ESCALATE
}
