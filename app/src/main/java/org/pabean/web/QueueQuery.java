package org.pabean.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.review.QueueFilter;
import org.pabean.review.QueueWords;

/**
 * A list of the queue as its address has it, so that whoever is sent the address sees the same.
 *
 * @param values what is asked for, by name; what is not asked for is left out
 */
record QueueQuery(Map<String, String> values) {

  private static final int LONGEST = 200;

  /** What an address asks for; names that are none of the queue's are left out. */
  static QueueQuery of(Map<String, String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : QueueWords.NAMES) {
      String value = parameters.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        values.put(name, value.substring(0, Math.min(LONGEST, value.length())));
      }
    }
    return new QueueQuery(values);
  }

  /** The value of a name; empty if it is not asked for. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether anything but the order is asked for. */
  public boolean isNarrowed() {
    return values.keySet().stream().anyMatch(name -> !name.equals("sort"));
  }

  /** The same with one thing asked for otherwise; an empty value asks for it no more. */
  public QueueQuery with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return of(changed);
  }

  /** The same, as far as its tasks stand like this. */
  public QueueQuery standing(String lane, String who, String late) {
    return with("lane", lane).with("who", who).with("late", late);
  }

  /** What the form over the list keeps as it is. */
  public List<String> kept() {
    return List.of("to", "why", "lane", "who", "person", "late");
  }

  /** The ages that the form offers. */
  public List<String> ages() {
    return offered("age", "1h", "4h", "1d", "3d", "7d");
  }

  /** The prices that the form offers. */
  public List<String> worths() {
    return offered("worth", "20", "100", "500");
  }

  /** What is usual, and what the address asks for even if it is not. */
  private List<String> offered(String name, String... usual) {
    List<String> all = new ArrayList<>(List.of(usual));
    if (!get(name).isEmpty() && !all.contains(get(name))) {
      all.add(get(name));
    }
    return all;
  }

  /** The query as an address has it, with its question mark; empty if it asks for nothing. */
  public String text() {
    return values.isEmpty() ? "" : "?" + plain();
  }

  /** The same with something added. */
  public String text(String name, @Nullable String value) {
    return (values.isEmpty() ? "?" : text() + "&")
        + name
        + "="
        + encoded(value == null ? "" : value);
  }

  /** The query as it is kept: without the question mark, its names in one order. */
  public String plain() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * The filter.
   *
   * @throws IllegalArgumentException if a value is not possible; says which and what is
   */
  QueueFilter filter() {
    return QueueWords.filter(values);
  }
}
