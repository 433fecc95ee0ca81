package org.pabean.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;
import org.pabean.text.Words;
import org.pabean.text.Words.Word;

/**
 * The words of a listing and how much each counts: those of the title most, those after "for" or
 * "with" less, for they name what the goods go with.
 *
 * @param title the keys of the title's words, in order
 * @param weights weight of each word, 0 to 1
 * @param fields the field in which each word counted
 */
record ListingWords(List<String> title, Map<String, Double> weights, Map<String, String> fields) {

  private static final Set<String> LEADS_TO_ANOTHER_THING =
      Set.of(
          "for", "with", "untuk", "dengan", "cho", "kem", "para", "ng", "สำหรับ", "พร้อม", "fits");
  private static final double AFTER_SUCH_A_WORD = 0.45;

  static ListingWords of(Listing listing) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> title = new ArrayList<>();
    for (Listing.Text text : listing.texts()) {
      double weight = weightOf(text);
      boolean another = false;
      for (Word word : Words.of(NormalText.of(text.text()))) {
        another |= LEADS_TO_ANOTHER_THING.contains(word.text());
        double counts = another ? weight * AFTER_SUCH_A_WORD : weight;
        if (counts > weights.getOrDefault(word.key(), 0.0)) {
          weights.put(word.key(), counts);
          fields.put(word.key(), text.name());
        }
        if (text.name().equals("title")) {
          title.add(word.key());
        }
      }
    }
    return new ListingWords(title, weights, fields);
  }

  /** The field in which a word counted. */
  String field(String word) {
    return fields.getOrDefault(word, "title");
  }

  /** Whether the words stand in the title side by side, in their order. */
  boolean titleHasInARow(List<String> words) {
    return Collections.indexOfSubList(title, words) >= 0;
  }

  /** All runs of one to three words of the title, the longest first. */
  List<String> titlePhrases() {
    List<String> phrases = new ArrayList<>();
    for (int length = 3; length >= 1; length--) {
      for (int i = 0; i + length <= title.size(); i++) {
        phrases.add(String.join(" ", title.subList(i, i + length)));
      }
    }
    return phrases;
  }

  private static double weightOf(Listing.Text text) {
    return switch (text.name()) {
      case "title" -> 1.0;
      case "material" -> 0.9;
      case "category", "use" -> 0.6;
      case "description" -> 0.3;
      case "condition" -> 0.1;
      default -> attributeWeight(NormalText.of(text.key()).text());
    };
  }

  private static double attributeWeight(String key) {
    if (key.contains("material") || key.contains("fabric") || key.contains("composition")) {
      return 0.7;
    }
    return key.contains("type") || key.contains("product") || key.contains("item") ? 0.6 : 0.15;
  }
}
