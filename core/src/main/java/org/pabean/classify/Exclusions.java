package org.pabean.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/** What each subheading and its heading do not cover, and whether a listing speaks of just that. */
final class Exclusions {

  private static final double CLEARLY_SAID = 0.25;

  private final List<List<Exclusion>> ofSubheading = new ArrayList<>();

  Exclusions(Nomenclature nomenclature, Subheadings subheadings) {
    for (int i = 0; i < subheadings.count(); i++) {
      Code code = subheadings.code(i);
      List<Exclusion> exclusions = new ArrayList<>();
      nomenclature.path(code).forEach(entry -> exclusions.addAll(read(entry)));
      ofSubheading.add(List.copyOf(exclusions));
    }
  }

  private record Exclusion(String text, Set<String> words) {

    boolean isSaidIn(ListingWords listing) {
      for (String word : words) {
        Double weight = listing.weights().get(word);
        if (weight == null || weight < CLEARLY_SAID) {
          return false;
        }
      }
      return true;
    }
  }

  /** The exclusion that the listing's words meet in full. */
  Optional<String> met(int subheading, ListingWords listing) {
    for (Exclusion exclusion : ofSubheading.get(subheading)) {
      if (exclusion.isSaidIn(listing)) {
        return Optional.of(exclusion.text);
      }
    }
    return Optional.empty();
  }

  /** Exclusions read {@code goods (code); other goods (code)}; one word alone is too little. */
  private static List<Exclusion> read(Entry entry) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (String part : entry.excludes().split(";")) {
      int code = part.indexOf('(');
      if (code > 0) {
        Set<String> words = new HashSet<>(Words.keys(part.substring(0, code)));
        if (words.size() > 1) {
          exclusions.add(new Exclusion(part.strip(), words));
        }
      }
    }
    return exclusions;
  }
}
