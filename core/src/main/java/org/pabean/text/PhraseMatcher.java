package org.pabean.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many phrases in a text in one pass (Aho and Corasick, 1975), so that the time does not grow
 * with the number of phrases. Immutable once built; safe to share.
 *
 * <p>A phrase of a spaced language matches only at word boundaries, hyphen and blank being the
 * same; a Thai or Chinese phrase matches anywhere.
 *
 * @param <T> what each phrase stands for
 */
public final class PhraseMatcher<T> {

  private final Steps steps;
  private final List<Phrase<T>> phrases;
  // By node: the first of its own phrases, the next shorter ending, the next node that ends one.
  private final int[] own;
  private final int[] fallback;
  private final int[] shorter;

  private PhraseMatcher(
      Steps steps, List<Phrase<T>> phrases, int[] own, int[] fallback, int[] shorter) {
    this.steps = steps;
    this.phrases = phrases;
    this.own = own;
    this.fallback = fallback;
    this.shorter = shorter;
  }

  /**
   * A phrase found.
   *
   * @param value what the phrase stands for
   * @param start where it begins in the normal text
   * @param end where it ends, exclusive
   */
  public record Hit<T>(T value, int start, int end) {

    /** Whether this hit lies inside another stretch of the text. */
    public boolean isWithin(Hit<?> other) {
      return start >= other.start && end <= other.end;
    }
  }

  /** All hits in a normal text, overlapping ones included, by their ends. */
  public List<Hit<T>> find(NormalText normal) {
    String text = normal.text();
    List<Hit<T>> hits = new ArrayList<>();
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, comparable(text.charAt(i)));
      for (int n = own[state] >= 0 ? state : shorter[state]; n > 0; n = shorter[n]) {
        addHits(text, i + 1, own[n], hits);
      }
    }
    return hits;
  }

  private void addHits(String text, int end, int first, List<Hit<T>> hits) {
    for (int p = first; p >= 0; p = phrases.get(p).next) {
      Phrase<T> phrase = phrases.get(p);
      int start = end - phrase.length;
      if (!phrase.bounded || isBounded(text, start, end)) {
        hits.add(new Hit<>(phrase.value, start, end));
      }
    }
  }

  private int step(int from, char c) {
    int state = from;
    int next = steps.next(state, c);
    while (next < 0 && state > 0) {
      state = fallback[state];
      next = steps.next(state, c);
    }
    return Math.max(next, 0);
  }

  private static boolean isBounded(String text, int start, int end) {
    return (start == 0 || !Script.isWordCharacter(text.charAt(start - 1)))
        && (end == text.length() || !Script.isWordCharacter(text.charAt(end)));
  }

  private static char comparable(char c) {
    return c == '-' || c == '‑' || c == '_' || c == '/' ? ' ' : c;
  }

  /** A phrase; those that end at the same node are chained in the order in which they came. */
  private static final class Phrase<T> {
    private final T value;
    private final int length;
    private final boolean bounded;
    private int next = -1;

    Phrase(T value, int length, boolean bounded) {
      this.value = value;
      this.length = length;
      this.bounded = bounded;
    }
  }

  /** Which node follows which on which character: one table for all nodes, probed in a line. */
  private static final class Steps {

    private final int[] first = new int[Character.MAX_VALUE + 1];
    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int size;

    Steps() {
      Arrays.fill(first, -1);
    }

    int next(int state, char c) {
      if (state == 0) {
        return first[c];
      }
      int at = slot(keys, key(state, c));
      return keys[at] == 0 ? -1 : targets[at];
    }

    void put(int state, char c, int target) {
      if (state == 0) {
        first[c] = target;
        return;
      }
      if (2 * (size + 1) > keys.length) {
        grow();
      }
      int at = slot(keys, key(state, c));
      keys[at] = key(state, c);
      targets[at] = target;
      size++;
    }

    private void grow() {
      long[] moreKeys = new long[2 * keys.length];
      int[] moreTargets = new int[2 * keys.length];
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          int at = slot(moreKeys, keys[i]);
          moreKeys[at] = keys[i];
          moreTargets[at] = targets[i];
        }
      }
      keys = moreKeys;
      targets = moreTargets;
    }

    /** Never 0, for the root has a table of its own. */
    private static long key(int state, char c) {
      return ((long) state << 16) | c;
    }

    private static int slot(long[] keys, long key) {
      int mask = keys.length - 1;
      int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
      while (keys[at] != 0 && keys[at] != key) {
        at = (at + 1) & mask;
      }
      return at;
    }
  }

  /** Collects phrases and builds the matcher. */
  public static final class Builder<T> {

    private final Steps steps = new Steps();
    private final List<Phrase<T>> phrases = new ArrayList<>();
    // By node: who leads to it on which character, how deep it lies, its first and last phrase.
    private int[] parent = new int[1 << 10];
    private char[] on = new char[1 << 10];
    private int[] depth = new int[1 << 10];
    private int[] own = new int[1 << 10];
    private int[] last = new int[1 << 10];
    private int nodes = 1;

    /** Begins with no phrase. */
    public Builder() {
      own[0] = -1;
    }

    /** Adds a phrase as people write it; an empty one is passed over. */
    public Builder<T> add(String phrase, T value) {
      String text = NormalText.of(phrase).text();
      if (text.isEmpty()) {
        return this;
      }
      int node = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = comparable(text.charAt(i));
        int next = steps.next(node, c);
        node = next >= 0 ? next : newNode(node, c);
      }
      int index = phrases.size();
      phrases.add(new Phrase<>(value, text.length(), !Script.hasUnspaced(text)));
      if (own[node] < 0) {
        own[node] = index;
      } else {
        phrases.get(last[node]).next = index;
      }
      last[node] = index;
      return this;
    }

    /** The matcher of all phrases added. */
    public PhraseMatcher<T> build() {
      int[] fallback = new int[nodes];
      int[] shorter = new int[nodes];
      for (int node : byDepth()) {
        if (depth[node] > 1) {
          int state = fallback[parent[node]];
          int next = steps.next(state, on[node]);
          while (next < 0 && state > 0) {
            state = fallback[state];
            next = steps.next(state, on[node]);
          }
          fallback[node] = Math.max(next, 0);
        }
        shorter[node] = own[fallback[node]] >= 0 ? fallback[node] : shorter[fallback[node]];
      }
      return new PhraseMatcher<>(
          steps, List.copyOf(phrases), Arrays.copyOf(own, nodes), fallback, shorter);
    }

    private int newNode(int from, char c) {
      if (nodes == parent.length) {
        parent = Arrays.copyOf(parent, 2 * nodes);
        on = Arrays.copyOf(on, 2 * nodes);
        depth = Arrays.copyOf(depth, 2 * nodes);
        own = Arrays.copyOf(own, 2 * nodes);
        last = Arrays.copyOf(last, 2 * nodes);
      }
      parent[nodes] = from;
      on[nodes] = c;
      depth[nodes] = depth[from] + 1;
      own[nodes] = -1;
      steps.put(from, c, nodes);
      return nodes++;
    }

    /** The nodes below the root, those nearer to it first. */
    private int[] byDepth() {
      int deepest = Arrays.stream(depth, 0, nodes).max().orElse(0);
      int[] place = new int[deepest + 2];
      for (int node = 0; node < nodes; node++) {
        place[depth[node] + 1]++;
      }
      for (int d = 0; d <= deepest; d++) {
        place[d + 1] += place[d];
      }
      int[] order = new int[nodes];
      for (int node = 0; node < nodes; node++) {
        order[place[depth[node]]++] = node;
      }
      return Arrays.copyOfRange(order, 1, nodes);
    }
  }
}
