package org.pabean.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.ListingRow;
import org.pabean.listing.RejectedRow;
import org.pabean.security.Actor;

/**
 * A listing file that somebody sent over the pages, as it was read.
 *
 * @param id never changes
 * @param by who sent it
 * @param name the file's name there
 * @param stored its name here, with the same ending
 * @param destination where goods go whose row names no country; ISO
 * @param asOf the date whose rules apply where a row names none
 * @param at when it came
 * @param listings how many rows are listings
 * @param merged how many rows only carry on the one above
 * @param rejected how many rows are no listings
 * @param firstRows the first listings
 * @param firstRejected the first rejected rows
 * @param submittedAt when the person had it classified; null before
 */
record Upload(
    UUID id,
    Actor by,
    String name,
    String stored,
    String destination,
    LocalDate asOf,
    Instant at,
    long listings,
    long merged,
    long rejected,
    List<ListingRow> firstRows,
    List<RejectedRow> firstRejected,
    @Nullable Instant submittedAt) {

  /** The same, to be classified. */
  public Upload submitted(Instant now) {
    return new Upload(
        id,
        by,
        name,
        stored,
        destination,
        asOf,
        at,
        listings,
        merged,
        rejected,
        firstRows,
        firstRejected,
        now);
  }

  @JsonIgnore
  public boolean isSubmitted() {
    return submittedAt != null;
  }
}
