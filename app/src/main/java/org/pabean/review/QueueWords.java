package org.pabean.review;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pabean.review.QueueFilter.Holder;
import org.pabean.review.QueueFilter.Order;
import org.pabean.review.QueueFilter.Part;

/** The words in which an address asks for a list of the queue, the same at every door. */
public final class QueueWords {

  /** The names that mean something, in the order in which an address has them. */
  public static final List<String> NAMES =
      List.of(
          "to", "why", "lane", "who", "person", "late", "age", "worth", "seller", "text", "sort");

  private static final Pattern AGE = Pattern.compile("(\\d{1,4})\\s*([mhd])");

  private final Map<String, String> values;

  private QueueWords(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The filter that these values ask for; names that mean nothing here are left out.
   *
   * @throws IllegalArgumentException if a value is not possible; says which and what is
   */
  public static QueueFilter filter(Map<String, String> values) {
    return new QueueWords(values).filter();
  }

  private QueueFilter filter() {
    return new QueueFilter(
        get("to").toUpperCase(Locale.ROOT),
        get("why").toLowerCase(Locale.ROOT),
        one("lane", Part.class, Part.ALL),
        one("who", Holder.class, Holder.ANY),
        person(),
        !get("late").isEmpty(),
        age(),
        worth(),
        get("seller"),
        get("text"),
        one("sort", Order.class, Order.DUE));
  }

  private String get(String name) {
    return values.getOrDefault(name, "").strip();
  }

  private <E extends Enum<E>> E one(String name, Class<E> type, E otherwise) {
    String value = get(name).toUpperCase(Locale.ROOT);
    if (value.isEmpty()) {
      return otherwise;
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!names.contains(value)) {
      throw new IllegalArgumentException(
          "%s: '%s' is not possible, give one of %s"
              .formatted(name, get(name), String.join(", ", names).toLowerCase(Locale.ROOT)));
    }
    return Enum.valueOf(type, value);
  }

  private @Nullable UUID person() {
    String value = get("person");
    try {
      return value.isEmpty() ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "person: '%s' names nobody, choose one from the list of people".formatted(value), e);
    }
  }

  private @Nullable Duration age() {
    String value = get("age").toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      return null;
    }
    Matcher age = AGE.matcher(value);
    if (!age.matches()) {
      throw new IllegalArgumentException(
          "age: '%s' is not a length of time, write 30m, 4h or 2d".formatted(value));
    }
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private @Nullable BigDecimal worth() {
    String value = get("worth");
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "worth: '%s' is not a price, write an amount in dollars such as 50".formatted(value));
    }
    return new BigDecimal(value);
  }
}
