package org.pabean.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.Contexts.Context;
import org.pabean.screening.Contexts.Side;
import org.pabean.text.Denials;
import org.pabean.text.Negation;
import org.pabean.text.NormalText;
import org.pabean.text.PhraseMatcher.Hit;

/**
 * The phrases found in one text, and which of them it means: none that it denies, none whose
 * context makes it something else. The time grows with the text and no faster.
 */
final class Mentions {

  private static final int LONGEST_GAP = 60;

  private final String text;
  private final List<Hit<Sense>> phrases = new ArrayList<>();
  private final Map<String, List<Hit<Sense>>> unless = new HashMap<>();
  private final Map<String, List<Hit<Sense>>> contexts = new HashMap<>();
  // Places that end what is another thing's, so that what directly follows is that thing's too.
  private final Map<String, Set<Integer>> accessoryEnds = new HashMap<>();
  private @Nullable Denials denials;

  /** What a phrase of the matcher stands for: a word of a list, or a context. */
  record Sense(
      @Nullable PhraseList list, String phrase, boolean unless, @Nullable Context context) {}

  Mentions(NormalText normal, List<Hit<Sense>> hits) {
    this.text = normal.text();
    for (Hit<Sense> hit : hits) {
      Context context = hit.value().context();
      if (context != null) {
        contexts.computeIfAbsent(context.name(), n -> new ArrayList<>()).add(hit);
      } else if (hit.value().unless()) {
        unless.computeIfAbsent(list(hit).name(), n -> new ArrayList<>()).add(hit);
      } else {
        phrases.add(hit);
      }
    }
    if (!phrases.isEmpty()) {
      unless.replaceAll((list, of) -> outermost(of));
      phrases.sort(Comparator.<Hit<Sense>>comparingInt(Hit::start).thenComparing(h -> -h.end()));
    }
  }

  /** The phrases that are meant, in their order. */
  List<Hit<Sense>> meant(NormalText normal) {
    List<Hit<Sense>> meant = new ArrayList<>();
    for (Hit<Sense> hit : phrases) {
      if (isExcepted(hit) || isAccessory(hit) || isNear(hit)) {
        continue;
      }
      if (denials == null) {
        denials = Negation.builtIn().in(normal);
      }
      if (!denials.isDenied(hit.start(), hit.end())) {
        meant.add(hit);
      }
    }
    return meant;
  }

  static PhraseList list(Hit<Sense> hit) {
    PhraseList list = hit.value().list();
    if (list == null) {
      throw new IllegalStateException("a context is of no list");
    }
    return list;
  }

  /** Whether it lies within a phrase in which the list's words do not count. */
  private boolean isExcepted(Hit<Sense> hit) {
    List<Hit<Sense>> of = unless.get(list(hit).name());
    if (of == null) {
      return false;
    }
    int at = lastStartingUpTo(of, hit.start());
    return at >= 0 && of.get(at).end() >= hit.end();
  }

  /** "Case for 18650 battery": what follows "for" is another thing's, and so on to its end. */
  private boolean isAccessory(Hit<Sense> hit) {
    PhraseList list = list(hit);
    List<Hit<Sense>> leads = contexts.get(Contexts.FOR);
    if (list.accessories() || leads == null) {
      return false;
    }
    Set<Integer> ends = accessoryEnds.computeIfAbsent(list.name(), n -> new HashSet<>());
    int edge = backOverBlanks(hit.start());
    boolean follows = ends.contains(edge) || ends.contains(-1 - hit.start());
    if (!follows) {
      Hit<Sense> article = endingAt(contexts.get(Contexts.ARTICLE), edge);
      int before = article == null ? edge : backOverBlanks(article.start());
      Hit<Sense> lead = endingAt(leads, before);
      follows = lead != null && saysAThingBefore(lead.start());
    }
    if (follows) {
      ends.add(hit.end());
      // A shorter phrase that begins at the same place is the same mention.
      ends.add(-1 - hit.start());
    }
    return follows;
  }

  /** "For iPhone battery" at the head of a text leads from nothing: what it names is sold. */
  private boolean saysAThingBefore(int start) {
    int at = backOverBlanks(start);
    return at > 0 && ",;|:-–([/，【".indexOf(text.charAt(at - 1)) < 0;
  }

  private boolean isNear(Hit<Sense> hit) {
    for (String name : list(hit).unlessNear()) {
      List<Hit<Sense>> of = contexts.get(name);
      if (of != null && of.stream().limit(200).anyMatch(context -> isNear(hit, context))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNear(Hit<Sense> hit, Hit<Sense> other) {
    Context context = other.value().context();
    if (context == null) {
      return false;
    }
    boolean after = other.start() >= hit.end() && context.side() != Side.BEFORE;
    boolean before = other.end() <= hit.start() && context.side() != Side.AFTER;
    if (!after && !before) {
      return false;
    }
    int from = after ? hit.end() : other.end();
    int to = after ? other.start() : hit.start();
    return to - from <= LONGEST_GAP && isWithin(from, to, context.within());
  }

  /** Whether no more words than that stand between, and nothing that parts. */
  private boolean isWithin(int from, int to, int most) {
    int words = 0;
    int unspaced = 0;
    boolean inWord = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (",;|.+&!?，。；、".indexOf(c) >= 0) {
        return false;
      }
      boolean letter = Character.isLetterOrDigit(c) || c > 0x2FF;
      unspaced += c >= 0x0E00 && letter ? 1 : 0;
      words += letter && !inWord && c < 0x0E00 ? 1 : 0;
      inWord = letter;
    }
    return words + (unspaced + 2) / 3 <= most && !isParted(from, to);
  }

  private boolean isParted(int from, int to) {
    List<Hit<Sense>> breaks = contexts.get(Contexts.BREAK);
    if (breaks == null) {
      return false;
    }
    return breaks.stream()
        .limit(200)
        .anyMatch(word -> word.start() >= from && word.end() <= to && word.end() > word.start());
  }

  private int backOverBlanks(int from) {
    int at = from;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(')) {
      at--;
    }
    return at;
  }

  /** Hits come in the order of their ends. */
  private static @Nullable Hit<Sense> endingAt(@Nullable List<Hit<Sense>> hits, int end) {
    int low = 0;
    int high = hits == null ? 0 : hits.size();
    while (hits != null && low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).end() < end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return hits != null && low < hits.size() && hits.get(low).end() == end ? hits.get(low) : null;
  }

  /** Without those that lie within another, by their starts and so by their ends. */
  private static List<Hit<Sense>> outermost(List<Hit<Sense>> hits) {
    List<Hit<Sense>> sorted = new ArrayList<>(hits);
    sorted.sort(Comparator.<Hit<Sense>>comparingInt(Hit::start).thenComparing(h -> -h.end()));
    List<Hit<Sense>> outermost = new ArrayList<>();
    int furthest = -1;
    for (Hit<Sense> hit : sorted) {
      if (hit.end() > furthest) {
        outermost.add(hit);
        furthest = hit.end();
      }
    }
    return outermost;
  }

  private static int lastStartingUpTo(List<Hit<Sense>> hits, int start) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).start() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
