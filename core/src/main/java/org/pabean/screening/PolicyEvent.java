package org.pabean.screening;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed, or is to change, what a destination lets in and on what terms.
 *
 * @param id unique in the file
 * @param date when it takes effect; for an announcement when it was made
 * @param known since when one could know of it; what is not known yet counts for nothing
 * @param until last day an announcement or suspension was open; null while it is
 * @param destination ISO country; {@code *} for all
 * @param goods the goods it concerns; null for all
 * @param type what kind of change it is
 * @param state how it stands
 * @param verified {@code yes}, {@code part} or {@code no}
 * @param source address where it was read, or {@code none}
 * @param says one plain sentence
 * @param heldBy rules that put this very event before a person; nothing is added to them
 */
record PolicyEvent(
    String id,
    EventDate date,
    LocalDate known,
    @Nullable LocalDate until,
    String destination,
    @Nullable GoodsGroup goods,
    Type type,
    State state,
    String verified,
    String source,
    String says,
    Set<String> heldBy) {

  /** What a change of the goods' own group weighs on its day. */
  private static final double OF_THE_GROUP = 0.5;

  /** What a change that concerns all goods weighs on its day. */
  private static final double OF_ALL = 0.1;

  private static final double HALF_LIFE_DAYS = 180;

  PolicyEvent {
    heldBy = Set.copyOf(heldBy);
  }

  /** What kind of change it is. */
  enum Type {
    /** Duty or tax. */
    TAX,
    /** Which goods may come in, and with what papers. */
    GOODS,
    /** How goods may be sold. */
    CHANNEL,
    /** Which codes there are. */
    NOMENCLATURE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a change stands. */
  enum State {
    /** It applies, or will from its date on. */
    IN_FORCE,
    /** It was announced, and whether or when it applies is open. */
    ANNOUNCED,
    /** A rule does not apply for the time being. */
    SUSPENDED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it speaks of all goods rather than of a group. */
  boolean isGeneral() {
    return goods == null || type == Type.TAX;
  }

  /** Whether it happened within so many days before a date. */
  boolean happenedWithin(int days, LocalDate asOf) {
    return weight(asOf) > 0 && !asOf.isBefore(date.first()) && date.daysFrom(asOf) <= days;
  }

  /**
   * What it weighs on a date, 0 to 0.5: a change halves every 180 days before and after its day;
   * what is announced or suspended weighs the same until it is settled, and nothing after. One that
   * nobody has read at its source weighs half.
   */
  double weight(LocalDate asOf) {
    if (asOf.isBefore(known) || (until != null && asOf.isAfter(until))) {
      return 0;
    }
    double full = (isGeneral() ? OF_ALL : OF_THE_GROUP) * (verified.equals("no") ? 0.5 : 1);
    return state == State.IN_FORCE
        ? full * Math.pow(0.5, date.daysFrom(asOf) / HALF_LIFE_DAYS)
        : full;
  }
}
