package org.pabean.text;

/** Tells at a glance whether a text may hold disguised words, so that most are not looked into. */
final class Suspicion {

  private static final int RUN = 3;

  private final String raw;
  // Of the word that is being read.
  private int start = -1;
  private int letters;
  private int digits;
  private boolean marked;
  private char last;
  private int same;
  // Words of one letter, one after the other.
  private int singles;
  private boolean found;

  private Suspicion(String raw) {
    this.raw = raw;
  }

  static boolean isRaisedBy(String raw) {
    var suspicion = new Suspicion(raw);
    for (int i = 0; i < raw.length() && !suspicion.found; i++) {
      suspicion.read(i, raw.charAt(i));
    }
    suspicion.endWord(raw.length());
    return suspicion.found;
  }

  private void read(int at, char c) {
    if (LookAlikes.isLatin(c)) {
      letter(at, c);
      marked |= c > 0x7F;
    } else if (c >= '0' && c <= '9') {
      begin(at);
      digits++;
      same = 0;
    } else if (LookAlikes.isSign(c)) {
      found |= isBetweenLetters(at);
      endWord(at);
    } else if (c < 0x80 || isPunctuation(c)) {
      endWord(at);
    } else if (Script.isUnspaced(c)) {
      endWord(at);
      unspaced(at, c);
    } else {
      // Another script, a full-width letter, a mark or something invisible.
      found |= c != 0x00AD || isBetweenLetters(at);
    }
  }

  private void letter(int at, char c) {
    begin(at);
    letters++;
    char lower = Character.toLowerCase(c);
    same = lower == last ? same + 1 : 1;
    last = lower;
    found |= same >= RUN;
  }

  private void begin(int at) {
    if (start < 0) {
      start = at;
    }
  }

  private void endWord(int end) {
    if (start < 0) {
      return;
    }
    singles = end - start == 1 ? singles + 1 : 0;
    found |= singles >= RUN;
    found |= letters >= 2 && digits > 0 && digits <= letters;
    found |= marked && !LookAlikes.mayBeVietnamese(raw.substring(start, end));
    start = -1;
    letters = 0;
    digits = 0;
    marked = false;
    same = 0;
    last = 0;
  }

  /** One letter alone among blanks counts as a word of one letter. */
  private void unspaced(int at, char c) {
    if (Character.isLetter(c)) {
      boolean alone = at == 0 || !Script.isUnspaced(raw.charAt(at - 1));
      int next = at + 1;
      while (next < raw.length() && !Character.isLetterOrDigit(raw.charAt(next)) && isMark(next)) {
        next++;
      }
      boolean ends = next >= raw.length() || !Script.isUnspaced(raw.charAt(next));
      singles = alone && ends ? singles + 1 : 0;
      found |= singles >= RUN;
    }
  }

  private boolean isMark(int at) {
    int type = Character.getType(raw.charAt(at));
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean isBetweenLetters(int at) {
    return at > 0
        && at + 1 < raw.length()
        && LookAlikes.isLatin(raw.charAt(at - 1))
        && LookAlikes.isLatin(raw.charAt(at + 1));
  }

  private static boolean isPunctuation(char c) {
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.SPACE_SEPARATOR,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_NUMBER,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
