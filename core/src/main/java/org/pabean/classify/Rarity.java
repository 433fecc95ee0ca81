package org.pabean.classify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/** How much a word tells: the fewer headings speak of it, the more (inverse document frequency). */
final class Rarity {

  private static final double LITTLE = 0.5;

  private final Map<String, Double> weights = new HashMap<>();
  private final double ofUnknown;

  private Rarity(Map<String, Set<Code>> headingsOfWord, int headings) {
    headingsOfWord.forEach(
        (word, in) -> weights.put(word, saysLittle(word) ? LITTLE : weight(in.size(), headings)));
    this.ofUnknown = weight(0, headings);
  }

  static Rarity of(Nomenclature nomenclature, List<NameWords> names) {
    Map<String, Set<Code>> headingsOfWord = new HashMap<>();
    for (Entry entry : nomenclature.atLevel(6)) {
      Code heading = entry.code().upTo(4);
      Words.keys(entry.description()).forEach(word -> note(headingsOfWord, word, heading));
    }
    for (NameWords name : names) {
      Code heading = name.name().code().upTo(4);
      name.words().forEach(word -> note(headingsOfWord, word, heading));
    }
    return new Rarity(headingsOfWord, nomenclature.atLevel(4).size());
  }

  /** The weight of a word that the nomenclature or the goods index knows; 0 for others. */
  double of(String word) {
    return weights.getOrDefault(word, 0.0);
  }

  /** The weight of a word, an unknown one counting as the rarest. */
  double orUnknown(String word) {
    return weights.getOrDefault(word, saysLittle(word) ? LITTLE : ofUnknown);
  }

  private static void note(Map<String, Set<Code>> headingsOfWord, String word, Code heading) {
    headingsOfWord.computeIfAbsent(word, w -> new HashSet<>()).add(heading);
  }

  private static double weight(int in, int all) {
    return Math.log(1 + (all - in + 0.5) / (in + 0.5));
  }

  /** Sizes, counts and single letters say little of what goods are, however rare they are. */
  private static boolean saysLittle(String word) {
    char first = word.charAt(0);
    return Character.isDigit(first) || (word.length() == 1 && first < '\u0E00');
  }
}
