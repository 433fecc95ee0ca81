package org.pabean.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pabean.text.Negation.Place;
import org.pabean.text.PhraseMatcher.Hit;

/** The words of one text that deny, and whether they deny a given stretch of it. */
public final class Denials {

  private static final int MOST_FILLERS = 8;
  private static final int MOST_WORDS_BETWEEN = 3;
  private static final int LONGEST_GAP = 60;

  private final String text;
  // By its ends and by its starts, so that the words around a stretch are found by halving.
  private final List<Hit<Place>> before = new ArrayList<>();
  private final List<Hit<Place>> after = new ArrayList<>();

  Denials(String text, List<Hit<Place>> hits) {
    this.text = text;
    for (Hit<Place> hit : hits) {
      boolean leads = hit.value() == Place.BEFORE || hit.value() == Place.FILLER;
      (leads ? before : after).add(hit);
    }
    after.sort(Comparator.comparingInt(Hit::start));
  }

  /** Whether the stretch from start to end is denied. */
  public boolean isDenied(int start, int end) {
    return isDeniedBefore(start) || isFree(end) || isDeniedAfter(end);
  }

  /** A denial ends where the stretch begins, or does so with filler words between. */
  private boolean isDeniedBefore(int start) {
    int at = start;
    for (int step = 0; step <= MOST_FILLERS; step++) {
      int edge = backOverBlanks(at);
      int filler = -1;
      for (int i = firstEndingFrom(edge); i < before.size() && before.get(i).end() == edge; i++) {
        if (before.get(i).value() == Place.BEFORE) {
          return true;
        }
        filler = Math.max(filler, before.get(i).start());
      }
      if (filler < 0) {
        return false;
      }
      at = filler;
    }
    return false;
  }

  private int backOverBlanks(int from) {
    int at = from;
    if (at > 1 && text.charAt(at - 1) == '-' && Character.isLetter(text.charAt(at - 2))) {
      return at - 1;
    }
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(')) {
      at--;
    }
    return at;
  }

  /** "battery-free"; but "battery free shipping" denies nothing. */
  private boolean isFree(int end) {
    int edge = end + "-free".length();
    return text.startsWith("-free", end)
        && (edge == text.length() || !Character.isLetterOrDigit(text.charAt(edge)));
  }

  /** Up to three words may stand between, such as "(2 x AAA)", but no end of a clause. */
  private boolean isDeniedAfter(int end) {
    for (int i = firstStartingFrom(end); i < after.size(); i++) {
      Hit<Place> denial = after.get(i);
      if (denial.start() - end > LONGEST_GAP) {
        return false;
      }
      String gap = text.substring(end, denial.start());
      if (denial.value() == Place.AFTER ? isBridge(gap) : isNamed(gap) && closes(denial.end())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBridge(String gap) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      boolean letter = Script.isWordCharacter(c);
      if (!letter && " (:)".indexOf(c) < 0) {
        return false;
      }
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words <= MOST_WORDS_BETWEEN;
  }

  /** "Batteries included: no". */
  private static boolean isNamed(String gap) {
    String named = gap.strip();
    return (named.endsWith(":") || named.endsWith("=") || named.endsWith("："))
        && isBridge(named.substring(0, named.length() - 1));
  }

  private boolean closes(int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at == text.length() || ",;.|)/，。；".indexOf(text.charAt(at)) >= 0;
  }

  private int firstEndingFrom(int edge) {
    int low = 0;
    int high = before.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before.get(middle).end() < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstStartingFrom(int edge) {
    int low = 0;
    int high = after.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (after.get(middle).start() < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
