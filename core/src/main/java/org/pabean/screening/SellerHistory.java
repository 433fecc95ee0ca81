package org.pabean.screening;

/**
 * What became of a seller's earlier items that persons decided.
 *
 * @param decided how many were decided
 * @param overturned how many of them otherwise than the machine had suggested
 * @param prohibited how many of them may not be imported
 */
public record SellerHistory(int decided, int overturned, int prohibited) {

  /** Of a seller of whom nothing is known. */
  public static final SellerHistory NONE = new SellerHistory(0, 0, 0);

  /** Checks that no part is more than the whole. */
  public SellerHistory {
    if (overturned < 0 || prohibited < 0 || overturned > decided || prohibited > decided) {
      throw new IllegalArgumentException(
          "of %d decided items %d cannot be overturned and %d prohibited"
              .formatted(decided, overturned, prohibited));
    }
  }
}
