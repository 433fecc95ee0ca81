package org.pabean.classify;

import java.util.Arrays;

/** Where a word stands: numbers (of names or subheadings) in rising order, each with a weight. */
final class Postings {

  private int[] numbers = new int[2];
  private float[] weights = new float[2];
  private int size;

  void add(int number, double weight) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    numbers[size] = number;
    weights[size] = (float) weight;
    size++;
  }

  int size() {
    return size;
  }

  int number(int i) {
    return numbers[i];
  }

  float weight(int i) {
    return weights[i];
  }

  /** The weight at a number; 0 if the word does not stand there. */
  float weightAt(int number) {
    int at = Arrays.binarySearch(numbers, 0, size, number);
    return at < 0 ? 0 : weights[at];
  }
}
