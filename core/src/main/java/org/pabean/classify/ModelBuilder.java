package org.pabean.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pabean.classify.LinearTrainer.Example;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.LegalNotes;
import org.pabean.tariff.Nomenclature;

/**
 * Builds the built-in model: trains the linear view on our own words and on published decisions,
 * and fits ranker and calibration on listings that were kept out of training.
 *
 * <p>Whole sources are kept out, not single rows: goods that sellers bring are as new to the
 * program as one source is to the others. A tenth of all rows is kept out at random besides, since
 * some goods are not new.
 */
public final class ModelBuilder {

  private static final int PARTS = 5;
  private static final int ONE_IN = 10;
  private static final int ENOUGH = 8000;
  // Made-up listings are easier than real ones; without any, what is plain would be doubted too.
  private static final double MADE_UP = 0.1;
  private static final double WEIGHT_OF_FAMILIAR = 0.3;
  private static final double WEIGHT_OF_STUFFED = 0.25;

  private final Nomenclature nomenclature;
  private final Subheadings subheadings;
  private final Tree tree;
  private final IndexView index;
  private final Notes notes;
  private final List<Example> wordings;
  private final List<Labelled> examples;
  private final List<Kept> kept = new ArrayList<>();

  private record Kept(Labelled row, Example example, int source, int part, double weight) {}

  /** Begins with the project's own words. */
  public ModelBuilder(Nomenclature nomenclature) {
    GoodsIndex goods = GoodsIndex.builtIn();
    this.nomenclature = nomenclature;
    this.subheadings = new Subheadings(nomenclature);
    this.tree = new Tree(subheadings);
    this.index = new IndexView(nomenclature, goods, subheadings);
    this.notes = new Notes(LegalNotes.builtIn());
    this.wordings = OurTexts.wordings(nomenclature, goods, subheadings);
    this.examples = OurTexts.examples();
    add(examples, 0.5);
  }

  /**
   * Adds a source of decisions; rows whose code the edition does not hold are passed over.
   *
   * @param weight how much a row counts when ranker and calibration are fitted
   */
  public void add(List<Labelled> rows, double weight) {
    int source = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).source + 1;
    var random = new Random(source);
    for (Labelled row : rows) {
      if (nomenclature.find(row.code()).isPresent()) {
        TextFeatures features = TextFeatures.of(ListingTokens.of(row.listing()));
        var example = new Example(features, subheadings.number(row.code()), 1);
        kept.add(new Kept(row, example, source, random.nextInt(PARTS * ONE_IN), weight));
      }
    }
  }

  /** Trains and fits; takes some minutes. The same rows in the same order give the same model. */
  public Model build(String version) {
    int sources = kept.get(kept.size() - 1).source + 1;
    List<Predicate<Kept>> choices = new ArrayList<>();
    for (int s = 0; s < sources; s++) {
      int left = s;
      choices.add(k -> k.source != left);
    }
    choices.add(k -> k.part >= PARTS);
    choices.add(k -> true);
    List<LinearView> models = InParallel.map(choices, this::linear);
    Fitting.Fitted fitted = Fitting.fit(unseen(models));
    return new Model(
        version,
        "",
        models.get(sources + 1).model(),
        fitted.ranker(),
        fitted.calibration(),
        List.of());
  }

  /**
   * The rows to fit on, each with views that have not seen it: plain, stuffed, and some of them as
   * goods that are not new.
   *
   * @param models without each source, without a part of all, and with everything
   */
  private List<Fitting.Unseen> unseen(List<LinearView> models) {
    LinearView familiar = models.get(models.size() - 2);
    List<NearestIndex> nearest =
        IntStream.rangeClosed(0, PARTS).mapToObj(part -> nearest(part)).toList();
    var stuffing = new Stuffing(examples);
    List<Fitting.Unseen> unseen = new ArrayList<>();
    for (Kept one : toFitOn()) {
      int part = one.source == 0 ? one.part % PARTS : PARTS;
      ViewSources strangers = knowledge(models.get(one.source), nearest.get(part));
      unseen.add(new Fitting.Unseen(one.row, strangers, one.weight, realistic(one)));
      unseen.add(
          new Fitting.Unseen(stuffing.of(one.row), strangers, 0, WEIGHT_OF_STUFFED * one.weight));
      if (one.part < PARTS) {
        unseen.add(
            new Fitting.Unseen(
                one.row,
                knowledge(familiar, nearest.get(part)),
                WEIGHT_OF_FAMILIAR * ONE_IN * one.weight,
                WEIGHT_OF_FAMILIAR * ONE_IN * realistic(one)));
      }
    }
    return unseen;
  }

  /** Of a large source some rows are enough; each then counts for several. */
  private List<Kept> toFitOn() {
    Map<Integer, List<Kept>> bySource =
        kept.stream()
            .collect(Collectors.groupingBy(Kept::source, TreeMap::new, Collectors.toList()));
    List<Kept> chosen = new ArrayList<>();
    for (List<Kept> source : bySource.values()) {
      int step = 1 + source.size() / ENOUGH;
      for (int i = 0; i < source.size(); i += step) {
        Kept one = source.get(i);
        chosen.add(new Kept(one.row, one.example, one.source, one.part, step * one.weight));
      }
    }
    return chosen;
  }

  private static double realistic(Kept one) {
    return one.source == 0 ? MADE_UP * one.weight : one.weight;
  }

  private ViewSources knowledge(LinearView linear, NearestIndex nearest) {
    return new ViewSources(tree, index, notes, linear, nearest, List.of(), null);
  }

  private LinearView linear(Predicate<Kept> chosen) {
    List<Example> examples = new ArrayList<>(wordings);
    kept.stream().filter(chosen).map(Kept::example).forEach(examples::add);
    return new LinearView(tree, new LinearTrainer(tree, examples).train());
  }

  private NearestIndex nearest(int without) {
    return new NearestIndex(
        kept.stream()
            .filter(k -> k.source == 0 && k.part % PARTS != without)
            .map(Kept::example)
            .toList());
  }
}
