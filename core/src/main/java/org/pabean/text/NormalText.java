package org.pabean.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * A text made comparable: compatibility forms folded (NFKC), lower case, invisible characters gone,
 * runs of white space made one blank.
 *
 * @param text the normal form
 */
public record NormalText(String text) {

  /** Normalises a text as it came. */
  public static NormalText of(String raw) {
    String folded = keepAm(Normalizer2.getNFKCInstance().normalize(raw).toLowerCase(Locale.ROOT));
    var normal = new StringBuilder(folded.length());
    boolean blank = true;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        normal.append(c == '’' || c == 'ʼ' ? '\'' : c);
      } else if (!blank) {
        normal.append(' ');
      }
      blank = space;
    }
    return new NormalText(normal.toString().strip());
  }

  /** The text without the marks of Latin letters: {@code dép lê} becomes {@code dep le}. */
  public static String withoutMarks(String text) {
    String split = Normalizer2.getNFDInstance().normalize(text);
    var plain = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      char c = split.charAt(i);
      if (c < '\u0300' || c > '\u036f') {
        plain.append(c == 'đ' ? 'd' : c);
      }
    }
    return Normalizer2.getNFCInstance().normalize(plain);
  }

  /**
   * Compatibility folding splits the Thai and the Lao vowel AM in two, which no dictionary and no
   * keyboard does.
   */
  private static String keepAm(String folded) {
    return folded.replace("\u0e4d\u0e32", "\u0e33").replace("\u0ecd\u0eb2", "\u0eb3");
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(c));
  }

  @Override
  public String toString() {
    return text;
  }
}
