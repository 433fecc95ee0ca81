package org.pabean.consignment;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param id as the form or its specification names it
 * @param level of what it is told
 * @param label as the form prints it
 * @param need whether it may be left out
 * @param type what it holds
 * @param longest how many characters (digits before and after the point, for numbers) it takes; 0
 *     if that is not known
 * @param decimals how many a decimal takes; {@code -1} if that is not known
 * @param pattern that its value matches; null if any will do
 * @param list of the codes it takes; null if it takes any
 * @param from the name of the element, or a constant in quotes
 * @param when what makes a conditional field mandatory; null if nothing does
 * @param verified {@code yes}, {@code part} or {@code no}: how far its row was checked
 */
record FormField(
    String id,
    Level level,
    String label,
    Need need,
    Type type,
    int longest,
    int decimals,
    @Nullable Pattern pattern,
    @Nullable CodeList list,
    String from,
    @Nullable Condition when,
    String verified) {

  /** What a field is told of. */
  enum Level {
    /** The consignment. */
    HEADER,
    /** Each line. */
    LINE,
    /** Each package. */
    PACKAGE
  }

  /** Whether a field may be left out. */
  enum Need {
    /** Never. */
    MANDATORY,
    /** If its condition does not hold; always, if it has none. */
    CONDITIONAL
  }

  /** What a field holds. */
  enum Type {
    /** Characters of ASCII. */
    ASCII,
    /** Characters of any script. */
    TEXT,
    /** A number without decimals. */
    INTEGER,
    /** A number with decimals. */
    DECIMAL,
    /** A date, in the pattern of the field. */
    DATE
  }

  /**
   * Codes that a field takes, and what they are for us.
   *
   * @param name of the list
   * @param codes what is written, with what it means
   * @param byOurs what is written for our own words; empty if the codes are ours
   */
  record CodeList(String name, Map<String, String> codes, Map<String, String> byOurs) {}

  /**
   * When a conditional field is mandatory: an element is there, has one of some values, or has not.
   *
   * @param element of the same level, or of the header
   * @param values one of which it must have; empty if any will do
   * @param negated whether it must not
   */
  record Condition(String element, List<String> values, boolean negated) {

    boolean holds(Map<String, Object> own, Map<String, Object> header) {
      Object value = own.getOrDefault(element, header.get(element));
      boolean is = value != null && (values.isEmpty() || values.contains(String.valueOf(value)));
      return is != negated;
    }
  }

  /** Whether it may not be left out of these. */
  boolean isNeeded(Map<String, Object> own, Map<String, Object> header) {
    return need == Need.MANDATORY || (when != null && when.holds(own, header));
  }

  /** The constant it always holds; null if it is filled from an element. */
  @Nullable String constant() {
    return from.startsWith("'") ? from.substring(1, from.length() - 1) : null;
  }
}
