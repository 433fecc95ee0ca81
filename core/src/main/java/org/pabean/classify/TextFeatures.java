package org.pabean.classify;

import java.util.Arrays;
import java.util.List;
import org.pabean.classify.ListingTokens.Kind;
import org.pabean.text.Words.Word;

/**
 * What the trained views see of a listing: words, pairs of neighbours and pieces of words, each
 * hashed to a number, with the field it stands in kept apart.
 *
 * @param hashes the features in rising order, each once
 * @param values how much each counts, above 0
 */
record TextFeatures(int[] hashes, float[] values) {

  private static final float AFTER_ANOTHER_THING = 0.45f;
  private static final float AGAIN = 0.3f;
  private static final float PAIR_WEIGHT = 0.7f;
  private static final float PIECE_WEIGHT = 0.3f;

  // The kind of a feature stands in the last bits of its hash.
  private static final int KINDS = 3;
  private static final int WORD = 0;
  private static final int FIELD = 1;
  private static final int PAIR = 2;
  private static final int PIECE = 3;

  private static final int PIECE_LENGTH = 4;
  private static final int SHORTEST_WITH_PIECES = 5;
  private static final char FIRST_UNSPACED = '\u0E00';

  /** Reads all texts of a listing. */
  static TextFeatures of(ListingTokens tokens) {
    var collector = new Collector();
    tokens.fields().forEach(field -> collector.add(field.kind(), field.words()));
    return collector.features();
  }

  /** Whether a feature is a whole word; pairs and pieces are very many. */
  static boolean isWord(int hash) {
    return (hash & KINDS) == WORD;
  }

  /** Whether a feature stands for itself even if it was seen only once. */
  static boolean isTelling(int hash) {
    return (hash & KINDS) <= FIELD;
  }

  /** The feature of a single word, wherever it stands. */
  static int hashOfWord(String key) {
    return hash("", shape(key)) & ~KINDS | WORD;
  }

  private static float weight(Kind kind) {
    return switch (kind) {
      case TITLE -> 1;
      case MATERIAL -> 0.8f;
      case TYPE -> 0.8f;
      case CATEGORY -> 0.4f;
      case DESCRIPTION -> 0.3f;
      case OTHER -> 0.15f;
    };
  }

  /** Gathers features; the same one again adds a little. */
  private static final class Collector {

    private long[] places = new long[256];
    private float[] weights = new float[256];
    private int size;

    void add(Kind kind, List<Word> words) {
      boolean another = false;
      String before = "";
      for (Word word : words) {
        another |= ListingTokens.leadsToAnotherThing(word);
        String key = shape(word.key());
        float weight = another ? weight(kind) * AFTER_ANOTHER_THING : weight(kind);
        put(WORD, "", key, weight);
        if (kind != Kind.TITLE || another) {
          put(FIELD, (another ? "for " : "") + kind, key, weight);
        }
        if (kind != Kind.OTHER && !before.isEmpty()) {
          put(PAIR, before, key, PAIR_WEIGHT * weight);
        }
        if (kind == Kind.TITLE || kind == Kind.TYPE) {
          pieces(key, PIECE_WEIGHT * weight);
        }
        before = key;
      }
    }

    /** Pieces make up for misspelt, joined and wrongly cut words. */
    private void pieces(String key, float weight) {
      boolean spaced = key.charAt(0) < FIRST_UNSPACED;
      if (spaced && key.length() < SHORTEST_WITH_PIECES) {
        return;
      }
      String text = spaced ? "^" + key + "$" : key;
      int length = spaced ? PIECE_LENGTH : 2;
      for (int i = 0; i + length <= text.length(); i++) {
        put(PIECE, "", text.substring(i, i + length), weight);
      }
    }

    private void put(int kind, String context, String text, float weight) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      int hash = hash(context, text) & ~KINDS | kind;
      places[size] = (long) hash << Integer.SIZE | size;
      weights[size++] = weight;
    }

    TextFeatures features() {
      Arrays.sort(places, 0, size);
      int[] hashes = new int[size];
      float[] values = new float[size];
      int n = 0;
      for (int i = 0; i < size; i++) {
        int hash = (int) (places[i] >> Integer.SIZE);
        float weight = weights[(int) places[i]];
        if (n > 0 && hashes[n - 1] == hash) {
          float more = Math.max(values[n - 1], weight);
          values[n - 1] = more + AGAIN * Math.min(values[n - 1], weight);
        } else {
          hashes[n] = hash;
          values[n++] = weight;
        }
      }
      return new TextFeatures(Arrays.copyOf(hashes, n), Arrays.copyOf(values, n));
    }
  }

  /** Numbers say little: only their unit is kept. */
  private static String shape(String key) {
    int i = 0;
    while (i < key.length() && (Character.isDigit(key.charAt(i)) || key.charAt(i) == '.')) {
      i++;
    }
    return i == 0 ? key : "#" + key.substring(i);
  }

  /** FNV-1a over context and text, mixed once more so that all bits depend on all characters. */
  private static int hash(String context, String text) {
    int h = 0x811c9dc5;
    for (int i = 0; i < context.length(); i++) {
      h = (h ^ context.charAt(i)) * 0x01000193;
    }
    h = (h ^ ':') * 0x01000193;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x01000193;
    }
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    return h ^ (h >>> 13);
  }
}
