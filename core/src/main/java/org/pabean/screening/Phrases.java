package org.pabean.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.pabean.text.Denials;
import org.pabean.text.Negation;
import org.pabean.text.NormalText;
import org.pabean.text.PhraseMatcher;

/** The named lists of phrases that rules ask for, and where a listing says them. */
final class Phrases {

  private final PhraseMatcher<Sense> matcher;
  private final Set<String> names;

  private Phrases(PhraseMatcher<Sense> matcher, Set<String> names) {
    this.matcher = matcher;
    this.names = Set.copyOf(names);
  }

  /**
   * What a phrase stands for.
   *
   * @param list the list it belongs to
   * @param unless whether it is a context in which the list's phrases do not count
   */
  private record Sense(String list, boolean unless) {}

  /**
   * A phrase that the listing says and means.
   *
   * @param list the list it belongs to
   * @param field where it stands
   * @param matched the words, normalised
   */
  record Said(String list, String field, String matched) {}

  /** Builds the lists: name → language (or {@code unless}) → phrases. */
  static Phrases of(Map<String, Map<String, List<String>>> lists) {
    var builder = new PhraseMatcher.Builder<Sense>();
    lists.forEach(
        (list, byLanguage) ->
            byLanguage.forEach(
                (language, phrases) -> {
                  var sense = new Sense(list, language.equals("unless"));
                  phrases.forEach(phrase -> spellings(phrase).forEach(s -> builder.add(s, sense)));
                }));
    return new Phrases(builder.build(), lists.keySet());
  }

  Set<String> names() {
    return names;
  }

  /** What a listing says of the lists; denied mentions and excepted contexts are left out. */
  List<Said> said(Listing listing) {
    List<Said> all = new ArrayList<>();
    for (Listing.Text text : listing.texts()) {
      all.addAll(said(text));
    }
    return all;
  }

  /** The said phrases by list, in the order of the listing. */
  static Map<String, List<Said>> byList(List<Said> said) {
    return said.stream()
        .collect(Collectors.groupingBy(Said::list, LinkedHashMap::new, Collectors.toList()));
  }

  private List<Said> said(Listing.Text text) {
    boolean attribute = !text.key().isEmpty();
    NormalText key = NormalText.of(text.key());
    NormalText normal = NormalText.of(attribute ? text.key() + ": " + text.text() : text.text());
    boolean denied = attribute && Negation.builtIn().isNegativeValue(NormalText.of(text.text()));
    List<PhraseMatcher.Hit<Sense>> hits = matcher.find(normal);
    Denials denials = Negation.builtIn().in(normal);
    List<Said> said = new ArrayList<>();
    for (PhraseMatcher.Hit<Sense> hit : hits) {
      boolean inDeniedKey = denied && hit.end() <= key.text().length();
      if (!hit.value().unless()
          && !inDeniedKey
          && hits.stream().noneMatch(other -> excepts(other, hit))
          && !denials.isDenied(hit.start(), hit.end())) {
        String matched = normal.text().substring(hit.start(), hit.end());
        said.add(new Said(hit.value().list(), text.name(), matched));
      }
    }
    return said;
  }

  private static boolean excepts(PhraseMatcher.Hit<Sense> context, PhraseMatcher.Hit<Sense> hit) {
    return context.value().unless()
        && context.value().list().equals(hit.value().list())
        && hit.isWithin(context);
  }

  /** The phrase, and without its marks if it then still has two words to be known by. */
  private static Set<String> spellings(String phrase) {
    Set<String> spellings = new LinkedHashSet<>(List.of(phrase));
    if (phrase.strip().contains(" ")) {
      spellings.add(NormalText.withoutMarks(NormalText.of(phrase).text()));
    }
    return spellings;
  }
}
