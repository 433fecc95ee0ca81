package org.pabean.knowledge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted; what is empty or null does not matter.
 *
 * @param text words of the goods, the rationale or the legal basis, all of them
 * @param code digits that the code begins with
 * @param destination ISO country
 * @param by a part of the name of who decided
 * @param state where it stands
 */
public record KnowledgeFilter(
    String text, String code, String destination, String by, KnownDecision.@Nullable State state) {

  private static final String CODE = "[\\d.\\s]*\\d[\\d.\\s]*";

  /** Takes blanks and dots away where they mean nothing. */
  public KnowledgeFilter {
    text = text.strip();
    code = code.replaceAll("[.\\s]", "");
    destination = destination.strip().toUpperCase(Locale.ROOT);
    by = by.strip();
    if (!code.matches("\\d*")) {
      throw new IllegalArgumentException(
          "'%s' is not a code: give its first digits".formatted(code));
    }
  }

  /** What somebody typed into one field: digits are a code, all else is words. */
  public static KnowledgeFilter typed(
      String typed, String destination, String by, KnownDecision.@Nullable State state) {
    return typed.matches(CODE)
        ? new KnowledgeFilter("", typed, destination, by, state)
        : new KnowledgeFilter(typed, "", destination, by, state);
  }
}
