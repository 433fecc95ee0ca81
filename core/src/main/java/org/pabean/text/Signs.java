package org.pabean.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;

/**
 * The signs of a text, each with where it stood and how it was altered. Mutable, for the reader of
 * disguises alone.
 */
final class Signs {

  /** As it stood. */
  static final byte PLAIN = 0;

  /** Only marks were taken off. */
  static final byte UNMARKED = 1;

  /** Something was seen through. */
  static final byte UNMASKED = 2;

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  char[] sign;
  int[] from;
  int[] to;
  byte[] how;
  boolean[] wide;
  int length;

  private Signs(int capacity) {
    sign = new char[capacity];
    from = new int[capacity];
    to = new int[capacity];
    how = new byte[capacity];
    wide = new boolean[capacity];
  }

  /** An empty row with room for as many. */
  static Signs empty(int capacity) {
    return new Signs(Math.max(16, capacity));
  }

  /** Reads a text: lower case, letters of other scripts as the Latin ones they look like. */
  static Signs of(String raw) {
    Signs signs = empty(raw.length());
    boolean hidden = false;
    int next;
    for (int at = 0; at < raw.length(); at = next) {
      int code = raw.codePointAt(at);
      next = at + Character.charCount(code);
      int type = Character.getType(code);
      if (type == Character.FORMAT || type == Character.CONTROL && !Character.isWhitespace(code)) {
        // A soft hyphen is what a page needs to break a word; anything else invisible hides one.
        hidden |= code != 0x00AD;
        continue;
      }
      int before = signs.length;
      if (code < 0x80) {
        signs.add(ascii((char) code), at, next, PLAIN);
      } else if (isMark(type) && before > 0 && LookAlikes.isLatin(signs.sign[before - 1])) {
        signs.mark((char) code, next);
      } else {
        signs.addFolded(code, at, next);
      }
      if (hidden && signs.length > before) {
        signs.unhide(before);
        hidden = false;
      }
    }
    return signs;
  }

  void add(char c, int start, int end, byte altered) {
    if (length == sign.length) {
      int more = 2 * length;
      sign = Arrays.copyOf(sign, more);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      how = Arrays.copyOf(how, more);
      wide = Arrays.copyOf(wide, more);
    }
    sign[length] = c;
    from[length] = start;
    to[length] = end;
    how[length] = altered;
    wide[length] = false;
    length++;
  }

  void set(int at, char c, byte altered) {
    sign[at] = c;
    how[at] = (byte) Math.max(how[at], altered);
  }

  boolean isLatin(int at) {
    return at >= 0 && at < length && LookAlikes.isLatin(sign[at]);
  }

  boolean isDigit(int at) {
    return at >= 0 && at < length && sign[at] >= '0' && sign[at] <= '9';
  }

  private void addFolded(int code, int start, int end) {
    String folded = NFKC.normalize(Character.toString(code)).toLowerCase(Locale.ROOT);
    boolean isWide = code >= 0xFF21 && code <= 0xFF5A;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      char taken = LookAlikes.ofOtherScript(c);
      if (taken != 0) {
        add(taken, start, end, UNMASKED);
      } else {
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
        add(blank ? ' ' : c, start, end, PLAIN);
        wide[length - 1] = isWide;
      }
    }
  }

  /** A mark that makes a letter is part of it; any other is ornament over it. */
  private void mark(char c, int end) {
    int at = length - 1;
    int composed = NFC.composePair(sign[at], c);
    to[at] = end;
    if (composed > 0 && composed <= Character.MAX_VALUE) {
      sign[at] = (char) composed;
    } else {
      how[at] = UNMASKED;
    }
  }

  /** Something invisible between two Latin letters hides the word. */
  private void unhide(int at) {
    if (isLatin(at - 1) && isLatin(at)) {
      how[at] = UNMASKED;
    }
  }

  private static boolean isMark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static char ascii(char c) {
    return Character.isWhitespace(c) ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
