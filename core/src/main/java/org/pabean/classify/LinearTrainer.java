package org.pabean.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains a {@link LinearModel} by stochastic gradient steps with a step size of its own for each
 * weight (AdaGrad; Duchi, Hazan and Singer, 2011). A weight exists only where a feature was seen
 * with a node, which keeps the model small. The same examples in the same order give the same
 * model.
 */
final class LinearTrainer {

  private static final int EPOCHS = 5;
  private static final float RATE = 0.8f;
  private static final float BIAS_RATE = 0.1f * RATE;
  private static final float DECAY = 1e-6f;
  private static final float FIRST_SQUARE = 1e-2f;
  private static final float TINY = 1e-4f;
  private static final int LEAST_OFTEN = 2;

  private final Tree tree;
  private final List<Example> examples;
  private int[] hashes = new int[0];
  private byte[] rarity = new byte[0];
  private int[] offsets = new int[0];
  private char[] nodes = new char[0];
  private final float[] weights;
  private final float[] squares;
  private final float[] bias;
  private final float[] biasSquares;

  /**
   * A text whose subheading is known.
   *
   * @param weight how much it counts; 1 is usual
   */
  record Example(TextFeatures features, int subheading, float weight) {}

  LinearTrainer(Tree tree, List<Example> examples) {
    this.tree = tree;
    this.examples = examples;
    chooseFeatures();
    chooseWeights();
    this.weights = new float[nodes.length];
    this.squares = new float[nodes.length];
    this.bias = new float[tree.nodes()];
    this.biasSquares = new float[tree.nodes()];
    Arrays.fill(squares, FIRST_SQUARE);
    Arrays.fill(biasSquares, FIRST_SQUARE);
  }

  private int features() {
    return examples.stream().mapToInt(e -> e.features().hashes().length).sum();
  }

  private void chooseFeatures() {
    int[] all = new int[features()];
    int at = 0;
    for (Example e : examples) {
      System.arraycopy(e.features().hashes(), 0, all, at, e.features().hashes().length);
      at += e.features().hashes().length;
    }
    Arrays.sort(all);
    hashes = new int[all.length];
    rarity = new byte[all.length];
    int kept = 0;
    int to;
    for (int from = 0; from < all.length; from = to) {
      to = from;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (TextFeatures.isTelling(all[from]) || to - from >= LEAST_OFTEN) {
        hashes[kept] = all[from];
        double idf = Math.log((examples.size() + 1.0) / (to - from));
        rarity[kept++] = (byte) Math.min(127, Math.round(LinearModel.RARITY_PARTS * idf));
      }
    }
    hashes = Arrays.copyOf(hashes, kept);
    rarity = Arrays.copyOf(rarity, kept);
  }

  private void chooseWeights() {
    long[] pairs = new long[3 * features()];
    int n = 0;
    for (Example e : examples) {
      for (int hash : e.features().hashes()) {
        int f = Arrays.binarySearch(hashes, hash);
        if (f >= 0) {
          long feature = (long) f << Character.SIZE;
          pairs[n++] = feature | e.subheading();
          pairs[n++] = feature | tree.headingOf(e.subheading());
          pairs[n++] = feature | tree.chapterOf(e.subheading());
        }
      }
    }
    Arrays.sort(pairs, 0, n);
    offsets = new int[hashes.length + 1];
    nodes = new char[n];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        nodes[kept++] = (char) pairs[i];
        offsets[(int) (pairs[i] >>> Character.SIZE) + 1] = kept;
      }
    }
    nodes = Arrays.copyOf(nodes, kept);
  }

  LinearModel train() {
    int[] order = new int[examples.size()];
    Prepared[] prepared = new Prepared[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      prepared[i] = prepare(examples.get(i));
    }
    var random = new Random(1);
    float[] node = new float[tree.nodes()];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      for (int i : order) {
        step(prepared[i], node);
      }
    }
    return quantised();
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[i];
      order[i] = order[j];
      order[j] = other;
    }
  }

  /** An example with its features looked up and scaled. */
  private record Prepared(int[] features, float[] values, int subheading, float weight) {}

  private Prepared prepare(Example example) {
    TextFeatures text = example.features();
    int[] features = new int[text.hashes().length];
    float[] values = new float[features.length];
    int n = 0;
    double squareSum = 0;
    for (int i = 0; i < features.length; i++) {
      int f = Arrays.binarySearch(hashes, text.hashes()[i]);
      if (f >= 0) {
        features[n] = f;
        values[n] = text.values()[i] * rarity[f] / LinearModel.RARITY_PARTS;
        squareSum += values[n] * values[n];
        n++;
      }
    }
    float scale = LinearModel.scale(squareSum);
    for (int i = 0; i < n; i++) {
      values[i] *= scale;
    }
    return new Prepared(
        Arrays.copyOf(features, n),
        Arrays.copyOf(values, n),
        example.subheading(),
        example.weight());
  }

  private void step(Prepared example, float[] node) {
    System.arraycopy(bias, 0, node, 0, node.length);
    for (int i = 0; i < example.features.length; i++) {
      float x = example.values[i];
      int end = offsets[example.features[i] + 1];
      for (int at = offsets[example.features[i]]; at < end; at++) {
        node[nodes[at]] += x * weights[at];
      }
    }
    tree.softmax(node);
    node[example.subheading] -= 1;
    node[tree.headingOf(example.subheading)] -= 1;
    node[tree.chapterOf(example.subheading)] -= 1;
    for (int i = 0; i < example.features.length; i++) {
      learn(example.features[i], example.values[i] * example.weight, node);
    }
    for (int n = 0; n < node.length; n++) {
      float g = node[n] * example.weight;
      if (Math.abs(g) > TINY) {
        biasSquares[n] += g * g;
        bias[n] -= BIAS_RATE * g / (float) Math.sqrt(biasSquares[n]);
      }
    }
  }

  private void learn(int feature, float x, float[] node) {
    for (int at = offsets[feature]; at < offsets[feature + 1]; at++) {
      float error = node[nodes[at]];
      if (Math.abs(error) > TINY) {
        float g = error * x + DECAY * weights[at];
        squares[at] += g * g;
        weights[at] -= RATE * g / (float) Math.sqrt(squares[at]);
      }
    }
  }

  /** Weights as bytes; those that come to nothing are left out. */
  private LinearModel quantised() {
    float[] steps = new float[hashes.length];
    int[] starts = new int[offsets.length];
    char[] kept = new char[nodes.length];
    byte[] bytes = new byte[nodes.length];
    int n = 0;
    for (int f = 0; f < hashes.length; f++) {
      float most = 0;
      for (int at = offsets[f]; at < offsets[f + 1]; at++) {
        most = Math.max(most, Math.abs(weights[at]));
      }
      steps[f] = most / Byte.MAX_VALUE;
      for (int at = offsets[f]; at < offsets[f + 1]; at++) {
        int rounded = most == 0 ? 0 : Math.round(weights[at] / steps[f]);
        if (rounded != 0) {
          kept[n] = nodes[at];
          bytes[n++] = (byte) rounded;
        }
      }
      starts[f + 1] = n;
    }
    return new LinearModel(
        new FeatureTable(hashes),
        rarity,
        starts,
        Arrays.copyOf(kept, n),
        Arrays.copyOf(bytes, n),
        steps,
        bias);
  }
}
