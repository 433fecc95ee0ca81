package org.pabean.classify;

/**
 * How much of a listing the program knows, which says how far its answer can be trusted.
 *
 * @param knownToLinear share of its words that the trained view knows, by weight
 * @param knownToIndex share of its title that the goods index knows, by weight
 * @param titleWords words in the title
 * @param nearest how like the nearest built-in example is, 0 to 1
 * @param nearestOfHistory the same of the history; 0 without one
 * @param heading the heading of each candidate of the pool, as a node
 */
record Familiarity(
    double knownToLinear,
    double knownToIndex,
    int titleWords,
    double nearest,
    double nearestOfHistory,
    int[] heading) {

  private static final double SHORT = 5;
  private static final double LONG = 14;

  /** 0 for a title of a few words, 1 for one full of words, as marketplaces have them. */
  double titleLength() {
    return Math.max(0, Math.min(1, (titleWords - SHORT) / (LONG - SHORT)));
  }

  /** How unlike anything known the listing is: neither its words nor an example know it. */
  double novelty() {
    double words = (knownToLinear + knownToIndex) / 2;
    double known = Math.max(words, Math.max(nearest, nearestOfHistory));
    return Math.max(0, Math.min(1, 1 - known));
  }
}
