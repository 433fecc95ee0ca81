package org.pabean.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A trained linear view: each feature speaks with a weight for or against subheadings, headings and
 * chapters; a subheading's score is the sum along its path, and a softmax over all subheadings
 * makes probabilities of the scores.
 *
 * @param hashes the known features in rising order
 * @param rarity how rare each is (inverse document frequency), in sixteenths
 * @param offsets where the weights of each begin, and where the last ends
 * @param nodes the node each weight speaks for, in the numbering of {@link Tree}
 * @param weights in steps of their feature
 * @param steps the size of a step, for each feature
 * @param bias of each node
 */
record LinearModel(
    int[] hashes,
    byte[] rarity,
    int[] offsets,
    char[] nodes,
    byte[] weights,
    float[] steps,
    float[] bias) {

  /** Rarities are kept in parts of one. */
  static final float RARITY_PARTS = 16;

  /**
   * What the model says of a text.
   *
   * @param probability of each node; of a heading or chapter that of all below it
   * @param known share of the text's words that the model knows, by weight
   */
  record Answer(float[] probability, double known) {}

  /** Probabilities for a text. */
  Answer answer(Tree tree, TextFeatures text) {
    int[] found = new int[text.hashes().length];
    float[] x = new float[found.length];
    double squares = 0;
    double known = 0;
    double all = 0;
    for (int i = 0; i < found.length; i++) {
      int hash = text.hashes()[i];
      found[i] = Arrays.binarySearch(hashes, hash);
      if (TextFeatures.isWord(hash)) {
        all += text.values()[i];
        known += found[i] >= 0 ? text.values()[i] : 0;
      }
      if (found[i] >= 0) {
        x[i] = text.values()[i] * rarity[found[i]] / RARITY_PARTS;
        squares += x[i] * x[i];
      }
    }
    float scale = scale(squares);
    float[] node = bias.clone();
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        speak(found[i], x[i] * scale, node);
      }
    }
    tree.softmax(node);
    return new Answer(node, all == 0 ? 0 : known / all);
  }

  private void speak(int feature, float x, float[] node) {
    float step = steps[feature] * x;
    for (int at = offsets[feature]; at < offsets[feature + 1]; at++) {
      node[nodes[at]] += step * weights[at];
    }
  }

  /** The number of a feature; below 0 if the model does not know it. */
  int feature(int hash) {
    return Arrays.binarySearch(hashes, hash);
  }

  /** How much a feature speaks for a node, before the text's length is allowed for. */
  double weight(int feature, int node) {
    int at = Arrays.binarySearch(nodes, offsets[feature], offsets[feature + 1], (char) node);
    return at < 0 ? 0 : steps[feature] * weights[at] * rarity[feature] / RARITY_PARTS;
  }

  /** Long texts would shout down short ones, were their features not made smaller. */
  static float scale(double sumOfSquares) {
    return sumOfSquares == 0 ? 0 : (float) (1 / Math.sqrt(sumOfSquares));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(hashes.length);
    out.writeInt(nodes.length);
    out.writeInt(bias.length);
    for (int f = 0; f < hashes.length; f++) {
      out.writeInt(hashes[f]);
      out.writeByte(rarity[f]);
      out.writeFloat(steps[f]);
      out.writeInt(offsets[f + 1] - offsets[f]);
    }
    for (char node : nodes) {
      out.writeChar(node);
    }
    out.write(weights);
    for (float b : bias) {
      out.writeFloat(b);
    }
  }

  static LinearModel read(DataInputStream in) throws IOException {
    int features = in.readInt();
    int size = in.readInt();
    int nodeCount = in.readInt();
    int[] hashes = new int[features];
    byte[] rarity = new byte[features];
    float[] steps = new float[features];
    int[] offsets = new int[features + 1];
    for (int f = 0; f < features; f++) {
      hashes[f] = in.readInt();
      rarity[f] = in.readByte();
      steps[f] = in.readFloat();
      offsets[f + 1] = offsets[f] + in.readInt();
    }
    char[] nodes = new char[size];
    for (int i = 0; i < size; i++) {
      nodes[i] = in.readChar();
    }
    byte[] weights = new byte[size];
    in.readFully(weights);
    float[] bias = new float[nodeCount];
    for (int i = 0; i < nodeCount; i++) {
      bias[i] = in.readFloat();
    }
    return new LinearModel(hashes, rarity, offsets, nodes, weights, steps, bias);
  }
}
