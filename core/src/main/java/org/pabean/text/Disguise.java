package org.pabean.text;

/**
 * Sees through the disguises of a text, in this order: letters apart are joined, digits inside
 * words become letters, ornamental marks go, repeated letters become one.
 */
final class Disguise {

  // No word is longer.
  private static final int LONGEST_CHAIN = 64;

  private final Signs in;
  private final boolean asL;
  private final boolean withoutArticle;

  /**
   * Begins a reading.
   *
   * @param asL whether the digit 1 stands for l rather than i
   * @param withoutArticle whether a chain of letters leaves an "a" at its head alone
   */
  Disguise(Signs in, boolean asL, boolean withoutArticle) {
    this.in = in;
    this.asL = asL;
    this.withoutArticle = withoutArticle;
  }

  Signs read() {
    Signs joined = joined();
    int end;
    for (int at = 0; at < joined.length; at = end) {
      end = at + 1;
      if (isOfWord(joined, at)) {
        while (end < joined.length && isOfWord(joined, end)) {
          end++;
        }
        readWord(joined, at, end);
      }
    }
    return folded(joined);
  }

  static boolean mayHoldL(Signs signs) {
    for (int i = 0; i < signs.length; i++) {
      if (LookAlikes.mayBeL(signs.sign[i])) {
        return true;
      }
    }
    return false;
  }

  static boolean hasChainWithArticle(Signs signs) {
    for (int at = 0; at < signs.length; at++) {
      int end = chainEnd(signs, at);
      if (end > at) {
        if (signs.sign[at] == 'a') {
          return true;
        }
        at = end - 1;
      }
    }
    return false;
  }

  /** Letters that stand alone, the same sign between each, make a word. */
  private Signs joined() {
    Signs out = Signs.empty(in.length);
    int at = 0;
    while (at < in.length) {
      int end = chainEnd(in, at);
      if (end > at) {
        boolean article = withoutArticle && in.sign[at] == 'a';
        for (int i = at; i < end; i++) {
          if (article && i < at + 2) {
            copy(in, i, out);
          } else if (isLetterOfChain(in, i) || isMark(in.sign[i])) {
            out.add(in.sign[i], in.from[i], in.to[i], Signs.UNMASKED);
          }
        }
        at = end;
      } else {
        copy(in, at, out);
        at++;
      }
    }
    return out;
  }

  private static void copy(Signs in, int at, Signs out) {
    out.add(in.sign[at], in.from[at], in.to[at], in.how[at]);
    out.wide[out.length - 1] = in.wide[at];
  }

  /** Where the chain that begins here ends; here, if none does. */
  private static int chainEnd(Signs signs, int at) {
    int end = at;
    int units = 0;
    int letters = 0;
    char joint = 0;
    int unit = at > 0 && !isEdge(signs, at - 1) ? -1 : unitEnd(signs, at);
    while (unit > 0 && units < LONGEST_CHAIN) {
      units++;
      letters += Character.isLetter(signs.sign[end == at ? at : end + 1]) ? 1 : 0;
      end = unit;
      if (units - letters > letters + 1) {
        // Numbers one after the other: no word, and no need to read on.
        return at;
      }
      boolean goesOn =
          unit + 1 < signs.length
              && Unmasked.isJoint(signs.sign[unit])
              && (joint == 0 || joint == signs.sign[unit]);
      if (!goesOn) {
        break;
      }
      joint = signs.sign[unit];
      unit = unitEnd(signs, unit + 1);
    }
    return units >= Unmasked.shortestChain() && letters >= 2 ? end : at;
  }

  /** The end of a single letter with its marks that begins here, followed by no more of a word. */
  private static int unitEnd(Signs signs, int at) {
    if (!isLetterOfChain(signs, at)) {
      return -1;
    }
    int end = at + 1;
    while (end < signs.length && isMark(signs.sign[end])) {
      end++;
    }
    return end == signs.length || isEdge(signs, end) ? end : -1;
  }

  private static boolean isLetterOfChain(Signs signs, int at) {
    char c = signs.sign[at];
    return Character.isLetter(c) || LookAlikes.ofDigit(c) != 0 && !Unmasked.isJoint(c);
  }

  private static boolean isEdge(Signs signs, int at) {
    char c = signs.sign[at];
    return !Character.isLetterOrDigit(c) && !isMark(c) && (!LookAlikes.isSign(c) || c == '|');
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isOfWord(Signs signs, int at) {
    return signs.isLatin(at)
        || signs.isDigit(at)
        || LookAlikes.isSign(signs.sign[at]) && signs.isLatin(at - 1) && signs.isLatin(at + 1);
  }

  private void readWord(Signs word, int start, int end) {
    int letters = 0;
    int digits = 0;
    boolean readable = true;
    boolean marked = false;
    boolean narrow = false;
    for (int i = start; i < end; i++) {
      boolean latin = word.isLatin(i);
      letters += latin ? 1 : 0;
      digits += latin ? 0 : 1;
      readable &= latin || LookAlikes.ofDigit(word.sign[i]) != 0;
      marked |= latin && word.sign[i] > 0x7F;
      narrow |= latin && !word.wide[i];
    }
    if (digits > 0 && readable && letters >= 2 && digits <= letters) {
      lettersForDigits(word, start, end);
    }
    if (marked && !mayBeVietnamese(word, start, end)) {
      withoutMarks(word, start, end);
    }
    for (int i = start; narrow && i < end; i++) {
      word.set(i, word.sign[i], word.wide[i] ? Signs.UNMASKED : Signs.PLAIN);
    }
  }

  private void lettersForDigits(Signs word, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!word.isLatin(i)) {
        char c = word.sign[i];
        char letter = asL && LookAlikes.mayBeL(c) ? 'l' : LookAlikes.ofDigit(c);
        word.set(i, letter, Signs.UNMASKED);
      }
    }
  }

  private static boolean mayBeVietnamese(Signs word, int start, int end) {
    return LookAlikes.mayBeVietnamese(new String(word.sign, start, end - start));
  }

  private static void withoutMarks(Signs word, int start, int end) {
    for (int i = start; i < end; i++) {
      char plain = LookAlikes.plain(word.sign[i]);
      if (plain != word.sign[i]) {
        word.set(i, plain, Signs.UNMARKED);
      }
    }
  }

  /** One blank for many, one letter for many; three and more of a letter are a disguise. */
  private static Signs folded(Signs word) {
    Signs out = Signs.empty(word.length);
    int same = 0;
    for (int i = 0; i < word.length; i++) {
      int last = out.length - 1;
      char c = word.sign[i];
      boolean again = last >= 0 && out.sign[last] == c && (c == ' ' || word.isLatin(i));
      if (!again) {
        out.add(c, word.from[i], word.to[i], word.how[i]);
        same = 1;
      } else {
        same++;
        out.to[last] = word.to[i];
        out.set(last, c, same >= 3 && c != ' ' ? Signs.UNMASKED : word.how[i]);
      }
    }
    return out;
  }
}
