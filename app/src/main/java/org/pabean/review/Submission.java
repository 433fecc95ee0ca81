package org.pabean.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;

/**
 * A listing sent to be classified.
 *
 * @param listing the goods
 * @param destination ISO country they go to
 * @param asOf the date whose rules apply; null for the day on which it is taken in
 * @param shipBy the day on which it should leave; null if nobody named one
 */
public record Submission(
    Listing listing,
    String destination,
    @Nullable LocalDate asOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate shipBy) {

  /** A listing that need not leave on any day. */
  public Submission(Listing listing, String destination, @Nullable LocalDate asOf) {
    this(listing, destination, asOf, null);
  }

  /** Checks the destination. */
  public Submission {
    if (!destination.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a destination: give two letters such as SG".formatted(destination));
    }
  }
}
