package org.pabean.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pabean.registry.Registry;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;
import org.springframework.stereotype.Component;

/** Finds codes that can be declared, by their first digits or by words of their description. */
@Component
class TariffSearch {

  private static final int MOST = 12;
  private static final Pattern CODE = Pattern.compile("[\\d.\\s]+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Registry registry;

  TariffSearch(Registry registry) {
    this.registry = registry;
  }

  /**
   * A code found.
   *
   * @param entry the subheading
   * @param heading what its heading covers
   */
  record Hit(Entry entry, String heading) {}

  List<Hit> find(String query) {
    Nomenclature nomenclature = registry.assessor().nomenclature();
    String text = query.strip();
    if (text.isEmpty()) {
      return List.of();
    }
    return (CODE.matcher(text).matches()
            ? byCode(nomenclature, text.replaceAll("[.\\s]", ""))
            : byWords(nomenclature, text))
        .stream().limit(MOST).map(entry -> hit(nomenclature, entry)).toList();
  }

  private static List<Entry> byCode(Nomenclature nomenclature, String digits) {
    return nomenclature.atLevel(6).stream()
        .filter(entry -> entry.code().digits().startsWith(digits))
        .toList();
  }

  /** An entry, and how many of the words wanted stand in its own description. */
  private record Ranked(Entry entry, int own) {}

  private static List<Entry> byWords(Nomenclature nomenclature, String text) {
    List<String> wanted =
        BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
    List<Ranked> found = new ArrayList<>();
    for (Entry entry : nomenclature.atLevel(6)) {
      String own = spaced(entry.description());
      String all = own + spaced(headingOf(nomenclature, entry));
      if (!wanted.isEmpty() && wanted.stream().allMatch(word -> all.contains(" " + word))) {
        found.add(
            new Ranked(entry, (int) wanted.stream().filter(w -> own.contains(" " + w)).count()));
      }
    }
    // The sort is stable: alike, the order of the tariff stays.
    found.sort(Comparator.comparingInt(Ranked::own).reversed());
    return found.stream().map(Ranked::entry).toList();
  }

  private static String spaced(String text) {
    return " " + BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  private static Hit hit(Nomenclature nomenclature, Entry entry) {
    return new Hit(entry, headingOf(nomenclature, entry));
  }

  static String headingOf(Nomenclature nomenclature, Entry entry) {
    return nomenclature.find(entry.code().upTo(4)).map(Entry::description).orElse("");
  }
}
