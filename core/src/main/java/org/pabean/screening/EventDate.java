package org.pabean.screening;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When something happened, as exactly as it is known: a day, a month or a year.
 *
 * @param text as it is written, such as {@code 2025-08-29}, {@code 2024-05} or {@code 2025}
 * @param first the first day it may have been
 * @param last the last day it may have been
 */
record EventDate(String text, LocalDate first, LocalDate last) {

  /** Reads a date; empty if it is none. */
  static Optional<EventDate> parse(String text) {
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> new EventDate(text, Year.parse(text).atDay(1), lastDay(Year.parse(text)));
            case 7 -> {
              YearMonth month = YearMonth.parse(text);
              yield new EventDate(text, month.atDay(1), month.atEndOfMonth());
            }
            default -> new EventDate(text, LocalDate.parse(text), LocalDate.parse(text));
          });
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** How far a day lies from it, before or after. */
  long daysFrom(LocalDate day) {
    if (day.isBefore(first)) {
      return ChronoUnit.DAYS.between(day, first);
    }
    return day.isAfter(last) ? ChronoUnit.DAYS.between(last, day) : 0;
  }

  private static LocalDate lastDay(Year year) {
    return year.atDay(year.length());
  }
}
