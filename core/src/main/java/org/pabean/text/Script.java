package org.pabean.text;

import java.lang.Character.UnicodeScript;

/** What a character's script means for finding words. */
public final class Script {

  private Script() {}

  /** Whether words of this character's script are written without blanks between them. */
  public static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  /** Whether the text holds such a character. */
  static boolean hasUnspaced(String text) {
    return text.codePoints().anyMatch(Script::isUnspaced);
  }

  static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
