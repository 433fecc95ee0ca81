package org.pabean.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a team works: its time zone, the hours of each working day, and its holidays.
 *
 * @param name names it, such as {@code SG}
 * @param title for people
 * @param zone in which the hours are meant
 * @param hours of each day on which the team works; other days are free
 * @param holidays on which it does not work, in their order
 */
public record WorkCalendar(
    String name, String title, ZoneId zone, Map<DayOfWeek, Hours> hours, List<Holiday> holidays) {

  /** A calendar that would never reach a time asked for is refused: so many days are looked at. */
  private static final int HORIZON_DAYS = 3660;

  /** Checks that there is at least one working day. */
  public WorkCalendar {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9 _-]{0,39}")) {
      throw new IllegalArgumentException(
          "'%s' cannot name a calendar: use 1 to 40 letters and digits".formatted(name));
    }
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("the calendar has no working day: give hours to one");
    }
    hours = new EnumMap<>(hours);
    holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
  }

  /**
   * The hours of a working day, without a break.
   *
   * @param from when work begins
   * @param to when it ends, on the same day
   */
  public record Hours(LocalTime from, LocalTime to) {
    /** Checks the order. */
    public Hours {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "the day ends at %s, which is not after its begin at %s".formatted(to, from));
      }
    }
  }

  /**
   * A day on which nobody works.
   *
   * @param date the day
   * @param name of the holiday
   * @param verified {@code yes}: read in the year's official notice; {@code part}: it follows from
   *     a fixed rule; {@code no}: neither
   */
  public record Holiday(LocalDate date, String name, String verified) {
    /** Checks the flag. */
    public Holiday {
      if (!verified.matches("yes|part|no")) {
        throw new IllegalArgumentException(
            "'%s' of %s is no flag: give yes, part or no".formatted(verified, date));
      }
    }
  }

  /** A stretch of working time, as instants: the length is right where the clocks change, too. */
  private record Stretch(Instant from, Instant to) {}

  /** The moment after so much working time from a start. */
  public Instant plus(Instant start, Duration working) {
    Duration left = working;
    LocalDate day = LocalDate.ofInstant(start, zone);
    for (int i = 0; i < HORIZON_DAYS; i++) {
      Optional<Stretch> stretch = stretch(day.plusDays(i));
      if (stretch.isPresent() && stretch.get().to().isAfter(start)) {
        Instant from = later(start, stretch.get().from());
        Duration here = Duration.between(from, stretch.get().to());
        if (here.compareTo(left) >= 0) {
          return from.plus(left);
        }
        left = left.minus(here);
      }
    }
    throw tooFar();
  }

  /** The moment from which so much working time leads to an end. */
  public Instant minus(Instant end, Duration working) {
    Duration left = working;
    LocalDate day = LocalDate.ofInstant(end, zone);
    for (int i = 0; i < HORIZON_DAYS; i++) {
      Optional<Stretch> stretch = stretch(day.minusDays(i));
      if (stretch.isPresent() && stretch.get().from().isBefore(end)) {
        Instant to = end.isBefore(stretch.get().to()) ? end : stretch.get().to();
        Duration here = Duration.between(stretch.get().from(), to);
        if (here.compareTo(left) >= 0) {
          return to.minus(left);
        }
        left = left.minus(here);
      }
    }
    throw tooFar();
  }

  /** The end of the last working day before a day. */
  public Instant lastBefore(LocalDate day) {
    for (int i = 1; i < HORIZON_DAYS; i++) {
      Optional<Stretch> stretch = stretch(day.minusDays(i));
      if (stretch.isPresent()) {
        return stretch.get().to();
      }
    }
    throw tooFar();
  }

  private Optional<Stretch> stretch(LocalDate day) {
    Hours working = hours.get(day.getDayOfWeek());
    if (working == null || holidays.stream().anyMatch(h -> h.date().equals(day))) {
      return Optional.empty();
    }
    return Optional.of(
        new Stretch(
            day.atTime(working.from()).atZone(zone).toInstant(),
            day.atTime(working.to()).atZone(zone).toInstant()));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private IllegalArgumentException tooFar() {
    return new IllegalArgumentException(
        "calendar %s has no such time within ten years: it has too few working hours"
            .formatted(name));
  }
}
