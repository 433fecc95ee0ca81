package org.pabean.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.pabean.text.Negation;
import org.pabean.text.NormalText;
import org.pabean.text.PhraseMatcher;
import org.pabean.text.PhraseMatcher.Hit;

/** What a listing's attributes say, whatever the language and the shop that named them. */
final class Attributes {

  /** The age is not said. */
  static final long AGE_UNKNOWN = -1;

  private static final int MONTHS_OF_YEAR = 12;
  private static final int OLDEST = 120 * MONTHS_OF_YEAR;
  private static final Names NAMES = Names.load();

  private final Map<String, String> values = new TreeMap<>();

  private Attributes() {}

  /** The attributes of a listing, names and values made comparable. */
  static Attributes of(Listing listing) {
    var attributes = new Attributes();
    listing
        .attributes()
        .forEach(
            (name, value) ->
                attributes.values.put(NormalText.of(name).text(), NormalText.of(value).text()));
    return attributes;
  }

  Map<String, String> values() {
    return values;
  }

  /** {@code battery}, {@code rechargeable}, {@code usb}, {@code mains}, {@code none} or empty. */
  String power() {
    for (var attribute : values.entrySet()) {
      if (NAMES.is("flag:rechargeable", attribute.getKey()) && !isNo(attribute.getValue())) {
        return "rechargeable";
      }
    }
    return value("power").map(value -> firstOf(Names.POWER, "power", value)).orElse("");
  }

  /** From which age on the goods are meant to be used, in months; -1 if it is not said. */
  long ageFrom() {
    return value("age").map(Attributes::months).orElse(AGE_UNKNOWN);
  }

  String ingredients() {
    return value("ingredients").orElse("");
  }

  /**
   * {@code new}, {@code used}, {@code refurbished} or empty: the listing's own, or an attribute.
   */
  String condition(Listing listing) {
    String stated =
        listing.condition().isBlank()
            ? value("condition").orElse("")
            : NormalText.of(listing.condition()).text();
    return firstOf(Names.CONDITION, "condition", stated);
  }

  private Optional<String> value(String signal) {
    return values.entrySet().stream()
        .filter(attribute -> NAMES.is("name:" + signal, attribute.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isNo(String value) {
    return Negation.builtIn().isNegativeValue(new NormalText(value));
  }

  /** The first meaning, in their order, that the text names. */
  private static String firstOf(List<String> meanings, String kind, String text) {
    Set<String> named = NAMES.meanings(kind, text);
    return meanings.stream().filter(named::contains).findFirst().orElse("");
  }

  private static long months(String text) {
    int at = 0;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      at++;
    }
    long number = 0;
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end)) && number < OLDEST) {
      number = 10 * number + (text.charAt(end) - '0');
      end++;
    }
    if (end > at) {
      // The first number counts: "3-6 years", "6m+", "12 months to 3 years".
      int next = end;
      while (next < text.length() && !isDigit(text.charAt(next))) {
        next++;
      }
      String unit = text.substring(end, next).strip();
      String rest = unit.length() > 2 || next == text.length() ? unit : text.substring(next);
      boolean inMonths = !NAMES.meanings("month", spaced(rest)).isEmpty();
      return Math.min(OLDEST, inMonths ? number : number * MONTHS_OF_YEAR);
    }
    return NAMES.meanings("age", text).stream()
        .mapToLong(Long::parseLong)
        .min()
        .orElse(AGE_UNKNOWN);
  }

  /** Digits and letters apart, so that the unit of {@code 24m} stands alone. */
  private static String spaced(String text) {
    var spaced = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && isDigit(text.charAt(i - 1)) && !isDigit(text.charAt(i))) {
        spaced.append(' ');
      }
      spaced.append(text.charAt(i));
    }
    return spaced.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The words of attributes.tsv. */
  private record Names(Map<String, Set<String>> exact, Map<String, PhraseMatcher<String>> within) {

    static final List<String> POWER = List.of("none", "rechargeable", "battery", "usb", "mains");
    static final List<String> CONDITION = List.of("refurbished", "used", "new");

    /** Whether an attribute's whole name is one of those. */
    boolean is(String kind, String name) {
      return exact.getOrDefault(kind, Set.of()).contains(name);
    }

    /** What a text names of a kind. */
    Set<String> meanings(String kind, String text) {
      PhraseMatcher<String> matcher = within.get(kind);
      if (matcher == null || text.isEmpty()) {
        return Set.of();
      }
      return matcher.find(new NormalText(text)).stream()
          .map(Hit::value)
          .collect(Collectors.toSet());
    }

    static Names load() {
      Map<String, Set<String>> exact = new HashMap<>();
      Map<String, PhraseMatcher.Builder<String>> within = new HashMap<>();
      for (String line : lines()) {
        String[] cells = line.split("\t");
        for (String word : cells[3].split(";")) {
          if (cells[0].equals("name") || cells[0].equals("flag")) {
            exact
                .computeIfAbsent(cells[0] + ":" + cells[1], k -> new java.util.HashSet<>())
                .add(NormalText.of(word).text());
          } else {
            within
                .computeIfAbsent(cells[0], k -> new PhraseMatcher.Builder<>())
                .add(word, cells[1]);
          }
        }
      }
      Map<String, PhraseMatcher<String>> matchers = new HashMap<>();
      within.forEach((kind, builder) -> matchers.put(kind, builder.build()));
      return new Names(exact, matchers);
    }

    private static List<String> lines() {
      try (InputStream in = Attributes.class.getResourceAsStream("attributes.tsv")) {
        String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        return all.lines().skip(1).filter(line -> !line.isBlank()).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
