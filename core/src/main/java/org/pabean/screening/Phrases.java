package org.pabean.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pabean.listing.Listing;
import org.pabean.screening.Mentions.Sense;
import org.pabean.text.Negation;
import org.pabean.text.NormalText;
import org.pabean.text.PhraseMatcher;
import org.pabean.text.PhraseMatcher.Hit;
import org.pabean.text.Unmasked;

/** The named lists of phrases that rules ask for, and where a listing says them. */
final class Phrases {

  /** Shorter ones are too like model numbers to be read out of letters that were altered. */
  private static final int SHORTEST_DISGUISED = 4;

  private final PhraseMatcher<Sense> matcher;
  private final PhraseMatcher<Sense> unmasked;
  private final Set<String> names;

  private Phrases(PhraseMatcher<Sense> matcher, PhraseMatcher<Sense> unmasked, Set<String> names) {
    this.matcher = matcher;
    this.unmasked = unmasked;
    this.names = Set.copyOf(names);
  }

  static Phrases of(List<PhraseList> lists) {
    var matcher = new PhraseMatcher.Builder<Sense>();
    var unmasked = new PhraseMatcher.Builder<Sense>();
    for (PhraseList list : lists) {
      list.phrases().forEach(p -> add(p, new Sense(list, p, false, null), matcher, unmasked));
      list.unless().forEach(p -> add(p, new Sense(list, p, true, null), matcher, unmasked));
    }
    for (Contexts.Word word : Contexts.builtIn().words()) {
      var sense = new Sense(null, word.text(), false, word.context());
      matcher.add(word.text(), sense);
      unmasked.add(Unmasked.folded(word.text()), sense);
    }
    return new Phrases(
        matcher.build(),
        unmasked.build(),
        lists.stream().map(PhraseList::name).collect(Collectors.toSet()));
  }

  private static void add(
      String phrase,
      Sense sense,
      PhraseMatcher.Builder<Sense> matcher,
      PhraseMatcher.Builder<Sense> unmasked) {
    for (String spelling : spellings(phrase)) {
      matcher.add(spelling, sense);
      String folded = Unmasked.folded(spelling);
      if (sense.unless() || canBeSeenThrough(spelling)) {
        unmasked.add(folded, sense);
      }
    }
  }

  /** Whether a phrase is long enough to be known when it is disguised. */
  private static boolean canBeSeenThrough(String phrase) {
    long letters = phrase.chars().filter(Character::isLetter).count();
    return letters >= SHORTEST_DISGUISED
        || letters >= 2 && phrase.chars().anyMatch(c -> c >= 0x0E00);
  }

  Set<String> names() {
    return names;
  }

  /** What a listing says of the lists; denied mentions and excepted contexts are left out. */
  List<Said> said(Listing listing) {
    List<Said> all = new ArrayList<>();
    for (Listing.Text text : listing.texts()) {
      addSaid(text, all);
    }
    return all;
  }

  /** What is disguised goes first: it tells more of the text than what is not. */
  private void addSaid(Listing.Text text, List<Said> all) {
    boolean attribute = !text.key().isEmpty();
    String raw = attribute ? text.key() + ": " + text.text() : text.text();
    int key = 0;
    if (attribute && Negation.builtIn().isNegativeValue(NormalText.of(text.text()))) {
      key = NormalText.of(text.key()).text().length();
    }
    Set<String> disguised = new LinkedHashSet<>();
    for (Unmasked reading : Unmasked.readings(raw)) {
      List<Hit<Sense>> hits = unmasked.find(reading.text());
      for (Hit<Sense> hit : new Mentions(reading.text(), hits).meant(reading.text())) {
        if (reading.isAltered(hit.start(), hit.end()) && hit.end() > key) {
          String matched = reading.original(hit.start(), hit.end());
          boolean masked = reading.isDisguised(hit.start(), hit.end());
          if (disguised.add(Mentions.list(hit).name() + "\n" + matched)) {
            all.add(
                new Said(
                    Mentions.list(hit).name(), text.name(), matched, hit.value().phrase(), masked));
          }
        }
      }
    }
    NormalText normal = NormalText.of(raw);
    List<Hit<Sense>> hits = matcher.find(normal);
    for (Hit<Sense> hit : new Mentions(normal, hits).meant(normal)) {
      if (hit.end() > key) {
        String matched = normal.text().substring(hit.start(), hit.end());
        String list = Mentions.list(hit).name();
        all.add(new Said(list, text.name(), matched, hit.value().phrase(), false));
      }
    }
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
