package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.IndexView.Found;
import org.pabean.classify.NearestIndex.Nearest;
import org.pabean.classify.Scores.Support;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.LegalNote;
import org.pabean.text.Words.Word;

/**
 * All views of one listing: the pool of candidates that any of them brings forward, and the traits
 * of each.
 */
final class Views {

  private static final int FROM_INDEX = 15;
  private static final int FROM_LINEAR = 12;
  private static final int FROM_NEAREST = 12;
  private static final double FLOOR = 1e-6;
  private static final double SHARPNESS = 3;

  final ListingTokens tokens;
  final ListingWords words;
  final TextFeatures features;
  final Found index;
  final LinearView.Answer linear;
  final Nearest nearest;
  final List<LegalNote> notes;
  final LinearView.@Nullable Answer history;
  final Nearest historyNearest;
  final int[] pool;
  private final ViewSources sources;
  private @Nullable List<KnownWord> knownWords;

  /** Lets each view look at a listing. */
  Views(Listing listing, ViewSources sources) {
    this.sources = sources;
    this.tokens = ListingTokens.of(listing);
    this.words = ListingWords.of(tokens);
    this.features = TextFeatures.of(tokens);
    this.index = sources.index().find(listing, words, FROM_INDEX);
    this.linear = sources.linear().answer(features);
    this.nearest = sources.nearest().find(features, FROM_NEAREST);
    this.notes = sources.notes().relevant(tokens);
    History past = sources.history();
    this.history = past == null ? null : past.linear().answer(features);
    this.historyNearest = past == null ? Nearest.NONE : past.nearest().find(features, FROM_NEAREST);
    this.pool = pool(past);
  }

  private int[] pool(@Nullable History past) {
    Set<Integer> pool = new LinkedHashSet<>();
    addBest(linear.probability(), pool);
    index.best().forEach(support -> pool.add(support.number()));
    for (int row : nearest.rows()) {
      pool.add(sources.nearest().subheadingOf(row));
    }
    if (past != null && history != null) {
      addBest(history.probability(), pool);
      for (int row : historyNearest.rows()) {
        pool.add(past.nearest().subheadingOf(row));
      }
    }
    return pool.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private void addBest(float[] probability, Set<Integer> pool) {
    int subheadings = sources.tree().subheadings();
    for (int best : Best.of(probability, subheadings, FROM_LINEAR, FLOOR)) {
      pool.add(best);
    }
  }

  /** The traits of each candidate of the pool, in its order. */
  double[][] traits() {
    double[][] traits = new double[pool.length][Trait.COUNT];
    for (int i = 0; i < pool.length; i++) {
      ofLinear(pool[i], traits[i]);
      ofIndex(pool[i], traits[i]);
      ofNotes(pool[i], traits[i]);
      ofHistory(pool[i], traits[i]);
    }
    votes(nearest, sources.nearest(), traits, Trait.NEAREST_SHARE, Trait.NEAREST);
    History past = sources.history();
    if (past != null) {
      votes(historyNearest, past.nearest(), traits, Trait.HISTORY_SHARE, Trait.HISTORY_NEAREST);
    }
    headings(traits);
    set(first(traits, Trait.LINEAR), traits, Trait.LINEAR_FIRST);
    set(first(traits, Trait.INDEX), traits, Trait.INDEX_FIRST);
    return traits;
  }

  /** How much of the listing is known. */
  Familiarity familiarity() {
    return new Familiarity(
        linear.known(),
        index.known(),
        words.title().size(),
        likest(nearest),
        likest(historyNearest),
        Arrays.stream(pool).map(sources.tree()::headingOf).toArray());
  }

  /** The words that the trained view knows. */
  List<KnownWord> knownWords() {
    List<KnownWord> known = knownWords;
    if (known == null) {
      known = findKnownWords();
      knownWords = known;
    }
    return known;
  }

  /**
   * A word that the trained view knows.
   *
   * @param word as it stands in the listing
   * @param field where it stands first
   * @param feature its number in the trained view
   */
  record KnownWord(Word word, String field, int feature) {}

  /** The words that the trained view knows, each once, where they may tell something. */
  private List<KnownWord> findKnownWords() {
    List<KnownWord> known = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ListingTokens.Field field : tokens.fields()) {
      for (Word word : field.words()) {
        if (field.kind() != ListingTokens.Kind.OTHER && seen.add(word.key())) {
          int feature = sources.linear().feature(TextFeatures.hashOfWord(word.key()));
          if (feature >= 0) {
            known.add(new KnownWord(word, field.text().name(), feature));
          }
        }
      }
    }
    return known;
  }

  private static double likest(Nearest near) {
    return near.likeness().length == 0 ? 0 : near.likeness()[0];
  }

  private void ofLinear(int subheading, double[] traits) {
    Tree tree = sources.tree();
    put(traits, Trait.LINEAR, log(linear.probability()[subheading]));
    put(traits, Trait.LINEAR_HEADING, log(linear.probability()[tree.headingOf(subheading)]));
    put(traits, Trait.LINEAR_CHAPTER, log(linear.probability()[tree.chapterOf(subheading)]));
  }

  private void ofIndex(int subheading, double[] traits) {
    Support support = index.scores().support(subheading);
    double all = index.bestTogether();
    double best = index.best().isEmpty() ? 1 : index.best().get(0).score();
    put(traits, Trait.INDEX, Math.log(0.1 + support.score()));
    put(traits, Trait.INDEX_SHARE, all == 0 ? 0 : support.score() / all);
    put(traits, Trait.INDEX_OF_BEST, support.score() / best);
    put(traits, Trait.NAME_COVERAGE, support.nameCoverage());
    put(traits, Trait.WHOLE_NAME, Math.min(3, support.wholeName()));
    put(traits, Trait.NAME_SHARE, support.nameShare());
    put(
        traits,
        Trait.DESCRIPTION,
        support.score() == 0 ? 0 : support.byDescription() / support.score());
    Materials.Agreement agreement = sources.index().agreement(index, subheading);
    put(traits, Trait.MATERIAL_AGREES, agreement == Materials.Agreement.AGREE ? 1 : 0);
    put(traits, Trait.MATERIAL_DIFFERS, agreement == Materials.Agreement.DIFFER ? 1 : 0);
    boolean excluded = sources.index().exclusion(index, subheading).isPresent();
    put(traits, Trait.EXCLUDED, excluded ? 1 : 0);
  }

  private void ofNotes(int subheading, double[] traits) {
    Code code = sources.tree().code(subheading);
    put(traits, Trait.NOTE_AGAINST, Notes.against(notes, code).isPresent() ? 1 : 0);
    put(traits, Trait.NOTE_FOR, Notes.inFavour(notes, code).isPresent() ? 1 : 0);
  }

  private void ofHistory(int subheading, double[] traits) {
    if (history == null) {
      return;
    }
    int heading = sources.tree().headingOf(subheading);
    put(traits, Trait.HISTORY, log(history.probability()[subheading]));
    put(traits, Trait.HISTORY_HEADING, log(history.probability()[heading]));
    put(traits, Trait.HISTORY_KNOWS, history.probability()[subheading] > 1e-4 ? 1 : 0);
  }

  /** Each near text votes for its code, a likelier one with more weight. */
  private void votes(
      Nearest near, NearestIndex of, double[][] traits, Trait share, Trait likeness) {
    double all = FLOOR;
    for (float like : near.likeness()) {
      all += Math.pow(like, SHARPNESS);
    }
    for (int n = 0; n < near.rows().length; n++) {
      int at = Arrays.binarySearch(pool, of.subheadingOf(near.rows()[n]));
      double like = near.likeness()[n];
      traits[at][share.ordinal()] += Math.pow(like, SHARPNESS) / all;
      traits[at][likeness.ordinal()] = Math.max(traits[at][likeness.ordinal()], like);
    }
  }

  /** What the whole heading or chapter has: one candidate of it supports the others. */
  private void headings(double[][] traits) {
    Tree tree = sources.tree();
    for (int i = 0; i < pool.length; i++) {
      for (int j = 0; j < pool.length; j++) {
        if (tree.headingOf(pool[i]) == tree.headingOf(pool[j])) {
          add(traits[i], Trait.INDEX_HEADING, traits[j][Trait.INDEX_SHARE.ordinal()]);
          add(traits[i], Trait.NEAREST_HEADING, traits[j][Trait.NEAREST_SHARE.ordinal()]);
        }
        if (tree.chapterOf(pool[i]) == tree.chapterOf(pool[j])) {
          add(traits[i], Trait.INDEX_CHAPTER, traits[j][Trait.INDEX_SHARE.ordinal()]);
        }
      }
    }
  }

  private static int first(double[][] traits, Trait trait) {
    int first = 0;
    for (int i = 1; i < traits.length; i++) {
      first = traits[i][trait.ordinal()] > traits[first][trait.ordinal()] ? i : first;
    }
    return first;
  }

  private static void set(int first, double[][] traits, Trait trait) {
    if (traits.length > 0) {
      traits[first][trait.ordinal()] = 1;
    }
  }

  private static void put(double[] traits, Trait trait, double value) {
    traits[trait.ordinal()] = value;
  }

  private static void add(double[] traits, Trait trait, double value) {
    traits[trait.ordinal()] += value;
  }

  private static double log(double probability) {
    return Math.log(Math.max(FLOOR, probability));
  }
}
