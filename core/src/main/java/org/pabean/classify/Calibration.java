package org.pabean.classify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Makes calibrated probabilities of a ranker's chances: a logistic regression over a few signs of
 * how sure one can be (Platt, 1999). Fitted by {@link CalibrationFit}.
 *
 * @param weights one for each sign, see {@link #signs}
 * @param restInPool where the first candidate is wrong, how often one of the others is right
 * @param longTitles what a title full of words takes from the confidence
 */
record Calibration(List<Double> weights, double restInPool, LongTitles longTitles) {

  /** The number of signs. */
  static final int SIGNS = 26;

  private static final double MOST = 0.999;
  private static final double TINY = 1e-6;
  private static final double CLEAR = 8;
  private static final int LONG_TITLE = 12;
  private static final double IN_THE_CROWD = 0.6;

  /**
   * How much less is known where sellers stuff the title: on the scale of log odds.
   *
   * @param shift what is added for the longest titles
   * @param slope the part of the log odds that is added for them; below 0
   */
  record LongTitles(double shift, double slope) {

    /** Long titles are as good as short ones. */
    static final LongTitles NONE = new LongTitles(0, 0);

    double logOdds(double plain, double length) {
      return plain + length * (shift + slope * plain);
    }
  }

  Calibration {
    weights = List.copyOf(weights);
    if (weights.size() != SIGNS || !(restInPool >= 0 && restInPool <= 1)) {
      throw new IllegalArgumentException(
          "a calibration has %d weights and a share from 0 to 1".formatted(SIGNS));
    }
  }

  /**
   * The confidence of each candidate, surest first; together at most 1.
   *
   * @param titleLength see {@link Familiarity#titleLength}
   */
  double[] confidences(double[] chances, double[] signs, double titleLength) {
    double[] confidences = new double[chances.length];
    confidences[0] =
        Math.min(MOST, probability(longTitles.logOdds(logOdds(weights, signs), titleLength)));
    double rest = 1 - chances[0];
    for (int i = 1; i < chances.length; i++) {
      double share = rest <= 0 ? 0 : chances[i] / rest;
      confidences[i] = Math.min(confidences[0], (1 - confidences[0]) * restInPool * share);
    }
    return confidences;
  }

  static double logOdds(List<Double> weights, double[] signs) {
    double logOdds = 0;
    for (int i = 0; i < signs.length; i++) {
      logOdds += weights.get(i) * signs[i];
    }
    return logOdds;
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /**
   * What the probability of the first candidate depends on.
   *
   * @param order places of the pool, likeliest first
   * @param chances in that order
   */
  static double[] signs(Familiarity listing, double[][] traits, int[] order, double[] chances) {
    return DoubleStream.concat(
            DoubleStream.of(ofRanking(listing, traits, order, chances)),
            DoubleStream.of(ofFirst(listing, traits[order[0]])))
        .toArray();
  }

  /** How far the first candidate is ahead, and how many speak for other headings. */
  private static double[] ofRanking(
      Familiarity listing, double[][] traits, int[] order, double[] chances) {
    double second = chances.length > 1 ? chances[1] : TINY;
    double heading = 0;
    double rivalName = 0;
    double rivalNear = 0;
    Set<Integer> crowd = new HashSet<>();
    for (int i = 0; i < order.length; i++) {
      double[] candidate = traits[order[i]];
      if (listing.heading()[order[i]] == listing.heading()[order[0]]) {
        heading += chances[i];
      } else {
        rivalName = Math.max(rivalName, trait(candidate, Trait.WHOLE_NAME));
        rivalNear = Math.max(rivalNear, trait(candidate, Trait.NEAREST));
        if (trait(candidate, Trait.INDEX_OF_BEST) > IN_THE_CROWD) {
          crowd.add(listing.heading()[order[i]]);
        }
      }
    }
    return new double[] {
      1,
      clipped(Math.log(chances[0] / Math.max(TINY, 1 - chances[0]))),
      clipped(Math.log(chances[0] / Math.max(TINY, second))),
      heading,
      rivalName,
      rivalNear,
      Math.log1p(crowd.size())
    };
  }

  /** How well the listing is known, and what speaks for the first candidate itself. */
  private static double[] ofFirst(Familiarity listing, double[] first) {
    double past = trait(first, Trait.HISTORY) == 0 ? 0 : Math.exp(trait(first, Trait.HISTORY));
    return new double[] {
      listing.knownToLinear(),
      listing.knownToIndex(),
      Math.log1p(Math.min(LONG_TITLE, listing.titleWords())),
      trait(first, Trait.LINEAR_FIRST),
      trait(first, Trait.INDEX_FIRST),
      Math.exp(trait(first, Trait.LINEAR)),
      trait(first, Trait.INDEX_SHARE),
      trait(first, Trait.WHOLE_NAME),
      trait(first, Trait.NAME_SHARE),
      trait(first, Trait.NEAREST),
      trait(first, Trait.NEAREST_SHARE),
      trait(first, Trait.MATERIAL_DIFFERS),
      trait(first, Trait.NOTE_AGAINST) + trait(first, Trait.EXCLUDED),
      past,
      trait(first, Trait.HISTORY_SHARE),
      trait(first, Trait.HISTORY_NEAREST),
      trait(first, Trait.HISTORY_KNOWS),
      listing.nearest(),
      listing.nearestOfHistory()
    };
  }

  private static double trait(double[] traits, Trait trait) {
    return traits[trait.ordinal()];
  }

  private static double clipped(double logOdds) {
    return Math.max(-CLEAR, Math.min(CLEAR, logOdds));
  }
}
