package org.pabean.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

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

  private final List<Node<T>> nodes;

  private PhraseMatcher(List<Node<T>> nodes) {
    this.nodes = nodes;
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
    String text = comparable(normal.text());
    List<Hit<T>> hits = new ArrayList<>();
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.charAt(i));
      for (int n = state; n > 0; n = nodes.get(n).shorter) {
        for (Phrase<T> phrase : nodes.get(n).phrases) {
          int start = i + 1 - phrase.length;
          if (!phrase.bounded || isBounded(text, start, i + 1)) {
            hits.add(new Hit<>(phrase.value, start, i + 1));
          }
        }
      }
    }
    return hits;
  }

  private int step(int from, char c) {
    int state = from;
    while (state > 0 && !nodes.get(state).next.containsKey(c)) {
      state = nodes.get(state).fallback;
    }
    return nodes.get(state).next.getOrDefault(c, 0);
  }

  private static boolean isBounded(String text, int start, int end) {
    return (start == 0 || !Script.isWordCharacter(text.charAt(start - 1)))
        && (end == text.length() || !Script.isWordCharacter(text.charAt(end)));
  }

  private static String comparable(String text) {
    return text.replace('-', ' ').replace('‑', ' ').replace('_', ' ').replace('/', ' ');
  }

  private record Phrase<T>(T value, int length, boolean bounded) {}

  private static final class Node<T> {
    final Map<Character, Integer> next = new HashMap<>(4);
    final List<Phrase<T>> phrases = new ArrayList<>(1);
    int fallback;
    int shorter;
  }

  /** Collects phrases and builds the matcher. */
  public static final class Builder<T> {

    private final List<Node<T>> nodes = new ArrayList<>();

    /** Begins with no phrase. */
    public Builder() {
      nodes.add(new Node<>());
    }

    /** Adds a phrase as people write it; an empty one is passed over. */
    public Builder<T> add(String phrase, T value) {
      String text = comparable(NormalText.of(phrase).text());
      if (text.isEmpty()) {
        return this;
      }
      int state = 0;
      for (char c : text.toCharArray()) {
        state = nodes.get(state).next.computeIfAbsent(c, x -> newNode());
      }
      nodes.get(state).phrases.add(new Phrase<>(value, text.length(), !Script.hasUnspaced(text)));
      return this;
    }

    /** The matcher of all phrases added. */
    public PhraseMatcher<T> build() {
      Queue<Integer> queue = new ArrayDeque<>(nodes.get(0).next.values());
      while (!queue.isEmpty()) {
        int parent = queue.remove();
        nodes.get(parent).next.forEach((c, child) -> link(parent, c, child));
        queue.addAll(nodes.get(parent).next.values());
      }
      return new PhraseMatcher<>(List.copyOf(nodes));
    }

    private int newNode() {
      nodes.add(new Node<>());
      return nodes.size() - 1;
    }

    private void link(int parent, char c, int child) {
      int state = nodes.get(parent).fallback;
      while (state > 0 && !nodes.get(state).next.containsKey(c)) {
        state = nodes.get(state).fallback;
      }
      int fallback = nodes.get(state).next.getOrDefault(c, 0);
      nodes.get(child).fallback = fallback;
      nodes.get(child).shorter =
          nodes.get(fallback).phrases.isEmpty() ? nodes.get(fallback).shorter : fallback;
    }
  }
}
