package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits ranker and calibration on listings that the views in question have not seen, so that the
 * confidence says how the program does on goods that are new to it.
 */
final class Fitting {

  private Fitting() {}

  /**
   * A listing to fit on.
   *
   * @param row the listing and its code
   * @param unseenBy views that were not trained on it
   * @param weight how much it counts for the ranker; 0 for a stuffed copy, which says no more of
   *     what the goods are
   * @param realistic how much it counts for the calibration: made-up listings are too easy
   */
  record Unseen(Labelled row, ViewSources unseenBy, double weight, double realistic) {

    boolean isCopy() {
      return weight == 0;
    }
  }

  /** What was fitted. */
  record Fitted(Ranker ranker, Calibration calibration) {}

  /** What is kept of a listing once the views have looked at it; the views themselves are large. */
  private record Looked(Unseen unseen, Familiarity familiarity, double[][] traits, int right) {}

  static Fitted fit(List<Unseen> rows) {
    List<Looked> looked =
        rows.parallelStream().map(Fitting::look).filter(Objects::nonNull).toList();
    List<RankerFit.Pool> pools = new ArrayList<>();
    for (Looked one : looked) {
      if (one.right >= 0 && !one.unseen.isCopy()) {
        pools.add(new RankerFit.Pool(one.traits, one.right, one.unseen.weight));
      }
    }
    Ranker ranker = RankerFit.fit(pools);
    List<CalibrationFit.Case> cases = looked.stream().map(one -> outcome(one, ranker)).toList();
    return new Fitted(ranker, CalibrationFit.fit(cases));
  }

  private static @Nullable Looked look(Unseen unseen) {
    var views = new Views(unseen.row.listing(), unseen.unseenBy);
    if (views.pool.length == 0) {
      return null;
    }
    int right = -1;
    for (int i = 0; i < views.pool.length; i++) {
      if (unseen.row.isRight(unseen.unseenBy.tree().code(views.pool[i]), 6)) {
        right = i;
      }
    }
    return new Looked(unseen, views.familiarity(), views.traits(), right);
  }

  private static CalibrationFit.Case outcome(Looked one, Ranker ranker) {
    double[] chances = ranker.chances(one.traits);
    int[] order = Ranker.order(chances);
    double[] ordered = Arrays.stream(order).mapToDouble(i -> chances[i]).toArray();
    double[] signs = Calibration.signs(one.familiarity, one.traits, order, ordered);
    return new CalibrationFit.Case(
        signs,
        one.familiarity.titleLength(),
        one.unseen.isCopy(),
        order[0] == one.right,
        one.right >= 0,
        one.unseen.realistic);
  }
}
