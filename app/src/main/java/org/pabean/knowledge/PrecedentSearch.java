package org.pabean.knowledge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what was decided before: by code, by words, or for goods like these. */
@Service
@Transactional(readOnly = true)
public class PrecedentSearch {

  private static final int MOST = 20;
  private static final int WORDS = 24;
  private static final Pattern CODE = Pattern.compile("[\\d.\\s]*\\d[\\d.\\s]*");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final PrecedentTable table;

  PrecedentSearch(PrecedentTable table) {
    this.table = table;
  }

  /** Precedents in force whose code begins like this, or that speak of all these words. */
  public List<KnownGoods> find(String text) {
    if (CODE.matcher(text).matches()) {
      return table.withCode(text.replaceAll("[.\\s]", ""), MOST);
    }
    String words = allWords(text);
    return words.isEmpty() ? List.of() : table.search(words, MOST);
  }

  /** Asks the database for all these words; empty if there are none. */
  static String allWords(String text) {
    // The last word may still be being typed.
    return words(text).stream().map(w -> w + ":*").collect(Collectors.joining(" & "));
  }

  /**
   * Precedents on goods whose titles share at least half of their words with this listing's, those
   * of the same destination first, and of these the weightiest.
   */
  public List<KnownGoods> like(Listing listing, String destination, int limit) {
    Set<String> words = words(listing.title());
    if (words.isEmpty()) {
      return List.of();
    }
    return table.search(String.join(" | ", words), MOST).stream()
        .filter(known -> isLike(words, words(known.title())))
        .sorted(
            Comparator.comparing((KnownGoods known) -> !known.destination().equals(destination))
                .thenComparing(KnownGoods::strength))
        .limit(limit)
        .toList();
  }

  /**
   * Asks the database for any of those words of which every title that is {@linkplain
   * #areNearlyTheSame nearly the same} has one; empty if there are none. Such a title misses a
   * quarter of the words at most, so that it has one of any few more; the longest are the rarest.
   */
  static String tellingWords(String title) {
    Set<String> words = words(title);
    return words.stream()
        .sorted(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(words.size() / 4 + 1)
        .collect(Collectors.joining(" | "));
  }

  /** Whether two titles share at least three of four words. */
  static boolean areNearlyTheSame(String title, String other) {
    Set<String> words = words(title);
    Set<String> others = words(other);
    Set<String> shared = new HashSet<>(words);
    shared.retainAll(others);
    return !shared.isEmpty() && 4 * shared.size() >= 3 * Math.max(words.size(), others.size());
  }

  private static boolean isLike(Set<String> words, Set<String> others) {
    Set<String> shared = new HashSet<>(words);
    shared.retainAll(others);
    return 2 * shared.size() >= Math.max(words.size(), others.size());
  }

  /** Only letters and digits come through, so that none is an operator of the database's. */
  private static Set<String> words(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 1 && !word.matches("\\d+"))
        .limit(WORDS)
        .collect(Collectors.toSet());
  }
}
