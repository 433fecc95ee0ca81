package org.pabean.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pabean.deadline.WorkCalendar.Holiday;
import org.pabean.deadline.WorkCalendar.Hours;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Calendars as people write them: line by line in a form, or in the file that comes along. */
public final class CalendarText {

  private static final Pattern HOURS =
      Pattern.compile("(\\d\\d:\\d\\d)\\s*[-–]\\s*(\\d\\d:\\d\\d)");
  private static final Pattern HOLIDAY =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\s+(.+?)(?:\\s+\\[(\\w+)])?");

  private CalendarText() {}

  /**
   * Reads what was typed.
   *
   * @param hours such as {@code 09:00-18:00} by day; empty for a free day
   * @param holidays one a line: date, name, and in brackets how far it was checked
   * @throws IllegalArgumentException with a sentence that names the field and the line
   */
  public static WorkCalendar parse(
      String name, String title, String zone, Map<DayOfWeek, String> hours, String holidays) {
    Map<DayOfWeek, Hours> working = new EnumMap<>(DayOfWeek.class);
    hours.forEach(
        (day, text) -> {
          if (!text.isBlank()) {
            working.put(day, hours(day, text.strip()));
          }
        });
    return new WorkCalendar(name, title, zone(zone), working, holidays(holidays));
  }

  /** The holidays as they are typed. */
  public static String holidays(WorkCalendar calendar) {
    return calendar.holidays().stream()
        .map(h -> "%s %s [%s]".formatted(h.date(), h.name(), h.verified()))
        .collect(Collectors.joining("\n"));
  }

  /** The calendars that come with the program. */
  static List<WorkCalendar> builtIn() {
    try (InputStream file = CalendarText.class.getResourceAsStream("calendars.yaml")) {
      Map<String, Map<String, Object>> all =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
      List<WorkCalendar> calendars = new ArrayList<>();
      all.forEach((name, parts) -> calendars.add(ofFile(name, parts)));
      return calendars;
    } catch (IOException e) {
      throw new UncheckedIOException("the calendars that come with the program cannot be read", e);
    }
  }

  private static WorkCalendar ofFile(String name, Map<String, Object> parts) {
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    if (parts.get("hours") instanceof Map<?, ?> days) {
      days.forEach(
          (day, text) ->
              hours.put(
                  DayOfWeek.valueOf(day.toString().toUpperCase(Locale.ROOT)), text.toString()));
    }
    List<String> lines = new ArrayList<>();
    if (parts.get("holidays") instanceof List<?> holidays) {
      holidays.forEach(line -> lines.add(line.toString()));
    }
    return parse(
        name,
        String.valueOf(parts.get("title")),
        String.valueOf(parts.get("zone")),
        hours,
        String.join("\n", lines));
  }

  private static Hours hours(DayOfWeek day, String text) {
    Matcher matcher = HOURS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "the hours '%s' of %s cannot be read: write 09:00-18:00, or nothing for a free day"
              .formatted(text, plain(day)));
    }
    try {
      return new Hours(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the hours '%s' of %s are no times of a day".formatted(text, plain(day)), e);
    }
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no time zone: write one such as Asia/Singapore".formatted(zone), e);
    }
  }

  private static List<Holiday> holidays(String text) {
    List<Holiday> holidays = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        holidays.add(holiday(line.strip(), number));
      }
    }
    return holidays;
  }

  private static Holiday holiday(String line, int number) {
    Matcher matcher = HOLIDAY.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "holiday line %d, '%s', cannot be read: write 2026-12-25 Christmas Day [yes]"
              .formatted(number, line));
    }
    try {
      String verified = Objects.requireNonNullElse(matcher.group(3), "no");
      return new Holiday(LocalDate.parse(matcher.group(1)), matcher.group(2), verified);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "holiday line %d: '%s' is no date".formatted(number, matcher.group(1)), e);
    }
  }

  private static String plain(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
