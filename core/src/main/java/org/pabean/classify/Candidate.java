package org.pabean.classify;

import java.util.List;
import org.pabean.tariff.Code;

/**
 * A code that a listing may have.
 *
 * @param code a subheading
 * @param confidence calibrated probability that the code is right, 0 to 1
 * @param evidence what spoke for it, the weightiest first
 */
public record Candidate(Code code, double confidence, List<Evidence> evidence) {

  /** Checks the range of the confidence. */
  public Candidate {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
    }
    evidence = List.copyOf(evidence);
  }
}
