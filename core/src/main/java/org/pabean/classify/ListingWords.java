package org.pabean.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pabean.classify.ListingTokens.Kind;
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

  private static final double AFTER_SUCH_A_WORD = 0.45;
  private static final double SAID_AGAIN = 0.5;

  static ListingWords of(ListingTokens tokens) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> title = new ArrayList<>();
    for (ListingTokens.Field field : tokens.fields()) {
      double weight = weightOf(field.kind(), field.text().name());
      boolean another = false;
      for (Word word : field.words()) {
        another |= ListingTokens.leadsToAnotherThing(word);
        double counts = another ? weight * AFTER_SUCH_A_WORD : weight;
        double before = weights.getOrDefault(word.key(), 0.0);
        if (counts > before) {
          fields.put(word.key(), field.text().name());
        }
        // What both title and category say is what the goods are.
        boolean again = field.kind() == Kind.TYPE && before > 0;
        weights.put(word.key(), Math.max(before, counts) + (again ? SAID_AGAIN * counts : 0));
        if (field.kind() == Kind.TITLE) {
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

  /** The field in which the last word of a name counted that counted at all. */
  String fieldOfAny(String name) {
    String field = "title";
    for (String word : Words.keys(name)) {
      field = fields.getOrDefault(word, field);
    }
    return field;
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

  private static double weightOf(Kind kind, String name) {
    return switch (kind) {
      case TITLE -> 1.0;
      case MATERIAL -> name.equals("material") ? 0.9 : 0.7;
      case TYPE -> 0.7;
      case CATEGORY -> 0.4;
      case DESCRIPTION -> 0.3;
      case OTHER -> name.equals("condition") ? 0.1 : 0.15;
    };
  }
}
