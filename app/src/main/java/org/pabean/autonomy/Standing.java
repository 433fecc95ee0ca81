package org.pabean.autonomy;

/**
 * What audits prove of the items that the machine finalised to one destination.
 *
 * @param destination ISO country; {@code *} for all together
 * @param drawn how many of them were drawn
 * @param audits how many of these were answered
 * @param errors how many of the answers name another code
 * @param bound the error is at most this, as sure as the lead asks; 1 where nothing is known
 * @param missing how many more audits without an error would prove the aim; 0 if it is proved
 */
public record Standing(
    String destination, long drawn, long audits, long errors, double bound, long missing) {

  /** The share of errors among the answers; 0 without any. */
  public double rate() {
    return audits == 0 ? 0 : (double) errors / audits;
  }

  /** Whether the aim is proved. */
  public boolean proved() {
    return missing == 0;
  }
}
