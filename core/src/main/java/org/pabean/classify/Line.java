package org.pabean.classify;

import org.pabean.tariff.Code;

/**
 * The tariff line of a subheading that a listing may belong to.
 *
 * @param code of 8 digits
 * @param confidence probability that the line is right, the subheading's own included, 0 to 1
 * @param missing what would have to be known to be sure; empty if nothing is
 */
public record Line(Code code, double confidence, String missing) {

  /** Checks the range of the confidence. */
  public Line {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
    }
  }
}
