package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.LegalNotes;
import org.pabean.tariff.Nomenclature;

/**
 * Ranks subheadings by several views of a listing: everyday names and descriptions, a trained
 * linear model, the nearest examples, legal notes, and a seller's own history where one was
 * learned. A fitted ranker joins them; a calibration says how sure the first answer is.
 */
public final class JointClassifier implements Classifier {

  private static final int MOST_CANDIDATES = 10;

  private final ViewSources sources;
  private final Ranker ranker;
  private final Calibration calibration;
  private final EvidenceFinder evidence;
  private final String version;
  private final Questions questions;
  private final Vagueness vagueness = Vagueness.builtIn();

  private JointClassifier(Nomenclature nomenclature, Model builtIn, @Nullable Model learned) {
    GoodsIndex goods = GoodsIndex.builtIn();
    var subheadings = new Subheadings(nomenclature);
    List<Labelled> examples = OurTexts.examples();
    var nearest =
        new NearestIndex(
            examples.parallelStream().map(row -> OurTexts.example(row, subheadings)).toList());
    var tree = new Tree(subheadings);
    this.sources =
        new ViewSources(
            tree,
            new IndexView(nomenclature, goods, subheadings),
            new Notes(LegalNotes.builtIn()),
            new LinearView(tree, builtIn.linear()),
            nearest,
            examples.stream().map(row -> row.listing().title()).toList(),
            learned == null ? null : History.of(learned, tree));
    Model fitted = learned == null ? builtIn : learned;
    this.ranker = fitted.ranker();
    this.calibration = fitted.calibration();
    this.version = fitted.version();
    this.evidence = new EvidenceFinder(nomenclature, sources, vagueness);
    this.questions = new Questions(goods.questions());
  }

  /** The classifier that comes with the program. */
  public static JointClassifier builtIn(Nomenclature nomenclature) {
    return new JointClassifier(nomenclature, Model.builtIn(), null);
  }

  /**
   * The classifier with a model that was learned from a seller's history on top.
   *
   * @throws IllegalArgumentException if it was learned on another built-in model
   */
  public static JointClassifier with(Nomenclature nomenclature, Model learned) {
    Model builtIn = Model.builtIn();
    if (!learned.base().equals(builtIn.version())) {
      throw new IllegalArgumentException(
          "the model was learned on top of %s, and the program holds %s; learn it again"
              .formatted(learned.base(), builtIn.version()));
    }
    return new JointClassifier(nomenclature, builtIn, learned);
  }

  /** The classifier of a built-in model that is being tried. */
  public static JointClassifier of(Nomenclature nomenclature, Model builtIn) {
    return new JointClassifier(nomenclature, builtIn, null);
  }

  /** The classifier of a model learned on top of a built-in model that is being tried. */
  public static JointClassifier of(Nomenclature nomenclature, Model builtIn, Model learned) {
    return new JointClassifier(nomenclature, builtIn, learned);
  }

  ViewSources sources() {
    return sources;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Ranking classify(Listing listing) {
    var views = new Views(listing, sources);
    if (vagueness.saysNothing(views)) {
      return Ranking.vague();
    }
    if (views.pool.length == 0) {
      return Ranking.unknown();
    }
    Familiarity familiarity = views.familiarity();
    double[][] traits = views.traits();
    double[] chances = ranker.chances(traits);
    int[] order = Ranker.order(chances);
    double[] ordered = Arrays.stream(order).mapToDouble(i -> chances[i]).toArray();
    double[] confidences =
        calibration.confidences(
            ordered,
            Calibration.signs(familiarity, traits, order, ordered),
            familiarity.titleLength());
    int most = Math.min(MOST_CANDIDATES, order.length);
    int[] shown = Arrays.stream(order).limit(most).map(at -> views.pool[at]).toArray();
    List<Candidate> candidates = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      Code code = sources.tree().code(shown[i]);
      candidates.add(new Candidate(code, confidences[i], evidence.find(views, shown, i)));
    }
    @Nullable GoodsQuestion question =
        questions
            .find(views.words, candidates)
            .map(found -> found.askedIn(language(listing, views)))
            .orElse(null);
    return new Ranking(candidates, question).with(new Ranking.Signs(familiarity.novelty(), false));
  }

  /** The language that the seller said, or else that of the names of goods he uses. */
  private String language(Listing listing, Views views) {
    return listing.lang().isEmpty() ? sources.index().language(views.index) : listing.lang();
  }
}
