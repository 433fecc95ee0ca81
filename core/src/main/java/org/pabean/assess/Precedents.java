package org.pabean.assess;

import java.time.LocalDate;
import java.util.Optional;
import org.pabean.listing.Listing;
import org.pabean.tariff.Edition;

/** Decisions that hold for the same goods. Safe to share among threads. */
public interface Precedents {

  /** The precedent in force for these goods, destination, edition and date. */
  Optional<Precedent> find(Listing listing, String destination, Edition edition, LocalDate date);

  /** The decision in force that these goods may not be imported there. */
  default Optional<Prohibition> prohibition(Listing listing, String destination) {
    return Optional.empty();
  }

  /** No precedents at all. */
  static Precedents none() {
    return (listing, destination, edition, date) -> Optional.empty();
  }
}
