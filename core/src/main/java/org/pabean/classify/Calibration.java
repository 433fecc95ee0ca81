package org.pabean.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.pabean.classify.Scores.Support;
import org.pabean.tariff.Code;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns scores into calibrated probabilities by logistic regression over a few traits of the
 * ranking (Platt, 1999). The figures are fitted on labelled text by {@link CalibrationFit}.
 *
 * @param version names the figures
 * @param weights one for each trait, see {@link #traits}
 * @param temperature how evenly the rest of the probability spreads over the further candidates
 * @param fittedOn what the figures were fitted on: set, number of rows
 */
public record Calibration(
    String version, List<Double> weights, double temperature, List<String> fittedOn) {

  /** The number of traits. */
  static final int TRAITS = 21;

  /** Checks the number of weights. */
  public Calibration {
    weights = List.copyOf(weights);
    fittedOn = List.copyOf(fittedOn);
    if (weights.size() != TRAITS || temperature <= 0) {
      throw new IllegalArgumentException(
          "a calibration has %d weights and a positive temperature".formatted(TRAITS));
    }
  }

  /** The figures that come with the program. */
  public static Calibration builtIn() {
    try (InputStream in = Calibration.class.getResourceAsStream("calibration.json")) {
      return new JsonMapper().readValue(Objects.requireNonNull(in), Calibration.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The confidence of each ranked candidate; together at most 1, falling from first to last. */
  double[] confidences(List<Support> ranked, double[] traits) {
    double[] confidences = new double[ranked.size()];
    double first = probability(traits);
    double total = 0;
    for (int i = 1; i < ranked.size(); i++) {
      confidences[i] = Math.exp((ranked.get(i).score() - ranked.get(1).score()) / temperature);
      total += confidences[i];
    }
    for (int i = 1; i < ranked.size(); i++) {
      confidences[i] = Math.min(first, (1 - first) * confidences[i] / total);
    }
    confidences[0] = first;
    return confidences;
  }

  /** What the probability of the first candidate depends on. */
  static double[] traits(
      List<Support> ranked,
      Scores scores,
      IndexClassifier classifier,
      ListingWords words,
      Set<String> madeOf) {
    return DoubleStream.concat(
            DoubleStream.of(ofRanking(ranked, scores, classifier)),
            DoubleStream.of(ofListing(ranked, classifier, words, madeOf)))
        .toArray();
  }

  private static double[] ofRanking(
      List<Support> ranked, Scores scores, IndexClassifier classifier) {
    Support first = ranked.get(0);
    Support second = ranked.get(Math.min(1, ranked.size() - 1));
    Code code = classifier.code(first);
    Code described = classifier.code(scores.firstByDescription());
    double all = ranked.stream().mapToDouble(Support::score).sum();
    double sameHeading =
        ranked.stream()
            .filter(support -> classifier.code(support).isWithin(code.upTo(4)))
            .mapToDouble(Support::score)
            .sum();
    return new double[] {
      1,
      Math.log(first.score() / Math.max(1e-3, second.score())),
      Math.log(first.score()),
      first.byName() / first.score(),
      sameHeading / all,
      described.equals(code) ? 1 : 0,
      described.isWithin(code.upTo(4)) ? 1 : 0,
      described.isWithin(code.upTo(2)) ? 1 : 0,
      classifier.code(second).isWithin(code.upTo(4)) ? 1 : 0
    };
  }

  private static double[] ofListing(
      List<Support> ranked, IndexClassifier classifier, ListingWords words, Set<String> madeOf) {
    Support first = ranked.get(0);
    Support second = ranked.get(Math.min(1, ranked.size() - 1));
    double rivalName = ranked.stream().skip(1).mapToDouble(Support::wholeName).max().orElse(0);
    double known = words.title().stream().mapToDouble(classifier.rarity()::of).sum();
    double told = words.title().stream().mapToDouble(classifier.rarity()::orUnknown).sum();
    Materials.Agreement agreement = classifier.agreement(madeOf, first);
    return new double[] {
      first.nameCoverage(),
      told == 0 ? 0 : known / told,
      Math.log(1 + words.title().size()),
      Math.min(3, first.wholeName()),
      Math.min(3, rivalName),
      first.nameShare(),
      Math.log(1 + first.namesUsed()),
      first.wholeName() > rivalName ? 1 : 0,
      told == 0 ? 0 : first.score() / told,
      agreement == Materials.Agreement.AGREE ? 1 : 0,
      agreement == Materials.Agreement.DIFFER ? 1 : 0,
      classifier.agreement(madeOf, second) == Materials.Agreement.DIFFER ? 1 : 0
    };
  }

  private double probability(double[] traits) {
    double logit = 0;
    for (int i = 0; i < traits.length; i++) {
      logit += weights.get(i) * traits[i];
    }
    return 1 / (1 + Math.exp(-logit));
  }
}
