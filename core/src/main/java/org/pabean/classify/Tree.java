package org.pabean.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pabean.tariff.Code;

/**
 * Subheadings, headings and chapters of an edition as numbered nodes: subheadings first, in the
 * numbering of {@link Subheadings}, so that weights fit arrays.
 */
final class Tree {

  private final int subheadings;
  private final int[] headingOf;
  private final int[] chapterOf;
  private final int[] chapterOfHeading;
  private final int headings;
  private final List<Code> codes = new ArrayList<>();

  Tree(Subheadings numbered) {
    this.subheadings = numbered.count();
    this.headingOf = new int[subheadings];
    this.chapterOf = new int[subheadings];
    Map<Code, Integer> numbers = new HashMap<>();
    for (int i = 0; i < subheadings; i++) {
      codes.add(numbered.code(i));
    }
    for (int i = 0; i < subheadings; i++) {
      headingOf[i] = numbers.computeIfAbsent(codes.get(i).upTo(4), this::added);
    }
    this.headings = codes.size() - subheadings;
    this.chapterOfHeading = new int[headings];
    for (int i = 0; i < subheadings; i++) {
      chapterOf[i] = numbers.computeIfAbsent(codes.get(i).upTo(2), this::added);
      chapterOfHeading[headingOf[i] - subheadings] = chapterOf[i];
    }
  }

  private int added(Code code) {
    codes.add(code);
    return codes.size() - 1;
  }

  /** How many nodes there are at all. */
  int nodes() {
    return codes.size();
  }

  /** How many of them are subheadings. */
  int subheadings() {
    return subheadings;
  }

  int headingOf(int subheading) {
    return headingOf[subheading];
  }

  int chapterOf(int subheading) {
    return chapterOf[subheading];
  }

  /** Turns scores of nodes into probabilities: subheadings first, then what lies above them. */
  void softmax(float[] node) {
    float most = Float.NEGATIVE_INFINITY;
    for (int s = 0; s < subheadings; s++) {
      node[s] += node[headingOf[s]] + node[chapterOf[s]];
      most = Math.max(most, node[s]);
    }
    float sum = 0;
    for (int s = 0; s < subheadings; s++) {
      node[s] = Exp.of(node[s] - most);
      sum += node[s];
    }
    Arrays.fill(node, subheadings, node.length, 0);
    for (int s = 0; s < subheadings; s++) {
      node[s] /= sum;
      node[headingOf[s]] += node[s];
      node[chapterOf[s]] += node[s];
    }
  }

  /**
   * Turns factors of nodes into probabilities: that of a subheading is the product along its path,
   * as a share of all. Does what {@link #softmax} does, of scores that were raised already.
   */
  void probabilities(float[] node) {
    float sum = 0;
    int s = 0;
    for (int h = 0; h < headings; h++) {
      int heading = subheadings + h;
      float above = node[heading] * node[chapterOfHeading[h]];
      float together = 0;
      for (; s < subheadings && headingOf[s] == heading; s++) {
        node[s] *= above;
        together += node[s];
      }
      node[heading] = together;
      sum += together;
    }
    int chapters = subheadings + headings;
    for (int n = 0; n < chapters; n++) {
      node[n] /= sum;
    }
    Arrays.fill(node, chapters, node.length, 0);
    for (int h = 0; h < headings; h++) {
      node[chapterOfHeading[h]] += node[subheadings + h];
    }
  }

  Code code(int node) {
    return codes.get(node);
  }
}
