package org.pabean.tariff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tariff code of 2 (chapter), 4 (heading), 6 (subheading) or 8 to 10 digits (tariff line).
 *
 * <p>Codes compare as text, leading zeros count. {@code Code} says nothing about whether an edition
 * holds the code: ask {@link Nomenclature#find}.
 *
 * @param digits the digits without dots
 */
public record Code(@JsonValue String digits) implements Comparable<Code> {

  private static final Pattern DIGITS = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{8}|\\d{10}");
  private static final Pattern SEPARATORS = Pattern.compile("[.\\s]");

  /** Checks that the digits have a possible length. */
  public Code {
    if (!DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a tariff code: give 2, 4, 6, 8 or 10 digits, with or without dots"
              .formatted(digits));
    }
  }

  /**
   * Reads a code as people write it: {@code 8211.92}, {@code 82119200}, {@code 82 11 92}.
   *
   * @throws IllegalArgumentException if the text is not a code
   */
  @JsonCreator
  public static Code parse(String text) {
    return new Code(SEPARATORS.matcher(text).replaceAll(""));
  }

  /** The number of digits. */
  public int level() {
    return digits.length();
  }

  /** The code one level up; empty for a chapter. */
  public Optional<Code> parent() {
    return level() == 2 ? Optional.empty() : Optional.of(upTo(level() - 2));
  }

  /**
   * The first {@code level} digits as a code of their own.
   *
   * @throws IllegalArgumentException if this code has fewer digits
   */
  public Code upTo(int level) {
    if (level > level()) {
      throw new IllegalArgumentException("%s has no %d digits".formatted(dotted(), level));
    }
    return level == level() ? this : new Code(digits.substring(0, level));
  }

  /** Whether this code lies below {@code other} in the tree or is the same. */
  public boolean isWithin(Code other) {
    return digits.startsWith(other.digits);
  }

  /**
   * The code as officers write it: {@code 82}, {@code 82.11}, {@code 8211.92}, {@code 8211.92.00}.
   */
  public String dotted() {
    return switch (level()) {
      case 2 -> digits;
      case 4 -> digits.substring(0, 2) + "." + digits.substring(2);
      case 6 -> digits.substring(0, 4) + "." + digits.substring(4);
      case 8 -> upTo(6).dotted() + "." + digits.substring(6);
      default -> upTo(8).dotted() + "." + digits.substring(8);
    };
  }

  @Override
  public int compareTo(Code other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return dotted();
  }
}
