package org.pabean.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The days that figures are of.
 *
 * @param from the first day
 * @param to the last day
 * @param zone in which the days begin and end
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

  private static final int LONGEST_DAYS = 400;

  /** Checks the order and the length. */
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the last day %s comes before the first, %s".formatted(to, from));
    }
    if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
      throw new IllegalArgumentException(
          "the period is too long: choose at most %d days".formatted(LONGEST_DAYS));
    }
  }

  /** The last days up to now. */
  public static Period last(int days, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new Period(today.minusDays(days - 1L), today, zone);
  }

  List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).toList();
  }

  OffsetDateTime start() {
    return from.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
  }

  OffsetDateTime end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
  }
}
