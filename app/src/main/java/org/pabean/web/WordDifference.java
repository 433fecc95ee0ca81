package org.pabean.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pabean.listing.Listing;

/** Says in which words a variant differs. */
final class WordDifference {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:()]+");
  private static final int MOST = 12;

  private WordDifference() {}

  /** The words of another listing that the first does not have; empty if there are none. */
  static String of(Listing first, Listing other) {
    Set<String> known =
        words(first).map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return words(other)
        .filter(word -> !known.contains(word.toLowerCase(Locale.ROOT)))
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream()
        .limit(MOST)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> words(Listing listing) {
    return listing.texts().stream()
        .flatMap(text -> Arrays.stream(BETWEEN.split(text.text())))
        .filter(word -> !word.isEmpty());
  }
}
