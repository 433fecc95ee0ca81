package org.pabean.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads raw values of requests; what cannot be kept is refused by the name of its field. */
final class Door {

  /** The longest short text, such as a name or a number. */
  static final int SHORT = 300;

  /** The most that one answer lists. */
  static final int MOST = 500;

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int DIGITS_BEFORE_POINT = 12;
  private static final int DIGITS_AFTER_POINT = 6;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

  private Door() {}

  /** The text without blanks around it; empty if it is missing. */
  static String text(String field, @Nullable String value, int longest) {
    if (value == null) {
      return "";
    }
    if (value.length() > longest) {
      throw Refusal.badValue(
          field,
          "the text has %,d characters; at most %,d are taken".formatted(value.length(), longest));
    }
    // The database keeps neither.
    if (value.indexOf('\0') >= 0 || value.codePoints().anyMatch(Door::isHalfCharacter)) {
      throw Refusal.badValue(field, "the text holds a character that cannot be stored; remove it");
    }
    return value.strip();
  }

  /** The text, which must be there. */
  static String required(String field, @Nullable String value, int longest, String advice) {
    String text = text(field, value, longest);
    if (text.isEmpty()) {
      throw Refusal.badValue(field, "is missing: " + advice);
    }
    return text;
  }

  /** A value that must be there. */
  static <T> T present(String field, @Nullable T value, String advice) {
    if (value == null) {
      throw Refusal.badValue(field, "is missing: " + advice);
    }
    return value;
  }

  /** An ISO country in upper case; empty if it is missing. */
  static String country(String field, @Nullable String value) {
    String code = text(field, value, SHORT).toUpperCase(Locale.ROOT);
    if (!code.isEmpty() && !COUNTRIES.contains(code)) {
      throw Refusal.badValue(
          field, "'%s' is not a country: give two letters such as SG".formatted(code));
    }
    return code;
  }

  /** A date; null if it is missing. */
  static @Nullable LocalDate date(String field, @Nullable String value) {
    String text = text(field, value, SHORT);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
        throw Refusal.badValue(
            field, "give a date between %s and %s".formatted(FIRST_DAY, LAST_DAY));
      }
      return date;
    } catch (DateTimeParseException e) {
      throw Refusal.badValue(field, "'%s' is not a date: write 2026-11-24".formatted(text));
    }
  }

  /** A number that fits a document; zero if it is missing. */
  static BigDecimal number(String field, @Nullable BigDecimal value) {
    if (value == null) {
      return BigDecimal.ZERO;
    }
    long before = (long) value.precision() - value.scale();
    if (before > DIGITS_BEFORE_POINT || value.stripTrailingZeros().scale() > DIGITS_AFTER_POINT) {
      throw Refusal.badValue(
          field,
          "the number has too many digits: at most %d before the point and %d after it"
              .formatted(DIGITS_BEFORE_POINT, DIGITS_AFTER_POINT));
    }
    return value.setScale(Math.max(0, Math.min(value.scale(), DIGITS_AFTER_POINT)));
  }

  /** How many an answer may list. */
  static int limit(int value) {
    if (value < 1 || value > MOST) {
      throw Refusal.badValue("limit", "give a number from 1 to %d".formatted(MOST));
    }
    return value;
  }

  /** The constant of that name; null if it is missing. */
  static <E extends Enum<E>> @Nullable E choice(
      String field, @Nullable String value, Class<E> type) {
    String text = text(field, value, SHORT).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badValue(
                    field,
                    "'%s' is not possible: give one of %s"
                        .formatted(
                            text,
                            Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")))));
  }

  /** Makes a domain value; what it refuses is told with the place in the request. */
  static <T> T make(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw Refusal.badValue(field, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isHalfCharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
