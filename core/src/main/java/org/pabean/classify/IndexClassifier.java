package org.pabean.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pabean.classify.Scores.Support;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/**
 * Ranks subheadings by the everyday names of goods that a listing uses and by the words it shares
 * with their descriptions. It has learned nothing but the few figures of {@link Calibration}.
 */
public final class IndexClassifier implements Classifier {

  private static final int MOST_CANDIDATES = 10;
  private static final int MOST_EVIDENCE = 4;
  private static final int WORTH_CHECKING = 25;
  private static final float EXCLUDED = 0.4f;

  private final Nomenclature nomenclature;
  private final Subheadings subheadings;
  private final NameIndex names;
  private final DescriptionIndex descriptions;
  private final Materials materials;
  private final Exclusions exclusions;
  private final Calibration calibration;
  private final Rarity rarity;
  private final Map<String, GoodsQuestion> questions = new HashMap<>();

  private IndexClassifier(Nomenclature nomenclature, GoodsIndex goods, Calibration calibration) {
    this.rarity = Rarity.of(nomenclature, goods);
    this.nomenclature = nomenclature;
    this.subheadings = new Subheadings(nomenclature);
    this.names = new NameIndex(goods.names(), subheadings, rarity);
    this.descriptions = new DescriptionIndex(nomenclature, subheadings, rarity);
    this.materials = new Materials(nomenclature, subheadings);
    this.exclusions = new Exclusions(nomenclature, subheadings);
    this.calibration = calibration;
    goods.questions().forEach(q -> questions.put(String.join(" ", Words.keys(q.name())), q));
  }

  /** The classifier over the nomenclature and goods index that come with the program. */
  public static IndexClassifier builtIn(Nomenclature nomenclature) {
    return new IndexClassifier(nomenclature, GoodsIndex.builtIn(), Calibration.builtIn());
  }

  @Override
  public String version() {
    return "index-" + calibration.version();
  }

  @Override
  public Ranking classify(Listing listing) {
    ListingWords words = ListingWords.of(listing);
    Set<String> madeOf = materials.of(listing);
    Scores scores = scores(words, madeOf);
    List<Support> best = scores.best(MOST_CANDIDATES);
    if (best.isEmpty()) {
      return Ranking.unknown();
    }
    double[] traits = Calibration.traits(best, scores, this, words, madeOf);
    double[] confidences = calibration.confidences(best, traits);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      int number = best.get(i).number();
      candidates.add(
          new Candidate(subheadings.code(number), confidences[i], evidence(number, words)));
    }
    return new Ranking(candidates, question(words, candidates).orElse(null));
  }

  Code code(Support support) {
    return subheadings.code(support.number());
  }

  Rarity rarity() {
    return rarity;
  }

  Materials.Agreement agreement(Set<String> madeOf, Support support) {
    return materials.agreement(madeOf, support.number());
  }

  /** The first candidate and what its confidence depends on, for fitting. */
  record First(Code code, double[] traits) {}

  Optional<First> firstWithTraits(Listing listing) {
    ListingWords words = ListingWords.of(listing);
    Set<String> madeOf = materials.of(listing);
    Scores scores = scores(words, madeOf);
    List<Support> best = scores.best(MOST_CANDIDATES);
    if (best.isEmpty()) {
      return Optional.empty();
    }
    double[] traits = Calibration.traits(best, scores, this, words, madeOf);
    return Optional.of(new First(subheadings.code(best.get(0).number()), traits));
  }

  private Scores scores(ListingWords words, Set<String> madeOf) {
    var scores = new Scores(subheadings.count());
    names.score(words, scores);
    descriptions.score(words, scores);
    for (Support support : scores.best(WORTH_CHECKING)) {
      if (exclusions.met(support.number(), words).isPresent()) {
        scores.multiply(support.number(), EXCLUDED);
      }
      scores.multiply(support.number(), materials.agreement(madeOf, support.number()).factor);
    }
    return scores;
  }

  /** The weightiest evidence, its weights made shares of the whole, and what the code excludes. */
  private List<Evidence> evidence(int subheading, ListingWords words) {
    List<Evidence> found = new ArrayList<>(names.evidence(subheading, words));
    found.addAll(descriptions.evidence(subheading, words));
    found.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    // Shops of several languages share many names; one and the same is shown once.
    Set<String> shown = new HashSet<>();
    found.removeIf(e -> !shown.add(e.text()));
    double total = found.stream().mapToDouble(Evidence::weight).sum();
    List<Evidence> evidence = new ArrayList<>();
    found.stream()
        .limit(MOST_EVIDENCE)
        .forEach(e -> evidence.add(e.withWeight(Math.round(1000 * e.weight() / total) / 1000.0)));
    exclusions
        .met(subheading, words)
        .ifPresent(goods -> evidence.add(new Evidence(Evidence.Kind.EXCLUSION, goods, "", 0)));
    nomenclature
        .find(subheadings.code(subheading))
        .filter(entry -> !entry.excludes().isEmpty())
        .ifPresent(e -> evidence.add(new Evidence(Evidence.Kind.NOTE, e.excludes(), "", 0)));
    return evidence;
  }

  /** The question for a name in the title whose answers lead to at least two of the candidates. */
  private Optional<GoodsQuestion> question(ListingWords words, List<Candidate> candidates) {
    List<Code> close = candidates.stream().limit(4).map(Candidate::code).toList();
    return words.titlePhrases().stream()
        .map(questions::get)
        .filter(java.util.Objects::nonNull)
        .filter(
            q ->
                q.answers().stream()
                        .map(GoodsQuestion.Answer::code)
                        .filter(close::contains)
                        .distinct()
                        .count()
                    >= 2)
        .findFirst();
  }
}
