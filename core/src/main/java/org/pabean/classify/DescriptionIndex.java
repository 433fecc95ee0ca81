package org.pabean.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/** Finds subheadings whose descriptions share words with a listing (BM25 weighting). */
final class DescriptionIndex {

  private static final double WEIGHT = 0.25;
  private static final double LENGTH_MATTERS = 0.5;
  private static final double USUAL_LENGTH = 20;
  private static final double FROM_THE_HEADING = 0.5;
  // Words that stand in so many descriptions tell none from the others.
  private static final double MOST_IN = 0.1;

  private final Map<String, Postings> postings = new HashMap<>();

  DescriptionIndex(Nomenclature nomenclature, Subheadings subheadings, Rarity rarity) {
    for (int i = 0; i < subheadings.count(); i++) {
      Map<String, Double> words = words(nomenclature, subheadings.code(i));
      double length = 1 + LENGTH_MATTERS * (words.size() / USUAL_LENGTH - 1);
      int number = i;
      words.forEach(
          (word, counts) ->
              postings
                  .computeIfAbsent(word, w -> new Postings())
                  .add(number, WEIGHT * rarity.of(word) * counts / length));
    }
    postings.values().removeIf(in -> in.size() > MOST_IN * subheadings.count());
  }

  private static Map<String, Double> words(Nomenclature nomenclature, Code code) {
    Map<String, Double> words = new HashMap<>();
    nomenclature
        .find(code.upTo(4))
        .ifPresent(e -> Words.keys(e.description()).forEach(w -> words.put(w, FROM_THE_HEADING)));
    nomenclature
        .find(code)
        .ifPresent(e -> Words.keys(e.description()).forEach(w -> words.put(w, 1.0)));
    return words;
  }

  /** Adds what each word of the listing says. */
  void score(ListingWords words, Scores scores) {
    words
        .weights()
        .forEach(
            (word, weight) -> {
              Postings in = postings.get(word);
              for (int i = 0; in != null && i < in.size(); i++) {
                scores.addDescription(in.number(i), weight.floatValue() * in.weight(i));
              }
            });
  }

  /** The words that spoke for one subheading, each with its part of the score. */
  List<Evidence> evidence(int subheading, ListingWords words) {
    List<Evidence> evidence = new ArrayList<>();
    words
        .weights()
        .forEach(
            (word, weight) -> {
              Postings in = postings.get(word);
              double score = in == null ? 0 : weight * in.weightAt(subheading);
              if (score > 0) {
                evidence.add(new Evidence(Evidence.Kind.WORD, word, words.field(word), score));
              }
            });
    return evidence;
  }
}
