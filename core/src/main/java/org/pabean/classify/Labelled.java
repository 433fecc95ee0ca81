package org.pabean.classify;

import java.util.Set;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;

/**
 * A listing whose code is known.
 *
 * @param listing the goods
 * @param code the right subheading
 * @param accepted further subheadings that count as right
 * @param source the file or set it comes from
 */
public record Labelled(Listing listing, Code code, Set<Code> accepted, String source) {

  /** Copies the set. */
  public Labelled {
    accepted = Set.copyOf(accepted);
  }

  /** Whether an answer is right to so many digits. */
  public boolean isRight(Code answer, int digits) {
    Code given = answer.upTo(digits);
    return given.equals(code.upTo(digits))
        || accepted.stream().anyMatch(other -> given.equals(other.upTo(digits)));
  }
}
