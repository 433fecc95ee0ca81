package org.pabean.consignment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package, or several alike.
 *
 * @param type UNECE Recommendation 21, such as {@code CT} for a carton
 * @param count how many alike, 1 or more
 * @param marks what stands on it; may be empty
 * @param grossGrams weight of all of them together with what is in them
 * @param lengthMm of one; null if not measured
 * @param widthMm of one; null if not measured
 * @param heightMm of one; null if not measured
 * @param contents what is in all of them together
 */
public record Pack(
    String type,
    int count,
    String marks,
    long grossGrams,
    @Nullable Integer lengthMm,
    @Nullable Integer widthMm,
    @Nullable Integer heightMm,
    List<Content> contents) {

  /**
   * How much of a line is in it.
   *
   * @param line number of the line, from 1
   * @param quantity in the line's unit
   */
  public record Content(int line, BigDecimal quantity) {

    /** Checks the quantity. */
    public Content {
      if (quantity == null || quantity.signum() <= 0) {
        throw new IllegalArgumentException("a package holds more than nothing of each line");
      }
    }
  }

  /** Checks count, weight and measures. */
  public Pack {
    type = Texts.orEmpty(type);
    count = count == 0 ? 1 : count;
    marks = Texts.orEmpty(marks);
    contents = contents == null ? List.of() : List.copyOf(contents);
    if (!type.matches("[A-Z0-9]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a kind of package: give two letters such as CT for a carton"
              .formatted(type));
    }
    if (count < 1 || grossGrams <= 0) {
      throw new IllegalArgumentException("a package needs a count of 1 or more and grossGrams");
    }
    if (isNone(lengthMm) || isNone(widthMm) || isNone(heightMm)) {
      throw new IllegalArgumentException(
          "the measures of a package are above zero, in millimetres");
    }
  }

  private static boolean isNone(@Nullable Integer measure) {
    return measure != null && measure <= 0;
  }

  /** Whether all three measures are known. */
  public boolean isMeasured() {
    return lengthMm != null && widthMm != null && heightMm != null;
  }
}
