package org.pabean.review;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the queue ended: the values by which its last task was sorted. Unlike a number of
 * rows it still names the same place when tasks before it have come or gone.
 *
 * @param risk 0, 1 or 2
 * @param cheapness the price below zero
 * @param due when it is due
 * @param opened when it was held
 * @param id the task
 */
record QueueKey(int risk, BigDecimal cheapness, Instant due, Instant opened, UUID id) {

  private static final String BETWEEN = "_";

  /** The key as text for an address. */
  String text() {
    String plain =
        String.join(
            BETWEEN,
            List.of(
                String.valueOf(risk),
                cheapness.toPlainString(),
                due.toString(),
                opened.toString(),
                id.toString()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a key as {@link #text} writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static QueueKey parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(BETWEEN, 5);
      if (parts.length == 5) {
        return new QueueKey(
            Integer.parseInt(parts[0]),
            new BigDecimal(parts[1]),
            Instant.parse(parts[2]),
            Instant.parse(parts[3]),
            UUID.fromString(parts[4]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw noKey(text, e);
    }
    throw noKey(text, null);
  }

  private static IllegalArgumentException noKey(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "'%s' is not a place in the queue: start from its first page".formatted(text), cause);
  }
}
