package org.pabean.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pabean.classify.Evidence.Kind;
import org.pabean.classify.NearestIndex.Nearest;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;
import org.pabean.text.Words.Word;

/** Says what spoke for and against a candidate, in words of the listing, notes and known goods. */
final class EvidenceFinder {

  // Nobody reads the evidence of what lies further down.
  private static final int LOOKED_AT = 5;
  private static final int MOST_WORDS = 4;
  private static final int MOST_AGAINST = 3;
  private static final double SPEAKS = 0.35;
  private static final double ALIKE = 0.3;

  private final Nomenclature nomenclature;
  private final ViewSources sources;
  private final Vagueness vagueness;

  EvidenceFinder(Nomenclature nomenclature, ViewSources sources, Vagueness vagueness) {
    this.nomenclature = nomenclature;
    this.sources = sources;
    this.vagueness = vagueness;
  }

  /**
   * The evidence of one candidate.
   *
   * @param shown subheadings of the candidates, likeliest first
   * @param place of the candidate among them
   */
  List<Evidence> find(Views views, int[] shown, int place) {
    int subheading = shown[place];
    int rival = place == 0 ? shown[Math.min(1, shown.length - 1)] : shown[0];
    if (place >= LOOKED_AT) {
      return List.of();
    }
    List<Evidence> evidence = new ArrayList<>(words(views, subheading, rival));
    Set<String> inFavour = new HashSet<>();
    evidence.forEach(e -> inFavour.addAll(Words.keys(e.text())));
    evidence.addAll(against(views, subheading, rival, inFavour));
    nearest(views, subheading, evidence);
    notes(views, subheading, evidence);
    return evidence;
  }

  /** Names and words that spoke for it, their weights made shares of the whole. */
  private List<Evidence> words(Views views, int subheading, int rival) {
    List<Evidence> found = new ArrayList<>(sources.index().evidence(subheading, views.words));
    Set<String> told = new HashSet<>();
    found.removeIf(e -> !told.add(e.text()) || !vagueness.mayTell(e.text()));
    learned(views, subheading, rival, 1).stream()
        .filter(e -> told.stream().noneMatch(text -> text.contains(e.text())))
        .forEach(found::add);
    found.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    double total = found.stream().mapToDouble(Evidence::weight).sum();
    return found.stream()
        .limit(MOST_WORDS)
        .map(e -> e.withWeight(Math.round(1000 * e.weight() / total) / 1000.0))
        .toList();
  }

  /** Words of the listing that favour the rival, and did not speak for the candidate as well. */
  private List<Evidence> against(Views views, int subheading, int rival, Set<String> inFavour) {
    return learned(views, subheading, rival, -1).stream()
        .filter(e -> Words.keys(e.text()).stream().noneMatch(inFavour::contains))
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .limit(MOST_AGAINST)
        .map(e -> new Evidence(Kind.AGAINST, e.text(), e.field(), 0))
        .toList();
  }

  /** What the linear view learned of single words: how much each favours one code over another. */
  private List<Evidence> learned(Views views, int subheading, int rival, int sign) {
    List<Evidence> words = new ArrayList<>();
    if (rival == subheading) {
      return words;
    }
    Set<String> seen = new HashSet<>();
    for (ListingTokens.Field field : views.tokens.fields()) {
      for (Word word : field.words()) {
        boolean counts =
            field.kind() != ListingTokens.Kind.OTHER
                && vagueness.mayTell(word)
                && seen.add(word.key());
        double favours = counts ? sign * favours(word, subheading, rival) : 0;
        if (favours > SPEAKS) {
          words.add(new Evidence(Kind.WORD, word.text(), field.text().name(), favours));
        }
      }
    }
    return words;
  }

  private double favours(Word word, int subheading, int rival) {
    int feature = sources.linear().feature(TextFeatures.hashOfWord(word.key()));
    return feature < 0 ? 0 : weight(feature, subheading) - weight(feature, rival);
  }

  private double weight(int feature, int subheading) {
    Tree tree = sources.tree();
    return sources.linear().weight(feature, subheading)
        + sources.linear().weight(feature, tree.headingOf(subheading))
        + sources.linear().weight(feature, tree.chapterOf(subheading));
  }

  private void nearest(Views views, int subheading, List<Evidence> evidence) {
    History past = sources.history();
    if (past != null) {
      nearest(views.historyNearest, past.nearest(), past.texts(), subheading, evidence);
    }
    nearest(views.nearest, sources.nearest(), sources.examples(), subheading, evidence);
  }

  private static void nearest(
      Nearest near, NearestIndex of, List<String> texts, int subheading, List<Evidence> evidence) {
    for (int i = 0; i < near.rows().length; i++) {
      if (near.likeness()[i] >= ALIKE && of.subheadingOf(near.rows()[i]) == subheading) {
        evidence.add(new Evidence(Kind.NEAREST, texts.get(near.rows()[i]), "", 0));
        return;
      }
    }
  }

  private void notes(Views views, int subheading, List<Evidence> evidence) {
    Code code = sources.tree().code(subheading);
    Notes.inFavour(views.notes, code)
        .ifPresent(note -> evidence.add(new Evidence(Kind.NOTE_FOR, note.quoted(), "", 0)));
    Notes.against(views.notes, code)
        .ifPresent(note -> evidence.add(new Evidence(Kind.NOTE_AGAINST, note.quoted(), "", 0)));
    sources
        .index()
        .exclusion(subheading, views.words)
        .ifPresent(goods -> evidence.add(new Evidence(Kind.EXCLUSION, goods, "", 0)));
    nomenclature
        .find(code)
        .filter(entry -> !entry.excludes().isEmpty())
        .ifPresent(entry -> evidence.add(new Evidence(Kind.NOTE, entry.excludes(), "", 0)));
  }
}
