package org.pabean.classify;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the known texts that are most like a listing, by the cosine of their rarity-weighted
 * features.
 */
final class NearestIndex {

  private static final double UNKNOWN_COUNTS = 0.5;

  private final int[] subheadingOf;
  private final FeatureTable features;
  private final float[] rarity;
  private final int[] offsets;
  private final int[] rows;
  private final float[] values;
  private final ThreadLocal<float[]> sums;

  NearestIndex(List<LinearTrainer.Example> known) {
    this.subheadingOf = known.stream().mapToInt(LinearTrainer.Example::subheading).toArray();
    long[] places = places(known);
    this.rows = new int[places.length];
    this.values = new float[places.length];
    int[] distinct = new int[places.length];
    int[] starts = new int[places.length + 1];
    int kinds = 0;
    for (int i = 0; i < places.length; i++) {
      int hash = (int) (places[i] >> Integer.SIZE);
      if (kinds == 0 || hash != distinct[kinds - 1]) {
        starts[kinds] = i;
        distinct[kinds++] = hash;
      }
      rows[i] = (int) places[i];
    }
    starts[kinds] = places.length;
    this.features = new FeatureTable(Arrays.copyOf(distinct, kinds));
    this.offsets = Arrays.copyOf(starts, kinds + 1);
    this.rarity = new float[kinds];
    for (int f = 0; f < kinds; f++) {
      rarity[f] = (float) Math.log((known.size() + 1.0) / (offsets[f + 1] - offsets[f]));
    }
    weigh(known);
    this.sums = ThreadLocal.withInitial(() -> new float[known.size()]);
  }

  /** Each feature of each text, in the order of features and then of texts. */
  private static long[] places(List<LinearTrainer.Example> known) {
    long[] places = new long[known.stream().mapToInt(e -> e.features().hashes().length).sum()];
    int n = 0;
    for (int row = 0; row < known.size(); row++) {
      for (int hash : known.get(row).features().hashes()) {
        places[n++] = ((long) hash << Integer.SIZE) | row;
      }
    }
    Arrays.parallelSort(places);
    return places;
  }

  private void weigh(List<LinearTrainer.Example> known) {
    float[] squares = new float[known.size()];
    for (int f = 0; f < features.size(); f++) {
      for (int at = offsets[f]; at < offsets[f + 1]; at++) {
        TextFeatures text = known.get(rows[at]).features();
        values[at] =
            text.values()[Arrays.binarySearch(text.hashes(), features.hash(f))] * rarity[f];
        squares[rows[at]] += values[at] * values[at];
      }
    }
    for (int at = 0; at < values.length; at++) {
      values[at] *= LinearModel.scale(squares[rows[at]]);
    }
  }

  /**
   * The texts most like a listing.
   *
   * @param rows their numbers, the likest first
   * @param likeness of each, 0 to 1
   */
  record Nearest(int[] rows, float[] likeness) {

    static final Nearest NONE = new Nearest(new int[0], new float[0]);
  }

  Nearest find(TextFeatures text, int most) {
    float[] sum = sums.get();
    Arrays.fill(sum, 0);
    double squares = 0;
    for (int i = 0; i < text.hashes().length; i++) {
      int f = features.find(text.hashes()[i]);
      double rare = f < 0 ? UNKNOWN_COUNTS * Math.log(subheadingOf.length + 1.0) : rarity[f];
      float x = (float) (text.values()[i] * rare);
      squares += x * x;
      for (int at = f < 0 ? 0 : offsets[f]; f >= 0 && at < offsets[f + 1]; at++) {
        sum[rows[at]] += x * values[at];
      }
    }
    float scale = LinearModel.scale(squares);
    int[] best = Best.of(sum, sum.length, most, 0);
    float[] likeness = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      likeness[i] = sum[best[i]] * scale;
    }
    return new Nearest(best, likeness);
  }

  int subheadingOf(int row) {
    return subheadingOf[row];
  }
}
