package org.pabean.tariff;

import org.jspecify.annotations.Nullable;

/**
 * What became of an edition that was offered to the store.
 *
 * @param outcome whether it is stored now
 * @param comparedWith the edition it was compared with, without its lines; null if it is the first
 * @param difference what it changes; nothing if it is the first
 */
public record Arrival(
    Outcome outcome, @Nullable NationalEdition comparedWith, EditionDifference difference) {

  /** Whether an edition is stored. */
  public enum Outcome {
    /** It is stored, and the country had none before. */
    FIRST,
    /** It is stored beside those before it, or in the place of the one of the same date. */
    ACCEPTED,
    /** Not stored: it may change what is known, and nobody has accepted that yet. */
    WAITING,
    /** Not stored again: the very same lines are there for that date. */
    KNOWN
  }
}
