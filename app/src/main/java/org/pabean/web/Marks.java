package org.pabean.web;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Finds in a text the words that spoke, so that the page can mark them. */
final class Marks {

  private Marks() {}

  /**
   * Words to look for.
   *
   * @param key names who they speak for, such as {@code f0} for the first finding
   * @param words as they were matched, in any case
   */
  record Wanted(String key, String words) {}

  /**
   * A stretch of the text.
   *
   * @param text as it stands there
   * @param of the keys of all that it speaks for, parted by blanks; empty if of none
   */
  record Stretch(String text, String of) {

    public boolean isMarked() {
      return !of.isEmpty();
    }

    /** Whether a finding is among those it speaks for. */
    public boolean isReason() {
      return of.startsWith("f") || of.contains(" f");
    }
  }

  /** The whole text as stretches, in order. */
  static List<Stretch> of(String text, List<Wanted> wanted) {
    String plain = comparable(text);
    // Lower case may be longer than the text in a few scripts; then nothing can be marked safely.
    List<BitSet> hits =
        wanted.stream()
            .map(w -> plain.length() == text.length() ? find(plain, w.words()) : new BitSet())
            .toList();
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || !keys(wanted, hits, i).equals(keys(wanted, hits, start))) {
        stretches.add(new Stretch(text.substring(start, i), keys(wanted, hits, start)));
        start = i;
      }
    }
    return stretches;
  }

  private static String keys(List<Wanted> wanted, List<BitSet> hits, int at) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (hits.get(i).get(at) && !keys.contains(wanted.get(i).key())) {
        keys.add(wanted.get(i).key());
      }
    }
    return String.join(" ", keys);
  }

  private static BitSet find(String text, String words) {
    var found = new BitSet(text.length());
    String sought = comparable(words.strip());
    if (sought.isEmpty()) {
      return found;
    }
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      int end = endOfWord(text, at + sought.length());
      if (end > 0 && (at == 0 || !joins(text.charAt(at - 1)) || !joins(text.charAt(at)))) {
        found.set(at, end);
      }
    }
    return found;
  }

  /** Where the word found ends, a plural's ending with it; 0 if the word goes on. */
  private static int endOfWord(String text, int end) {
    for (String ending : new String[] {"", "s", "es"}) {
      int after = end + ending.length();
      if (text.startsWith(ending, end)
          && (after == text.length()
              || !joins(text.charAt(after))
              || !joins(text.charAt(after - 1)))) {
        return after;
      }
    }
    return 0;
  }

  /** Whether a word goes on over this letter: not so where words are written without blanks. */
  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c)
        && switch (Character.UnicodeScript.of(c)) {
          case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA -> false;
          default -> true;
        };
  }

  private static String comparable(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('-', ' ')
        .replace('_', ' ')
        .replace('/', ' ')
        .replace('\u00a0', ' ')
        .replace('\u2019', '\'');
  }
}
