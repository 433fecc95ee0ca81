package org.pabean.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as the pages say them: relative when near, exact on demand, always UTC. */
@Component("times")
class Times {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Clock clock;

  Times(Clock clock) {
    this.clock = clock;
  }

  /** How long ago it was; the day and hour once it is more than a week. */
  public String ago(Instant at) {
    Duration since = Duration.between(at, clock.instant());
    if (since.toMinutes() < 1) {
      return "just now";
    }
    return since.toDays() > 7 ? SHORT.format(at) : length(since) + " ago";
  }

  /** When it is due, seen from now. */
  public String due(Instant at) {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? length(left.negated()) + " late" : "in " + length(left);
  }

  public boolean isPast(Instant at) {
    return at.isBefore(clock.instant());
  }

  public String exact(Instant at) {
    return EXACT.format(at);
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Minutes and seconds left, as a clock shows them. */
  public String clock(Instant until) {
    long seconds = Math.max(0, Duration.between(clock.instant(), until).toSeconds());
    return "%02d:%02d".formatted(seconds / 60, seconds % 60);
  }

  /** So many hours, as a length of time. */
  public String hours(double hours) {
    return length(Duration.ofSeconds(Math.round(hours * 3600)));
  }

  static String length(Duration time) {
    if (time.toMinutes() < 1) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    if (time.toHours() < 48) {
      long minutes = time.toMinutesPart();
      boolean hoursOnly = time.toHours() >= 6 || minutes == 0;
      return time.toHours() + " h" + (hoursOnly ? "" : " " + minutes + " min");
    }
    return time.toDays() + " days";
  }
}
