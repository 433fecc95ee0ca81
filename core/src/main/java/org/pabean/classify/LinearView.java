package org.pabean.classify;

import java.util.Arrays;

/**
 * A linear model made ready to answer: what its biases come to is worked out once, so that a
 * listing costs no more than the nodes that its features speak of.
 */
final class LinearView {

  // Three factors along a path and their sum must stay within the range of a float.
  private static final float MOST = 25;

  private final Tree tree;
  private final LinearModel model;
  private final float[] base;
  private final ThreadLocal<Scratch> scratch;

  LinearView(Tree tree, LinearModel model) {
    this.tree = tree;
    this.model = model;
    this.base = new float[tree.nodes()];
    for (int node = 0; node < base.length; node++) {
      base[node] = factor(model.bias()[node]);
    }
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(tree.nodes()));
  }

  /** Sums of one listing at a time, kept from call to call; all 0 between calls. */
  private static final class Scratch {

    private final float[] sums;
    private int[] spokenOf = new int[4096];
    private int size;

    Scratch(int nodes) {
      this.sums = new float[nodes];
    }

    void add(int node, float x) {
      if (sums[node] == 0) {
        if (size == spokenOf.length) {
          spokenOf = Arrays.copyOf(spokenOf, 2 * size);
        }
        spokenOf[size++] = node;
      }
      sums[node] += x;
    }
  }

  LinearModel model() {
    return model;
  }

  /**
   * What the model says of a text.
   *
   * @param probability of each node; of a heading or chapter that of all below it
   * @param known share of the text's words that the model knows, by weight
   */
  record Answer(float[] probability, double known) {}

  /** Probabilities for a text. */
  Answer answer(TextFeatures text) {
    int[] found = new int[text.hashes().length];
    float[] x = new float[found.length];
    double squares = 0;
    double known = 0;
    double all = 0;
    for (int i = 0; i < found.length; i++) {
      int hash = text.hashes()[i];
      found[i] = model.features().find(hash);
      if (TextFeatures.isWord(hash)) {
        all += text.values()[i];
        known += found[i] >= 0 ? text.values()[i] : 0;
      }
      if (found[i] >= 0) {
        x[i] = text.values()[i] * model.rarityOf(found[i]);
        squares += x[i] * x[i];
      }
    }
    float scale = LinearModel.scale(squares);
    Scratch sums = scratch.get();
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        speak(found[i], x[i] * scale, sums);
      }
    }
    return new Answer(probabilities(sums), all == 0 ? 0 : known / all);
  }

  private void speak(int feature, float x, Scratch sums) {
    float step = model.steps()[feature] * x;
    int end = model.offsets()[feature + 1];
    for (int at = model.offsets()[feature]; at < end; at++) {
      sums.add(model.nodes()[at], step * model.weights()[at]);
    }
  }

  private float[] probabilities(Scratch sums) {
    float[] node = base.clone();
    for (int i = 0; i < sums.size; i++) {
      int spokenOf = sums.spokenOf[i];
      // A node whose sum came to 0 on the way stands here twice: the second time adds nothing.
      node[spokenOf] *= factor(sums.sums[spokenOf]);
      sums.sums[spokenOf] = 0;
    }
    sums.size = 0;
    tree.probabilities(node);
    return node;
  }

  private static float factor(float score) {
    return Exp.of(Math.max(-MOST, Math.min(MOST, score)));
  }

  /** The number of a feature; below 0 if the model does not know it. */
  int feature(int hash) {
    return model.features().find(hash);
  }

  /** How much a feature speaks for a subheading, along its path. */
  double weight(int feature, int subheading) {
    return model.weight(feature, subheading)
        + model.weight(feature, tree.headingOf(subheading))
        + model.weight(feature, tree.chapterOf(subheading));
  }
}
