package org.pabean.classify;

/**
 * One thing that spoke for a candidate.
 *
 * @param kind what it is
 * @param text the words of the listing or of the entry
 * @param field where in the listing they stand; empty for a note
 * @param weight how much it counted, relative to the candidate's other evidence, 0 to 1
 */
public record Evidence(Kind kind, String text, String field, double weight) {

  /** The same evidence with another weight. */
  Evidence withWeight(double share) {
    return new Evidence(kind, text, field, share);
  }

  /** The kinds of evidence. */
  public enum Kind {
    /** An everyday name of goods that the listing uses. */
    GOODS_NAME,
    /** A word of the listing that speaks for the code, by its description or by past decisions. */
    WORD,
    /** Goods already known that are most like the listing and have the code. */
    NEAREST,
    /** A word of the listing that speaks rather for the rival. */
    AGAINST,
    /** A legal note that puts such goods there. */
    NOTE_FOR,
    /** A legal note that puts such goods elsewhere. */
    NOTE_AGAINST,
    /** Goods that the code does not cover, and the listing speaks of: evidence against it. */
    EXCLUSION,
    /** What the code does not cover, to be read before it is accepted. */
    NOTE
  }
}
