package org.pabean.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that somebody who mistyped probably meant. */
final class Nearest {

  private Nearest() {}

  /** A sentence that names the nearest word, with a blank before it; empty if none is near. */
  static String hint(String prefix, String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(word, k)).thenComparing(k -> k))
        .filter(k -> distance(word, k) <= Math.max(2, word.length() / 3))
        .map(k -> " Did you mean %s%s?".formatted(prefix, k))
        .orElse("");
  }

  /** How many letters must change (Levenshtein, 1965). */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
      }
      before = row;
    }
    return before[b.length()];
  }
}
