package org.pabean.classify;

import java.util.Arrays;

/**
 * Numbers the features that a view knows, in rising order of their hashes. Lookups go through an
 * open table, for a listing asks for hundreds of them.
 */
final class FeatureTable {

  private static final int SPREAD = 0x9E3779B9;

  private final int[] hashes;
  private final int[] slots;
  private final int shift;

  /** Takes the hashes of the features, each once and in rising order. */
  FeatureTable(int[] rising) {
    this.hashes = rising;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * Math.max(1, rising.length));
    this.slots = new int[1 << bits];
    this.shift = Integer.SIZE - bits;
    Arrays.fill(slots, -1);
    for (int number = 0; number < rising.length; number++) {
      int at = slot(rising[number]);
      while (slots[at] >= 0) {
        at = next(at);
      }
      slots[at] = number;
    }
  }

  private int slot(int hash) {
    return hash * SPREAD >>> shift;
  }

  private int next(int slot) {
    return slot + 1 & slots.length - 1;
  }

  /** The number of a feature; below 0 if it is not known. */
  int find(int hash) {
    int at = slot(hash);
    while (slots[at] >= 0 && hashes[slots[at]] != hash) {
      at = next(at);
    }
    return slots[at];
  }

  int size() {
    return hashes.length;
  }

  int hash(int number) {
    return hashes[number];
  }
}
