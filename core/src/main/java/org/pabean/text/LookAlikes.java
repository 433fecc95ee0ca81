package org.pabean.text;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Which signs are taken for which letter: of other scripts, digits, and letters with marks. */
final class LookAlikes {

  private static final char NONE = 0;
  private static final char[] OTHER_SCRIPTS = load();
  private static final String DIGITS = "013456789@$!|€";
  private static final String LETTERS = "oieasgtbgasiie";
  private static final String VOWELS = "aeiouy";

  private LookAlikes() {}

  /** The Latin letter that a lower-case letter of another script is taken for; 0 if none. */
  static char ofOtherScript(char c) {
    return OTHER_SCRIPTS[c];
  }

  /** The letter that a digit or sign is taken for inside a word; 0 if none. */
  static char ofDigit(char c) {
    int at = DIGITS.indexOf(c);
    return at < 0 ? NONE : LETTERS.charAt(at);
  }

  /** Whether a sign may as well stand for the letter l. */
  static boolean mayBeL(char c) {
    return c == '1' || c == '!' || c == '|';
  }

  /** Whether it is no letter and no digit, and stands for a letter between letters. */
  static boolean isSign(char c) {
    return c == '@' || c == '$' || c == '!' || c == '|' || c == '€';
  }

  static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isMarkedLatin(c);
  }

  static boolean isMarkedLatin(char c) {
    return c >= 'À' && c < 0x250 && c != '×' && c != '÷' || c >= 0x1E00 && c < 0x1F00;
  }

  /** The letter without its marks; itself if it has none. */
  static char plain(char c) {
    if (c < 'À') {
      return c;
    }
    String split = Normalizer2.getNFDInstance().normalize(String.valueOf(c));
    return split.length() > 1 && split.charAt(0) < 0x80 ? split.charAt(0) : c;
  }

  /**
   * Whether a word with marks may be Vietnamese, where marks make other words: one syllable of
   * letters that the language has. The marks of any other word are ornament.
   */
  static boolean mayBeVietnamese(CharSequence word) {
    int nuclei = 0;
    boolean inNucleus = false;
    for (int i = 0; i < word.length(); i++) {
      char c = plain(Character.toLowerCase(word.charAt(i)));
      if ("fjwz".indexOf(c) >= 0) {
        return false;
      }
      boolean vowel = VOWELS.indexOf(c) >= 0;
      nuclei += vowel && !inNucleus ? 1 : 0;
      inNucleus = vowel;
    }
    return nuclei <= 1 && word.length() <= 7;
  }

  private static char[] load() {
    char[] table = new char[Character.MAX_VALUE + 1];
    try (InputStream in = LookAlikes.class.getResourceAsStream("lookalikes.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      all.lines()
          .skip(1)
          .forEach(
              line -> {
                for (char c : line.substring(2).toCharArray()) {
                  table[c] = line.charAt(0);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
