package org.pabean.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/** What each subheading and its heading do not cover, and whether a listing speaks of just that. */
final class Exclusions {

  private static final double CLEARLY_SAID = 0.25;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Exclusion>> ofSubheading = new ArrayList<>();

  Exclusions(Nomenclature nomenclature, Subheadings subheadings) {
    for (int i = 0; i < subheadings.count(); i++) {
      Code code = subheadings.code(i);
      List<Exclusion> exclusions = new ArrayList<>();
      nomenclature.path(code).forEach(entry -> exclusions.addAll(read(entry)));
      ofSubheading.add(List.copyOf(exclusions));
    }
  }

  private record Exclusion(String text, int[] words) {

    boolean isSaid(BitSet said) {
      for (int word : words) {
        if (!said.get(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The words of a listing that any exclusion asks for, in the numbering of this table. */
  BitSet clearlySaid(ListingWords listing) {
    var said = new BitSet(numbers.size());
    listing
        .weights()
        .forEach(
            (word, weight) -> {
              Integer number = weight < CLEARLY_SAID ? null : numbers.get(word);
              if (number != null) {
                said.set(number);
              }
            });
    return said;
  }

  /** The exclusion that a listing's words meet in full. */
  Optional<String> met(int subheading, BitSet clearlySaid) {
    for (Exclusion exclusion : ofSubheading.get(subheading)) {
      if (exclusion.isSaid(clearlySaid)) {
        return Optional.of(exclusion.text);
      }
    }
    return Optional.empty();
  }

  /** Exclusions read {@code goods (code); other goods (code)}; one word alone is too little. */
  private List<Exclusion> read(Entry entry) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (String part : entry.excludes().split(";")) {
      int code = part.indexOf('(');
      if (code > 0) {
        Set<String> words = new HashSet<>(Words.keys(part.substring(0, code)));
        if (words.size() > 1) {
          exclusions.add(
              new Exclusion(part.strip(), words.stream().mapToInt(this::number).toArray()));
        }
      }
    }
    return exclusions;
  }

  private int number(String word) {
    return numbers.computeIfAbsent(word, w -> numbers.size());
  }
}
