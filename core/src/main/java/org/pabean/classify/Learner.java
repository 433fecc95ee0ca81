package org.pabean.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pabean.classify.LinearTrainer.Example;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.pabean.tariff.EditionChange;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

/**
 * Learns a seller's own labelled history on top of the built-in sources. Ranker and calibration are
 * fitted on rows that the history's views have not seen: the rows are cut into parts by groups of
 * near duplicates, and each part is judged by views trained on the others.
 */
public final class Learner {

  /** Fewer rows than these cannot be fitted on. */
  public static final int FEWEST_ROWS = 50;

  private static final int PARTS = 3;
  private static final int ENOUGH = 6000;

  private final Nomenclature nomenclature;
  private final Model builtIn;
  private final ViewSources sources;
  private final Subheadings subheadings;
  private final List<Example> descriptions;
  private final EditionChange change = EditionChange.between(Edition.HS2017, Edition.HS2022);

  /** Begins with the built-in model. */
  public Learner(Nomenclature nomenclature) {
    this(nomenclature, Model.builtIn());
  }

  /** Begins with a built-in model that is being tried. */
  public Learner(Nomenclature nomenclature, Model builtIn) {
    this.nomenclature = nomenclature;
    this.builtIn = builtIn;
    this.sources = JointClassifier.of(nomenclature, builtIn).sources();
    this.subheadings = new Subheadings(nomenclature);
    this.descriptions = OurTexts.descriptions(nomenclature, subheadings);
  }

  /**
   * What was learned.
   *
   * @param model to be used from now on
   * @param learned how many rows it was learned from
   * @param carried how many of them had a code of the edition before, which was carried over
   * @param setAside rows whose code the edition does not hold and that cannot be carried over
   * @param contradictions texts that stand under several codes
   */
  public record Learned(
      Model model,
      int learned,
      int carried,
      List<Labelled> setAside,
      List<Contradiction> contradictions) {

    /** Copies the lists. */
    public Learned {
      setAside = List.copyOf(setAside);
      contradictions = List.copyOf(contradictions);
    }
  }

  /**
   * One text under several codes.
   *
   * @param title the text
   * @param codes how often each
   */
  public record Contradiction(String title, Map<Code, Long> codes) {}

  private record Taken(Labelled row, Example example, int part) {}

  /**
   * Learns; the same rows in the same order give the same model.
   *
   * @throws IllegalArgumentException if there are too few rows
   */
  public Learned learn(List<Labelled> history, String version) {
    List<Labelled> known = new ArrayList<>();
    List<Labelled> setAside = new ArrayList<>();
    int carried = 0;
    for (Labelled row : history) {
      Optional<Labelled> current = inEdition(row);
      current.ifPresentOrElse(known::add, () -> setAside.add(row));
      carried += current.isPresent() && current.get() != row ? 1 : 0;
    }
    if (known.size() < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          "%d rows with a code of %s are too few to learn from; give at least %d"
              .formatted(known.size(), nomenclature.edition(), FEWEST_ROWS));
    }
    List<Taken> taken = take(known);
    // The last one leaves out no part.
    List<History> without =
        InParallel.map(
            IntStream.rangeClosed(0, PARTS).boxed().toList(), part -> history(taken, part));
    Fitting.Fitted fitted = Fitting.fit(unseen(taken, without));
    List<Model.Row> rows =
        taken.stream().map(t -> new Model.Row(t.row.listing().title(), t.example)).toList();
    var model =
        new Model(
            version,
            builtIn.version(),
            without.get(PARTS).linear().model(),
            fitted.ranker(),
            fitted.calibration(),
            rows);
    return new Learned(model, taken.size(), carried, setAside, contradictions(known));
  }

  /** A code of the edition before is carried over where only one code has its goods now. */
  private Optional<Labelled> inEdition(Labelled row) {
    if (nomenclature.find(row.code().upTo(6)).isPresent()) {
      return Optional.of(row);
    }
    EditionChange.Carried carried = change.carry(row.code());
    List<Code> to = carried.to().size() == 1 ? carried.to() : carried.proposed();
    return to.size() == 1
        ? Optional.of(new Labelled(row.listing(), to.get(0), row.accepted(), row.source()))
        : Optional.empty();
  }

  /** Near duplicates, such as variants of one product, come into the same part. */
  private List<Taken> take(List<Labelled> rows) {
    Map<String, Integer> partOfGroup = new HashMap<>();
    List<Taken> taken = new ArrayList<>(rows.size());
    for (Labelled row : rows) {
      String group = groupOf(row);
      int part = partOfGroup.computeIfAbsent(group, g -> Math.floorMod(g.hashCode(), PARTS));
      TextFeatures features = TextFeatures.of(ListingTokens.of(row.listing()));
      taken.add(
          new Taken(row, new Example(features, subheadings.number(row.code().upTo(6)), 1), part));
    }
    return taken;
  }

  /** The words of a title without numbers and without order. */
  public static String groupOf(Labelled row) {
    return Words.keys(row.listing().title()).stream()
        .filter(word -> word.chars().noneMatch(Character::isDigit))
        .collect(Collectors.toCollection(TreeSet::new))
        .toString();
  }

  private List<Fitting.Unseen> unseen(List<Taken> taken, List<History> without) {
    List<ViewSources> unseenBy = without.stream().map(sources::with).toList();
    int step = 1 + taken.size() / ENOUGH;
    List<Fitting.Unseen> unseen = new ArrayList<>();
    for (int i = 0; i < taken.size(); i += step) {
      Taken one = taken.get(i);
      unseen.add(new Fitting.Unseen(one.row, unseenBy.get(one.part), 1, 1));
    }
    return unseen;
  }

  private History history(List<Taken> taken, int without) {
    List<Example> examples =
        taken.stream().filter(t -> t.part != without).map(Taken::example).toList();
    // The descriptions tie codes together that the history holds only a few rows of.
    List<Example> known = new ArrayList<>(descriptions);
    known.addAll(examples);
    LinearModel linear = new LinearTrainer(sources.tree(), known).train();
    return new History(
        new LinearView(sources.tree(), linear), new NearestIndex(examples), List.of());
  }

  private static List<Contradiction> contradictions(List<Labelled> rows) {
    Map<String, Map<Code, Long>> codesOfText = new LinkedHashMap<>();
    for (Labelled row : rows) {
      codesOfText
          .computeIfAbsent(row.listing().title(), t -> new TreeMap<>())
          .merge(row.code().upTo(6), 1L, Long::sum);
    }
    return codesOfText.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new Contradiction(entry.getKey(), entry.getValue()))
        .toList();
  }
}
