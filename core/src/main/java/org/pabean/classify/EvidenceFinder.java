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
    double[] favours = favours(views, subheading, rival);
    List<Evidence> evidence = new ArrayList<>(words(views, subheading, favours));
    Set<String> inFavour = new HashSet<>();
    evidence.forEach(e -> inFavour.addAll(Words.keys(e.text())));
    evidence.addAll(against(views, favours, inFavour));
    nearest(views, subheading, evidence);
    notes(views, subheading, evidence);
    return evidence;
  }

  /** Names and words that spoke for it, their weights made shares of the whole. */
  private List<Evidence> words(Views views, int subheading, double[] favours) {
    List<Evidence> found =
        new ArrayList<>(sources.index().evidence(views.index, subheading, views.words));
    Set<String> told = new HashSet<>();
    found.removeIf(e -> !told.add(e.text()) || !vagueness.mayTell(e.text()));
    learned(views, favours, 1).stream()
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
  private List<Evidence> against(Views views, double[] favours, Set<String> inFavour) {
    return learned(views, favours, -1).stream()
        .filter(e -> Words.keys(e.text()).stream().noneMatch(inFavour::contains))
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .limit(MOST_AGAINST)
        .map(e -> new Evidence(Kind.AGAINST, e.text(), e.field(), 0))
        .toList();
  }

  /** How much each word that the linear view learned favours one code over another. */
  private double[] favours(Views views, int subheading, int rival) {
    List<Views.KnownWord> known = views.knownWords();
    double[] favours = new double[known.size()];
    for (int i = 0; rival != subheading && i < favours.length; i++) {
      int feature = known.get(i).feature();
      favours[i] =
          sources.linear().weight(feature, subheading) - sources.linear().weight(feature, rival);
    }
    return favours;
  }

  /** The words that clearly favour it, or with the sign turned its rival. */
  private List<Evidence> learned(Views views, double[] favours, int sign) {
    List<Evidence> words = new ArrayList<>();
    for (int i = 0; i < favours.length; i++) {
      Views.KnownWord known = views.knownWords().get(i);
      if (sign * favours[i] > SPEAKS && vagueness.mayTell(known.word())) {
        words.add(new Evidence(Kind.WORD, known.word().text(), known.field(), sign * favours[i]));
      }
    }
    return words;
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
        .exclusion(views.index, subheading)
        .ifPresent(goods -> evidence.add(new Evidence(Kind.EXCLUSION, goods, "", 0)));
    nomenclature
        .find(code)
        .filter(entry -> !entry.excludes().isEmpty())
        .ifPresent(entry -> evidence.add(new Evidence(Kind.NOTE, entry.excludes(), "", 0)));
  }
}
