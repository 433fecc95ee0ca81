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
 * @param features the known features
 * @param rarity how rare each is (inverse document frequency), in sixteenths
 * @param offsets where the weights of each begin, and where the last ends
 * @param nodes the node each weight speaks for, in the numbering of {@link Tree}
 * @param weights in steps of their feature
 * @param steps the size of a step, for each feature
 * @param bias of each node
 */
record LinearModel(
    FeatureTable features,
    byte[] rarity,
    int[] offsets,
    char[] nodes,
    byte[] weights,
    float[] steps,
    float[] bias) {

  /** Rarities are kept in parts of one. */
  static final float RARITY_PARTS = 16;

  /** How rare a feature is. */
  float rarityOf(int feature) {
    return rarity[feature] / RARITY_PARTS;
  }

  /** How much a feature speaks for a node, before the text's length is allowed for. */
  double weight(int feature, int node) {
    int at = Arrays.binarySearch(nodes, offsets[feature], offsets[feature + 1], (char) node);
    return at < 0 ? 0 : steps[feature] * weights[at] * rarityOf(feature);
  }

  /** Long texts would shout down short ones, were their features not made smaller. */
  static float scale(double sumOfSquares) {
    return sumOfSquares == 0 ? 0 : (float) (1 / Math.sqrt(sumOfSquares));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(features.size());
    out.writeInt(nodes.length);
    out.writeInt(bias.length);
    for (int f = 0; f < features.size(); f++) {
      out.writeInt(features.hash(f));
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
    int count = in.readInt();
    int size = in.readInt();
    int nodeCount = in.readInt();
    int[] hashes = new int[count];
    byte[] rarity = new byte[count];
    float[] steps = new float[count];
    int[] offsets = new int[count + 1];
    for (int f = 0; f < count; f++) {
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
    return new LinearModel(new FeatureTable(hashes), rarity, offsets, nodes, weights, steps, bias);
  }
}
