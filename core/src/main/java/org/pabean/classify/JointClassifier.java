package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.LegalNotes;
import org.pabean.tariff.Nomenclature;
import org.pabean.text.Words;

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
  private final Map<String, GoodsQuestion> questions = new HashMap<>();
  private final Vagueness vagueness = Vagueness.builtIn();

  private JointClassifier(Nomenclature nomenclature, Model builtIn, @Nullable Model learned) {
    GoodsIndex goods = GoodsIndex.builtIn();
    var subheadings = new Subheadings(nomenclature);
    List<Labelled> examples = OurTexts.examples();
    var nearest =
        new NearestIndex(
            examples.parallelStream().map(row -> OurTexts.example(row, subheadings)).toList());
    this.sources =
        new ViewSources(
            new Tree(subheadings),
            new IndexView(nomenclature, goods, subheadings),
            new Notes(LegalNotes.builtIn()),
            builtIn.linear(),
            nearest,
            examples.stream().map(row -> row.listing().title()).toList(),
            learned == null ? null : History.of(learned));
    Model fitted = learned == null ? builtIn : learned;
    this.ranker = fitted.ranker();
    this.calibration = fitted.calibration();
    this.version = fitted.version();
    this.evidence = new EvidenceFinder(nomenclature, sources, vagueness);
    goods.questions().forEach(q -> questions.put(String.join(" ", Words.keys(q.name())), q));
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
    if (views.pool.length == 0 || vagueness.saysNothing(views)) {
      return Ranking.unknown();
    }
    double[][] traits = views.traits();
    double[] chances = ranker.chances(traits);
    int[] order = Ranker.order(chances);
    double[] ordered = Arrays.stream(order).mapToDouble(i -> chances[i]).toArray();
    double[] confidences =
        calibration.confidences(
            ordered, Calibration.signs(views.familiarity(), traits, order, ordered));
    int most = Math.min(MOST_CANDIDATES, order.length);
    int[] shown = Arrays.stream(order).limit(most).map(at -> views.pool[at]).toArray();
    List<Candidate> candidates = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      Code code = sources.tree().code(shown[i]);
      candidates.add(new Candidate(code, confidences[i], evidence.find(views, shown, i)));
    }
    return new Ranking(candidates, question(views.words, candidates).orElse(null));
  }

  /** The question for a name in the title whose answers lead to at least two of the candidates. */
  private Optional<GoodsQuestion> question(ListingWords words, List<Candidate> candidates) {
    List<Code> close = candidates.stream().limit(4).map(Candidate::code).toList();
    return words.titlePhrases().stream()
        .map(questions::get)
        .filter(Objects::nonNull)
        .filter(question -> separates(question, close))
        .findFirst();
  }

  private static boolean separates(GoodsQuestion question, List<Code> close) {
    return question.answers().stream()
            .map(GoodsQuestion.Answer::code)
            .filter(close::contains)
            .distinct()
            .count()
        >= 2;
  }
}
