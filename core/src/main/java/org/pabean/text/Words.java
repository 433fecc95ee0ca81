package org.pabean.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into words. Languages without blanks (Thai, Chinese, Lao, Khmer, Burmese) are cut by
 * ICU's dictionaries.
 */
public final class Words {

  // A BreakIterator keeps its text as state, so each thread has its own.
  private static final ThreadLocal<BreakIterator> ICU =
      ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(ULocale.ROOT));

  private Words() {}

  /**
   * One word of a normal text.
   *
   * @param text as it stands in the normal text
   * @param key the form that is compared: no Latin marks, English plurals cut
   * @param start where it begins in the normal text
   * @param end where it ends, exclusive
   */
  public record Word(String text, String key, int start, int end) {}

  /** The words of a text, in order; punctuation is left out. */
  public static List<Word> of(NormalText normal) {
    String text = normal.text();
    List<Word> words = new ArrayList<>();
    BreakIterator breaks = ICU.get();
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
        String word = text.substring(start, end);
        words.add(new Word(word, key(word), start, end));
      }
      start = end;
    }
    return joinLetters(text, words);
  }

  /**
   * A letter and a hyphen belong to the word after them: t-shirt, e-bike, u-bolt; also "t shirt".
   */
  private static List<Word> joinLetters(String text, List<Word> words) {
    for (int i = words.size() - 2; i >= 0; i--) {
      Word letter = words.get(i);
      Word next = words.get(i + 1);
      boolean latin = letter.text().length() == 1 && letter.text().charAt(0) < 'ÿ';
      boolean adjoins = next.start() == letter.end() + 1;
      if (latin
          && adjoins
          && Character.isLetter(letter.text().charAt(0))
          && (text.charAt(letter.end()) == '-' || isTeeShirt(letter, next))) {
        String joined = text.substring(letter.start(), next.end());
        words.set(i, new Word(joined, letter.key() + next.key(), letter.start(), next.end()));
        words.remove(i + 1);
      }
    }
    return words;
  }

  private static boolean isTeeShirt(Word letter, Word next) {
    return letter.text().equals("t") && next.key().equals("shirt");
  }

  /** The keys of the words of a text as it came. */
  public static List<String> keys(String raw) {
    return of(NormalText.of(raw)).stream().map(Word::key).toList();
  }

  private static String key(String word) {
    // Vietnamese letters with two marks stand far behind the other Latin ones, past Thai.
    char first = word.charAt(0);
    if (first >= '\u0E00' && Character.UnicodeScript.of(first) != Character.UnicodeScript.LATIN) {
      return word;
    }
    return EnglishPlural.cut(NormalText.withoutMarks(word));
  }
}
