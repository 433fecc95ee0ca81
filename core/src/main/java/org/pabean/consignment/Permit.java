package org.pabean.consignment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permit, licence, registration or certificate that goods have.
 *
 * @param type what it is called, or the destination's code for it
 * @param number as the authority wrote it
 * @param authority who gave it
 * @param issued the day; null if not known
 * @param expires the last day it is good for; null if it never ends
 * @param rules ids of the rules that asked for it, such as {@code VN-D01}
 */
public record Permit(
    String type,
    String number,
    String authority,
    @Nullable LocalDate issued,
    @Nullable LocalDate expires,
    List<String> rules) {

  /** Checks that it has a type, a number and an authority. */
  public Permit {
    type = Texts.orEmpty(type);
    number = Texts.orEmpty(number);
    authority = Texts.orEmpty(authority);
    rules = rules == null ? List.of() : List.copyOf(rules);
    if (type.isEmpty() || number.isEmpty() || authority.isEmpty()) {
      throw new IllegalArgumentException("a permit needs type, number and authority");
    }
  }

  /** Whether it is good on a day. */
  public boolean isGoodOn(LocalDate day) {
    return (issued == null || !day.isBefore(issued)) && (expires == null || !day.isAfter(expires));
  }
}
