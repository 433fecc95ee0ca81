package org.pabean.screening;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chapters that an expression such as {@code ^(8517|851[48])} allows. What it does not
 * understand it gives up, and the rule is then always evaluated.
 */
final class CodePrefixes {

  private static final int CHAPTER = 2;
  private static final int MOST = 60;

  private final String expression;
  private int at = 1;

  private CodePrefixes(String expression) {
    this.expression = expression;
  }

  /** The first two digits of all codes that can match; null if that cannot be told. */
  static @Nullable Set<String> chapters(String expression) {
    if (!expression.startsWith("^")) {
      return null;
    }
    var reader = new CodePrefixes(expression);
    Set<String> prefixes = reader.alternatives();
    if (prefixes == null || reader.at < expression.length() || prefixes.size() > MOST) {
      return null;
    }
    return prefixes.stream().allMatch(prefix -> prefix.length() == CHAPTER) ? prefixes : null;
  }

  private @Nullable Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>();
    while (true) {
      Set<String> one = sequence();
      if (one == null) {
        return null;
      }
      all.addAll(one);
      if (at == expression.length() || expression.charAt(at) != '|') {
        return all;
      }
      at++;
    }
  }

  private @Nullable Set<String> sequence() {
    Set<String> prefixes = Set.of("");
    while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
      Set<String> next = one();
      // What may be left out or repeated says nothing sure of the digits that follow.
      if (next == null || at < expression.length() && "?*+{".indexOf(expression.charAt(at)) >= 0) {
        return null;
      }
      Set<String> longer = new LinkedHashSet<>();
      for (String prefix : prefixes) {
        next.forEach(digits -> longer.add(cut(prefix + digits)));
      }
      prefixes = longer;
    }
    return prefixes;
  }

  private @Nullable Set<String> one() {
    char c = expression.charAt(at++);
    if (c >= '0' && c <= '9') {
      return Set.of(String.valueOf(c));
    }
    if (c == '(') {
      Set<String> inner = alternatives();
      boolean closed = at < expression.length() && expression.charAt(at++) == ')';
      return closed ? inner : null;
    }
    return c == '[' ? digits() : null;
  }

  private @Nullable Set<String> digits() {
    Set<String> digits = new LinkedHashSet<>();
    char last = 0;
    while (at < expression.length() && expression.charAt(at) != ']') {
      char c = expression.charAt(at++);
      if (c == '-' && last != 0 && at < expression.length()) {
        char until = expression.charAt(at++);
        for (char d = last; d <= until; d++) {
          digits.add(String.valueOf(d));
        }
      } else if (c >= '0' && c <= '9') {
        digits.add(String.valueOf(c));
        last = c;
      } else {
        return null;
      }
    }
    at++;
    return digits;
  }

  private static String cut(String digits) {
    return digits.length() > CHAPTER ? digits.substring(0, CHAPTER) : digits;
  }
}
