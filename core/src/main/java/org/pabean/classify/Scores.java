package org.pabean.classify;

import java.util.Arrays;
import java.util.List;

/**
 * What speaks for each subheading in one listing: names of goods and descriptions. Most subheadings
 * are never spoken of, so that those that are get noted.
 */
final class Scores {

  private final float[] byName;
  private final float[] byDescription;
  private final float[] total;
  private final float[] nameCoverage;
  private final float[] wholeName;
  private final float[] nameShare;
  private int[] spokenOf = new int[256];
  private int size;

  Scores(int subheadings) {
    this.byName = new float[subheadings];
    this.byDescription = new float[subheadings];
    this.total = new float[subheadings];
    this.nameCoverage = new float[subheadings];
    this.wholeName = new float[subheadings];
    this.nameShare = new float[subheadings];
  }

  /**
   * A subheading that something speaks for.
   *
   * @param number of the subheading
   * @param score all views together, above 0
   * @param byName what names of goods add to it
   * @param byDescription what its description adds
   * @param nameCoverage how much of its best name the listing uses, 0 to 1
   * @param wholeName the words of the longest of its names that stands whole in the title
   * @param nameShare the share of goods so called that belong here, of its best name
   */
  record Support(
      int number,
      double score,
      double byName,
      double byDescription,
      double nameCoverage,
      double wholeName,
      double nameShare) {}

  /**
   * A name of a subheading speaks for it: the best one counts, a second one a little.
   *
   * @param share of the goods so called that belong there
   * @param coverage how much of the name is said, 0 to 1
   * @param whole the words of the name if it stands whole in the title, else 0
   */
  void addName(int number, float score, float ofSecond, float share, float coverage, int whole) {
    float best = Math.max(byName[number], score);
    float second = Math.min(byName[number], score);
    if (best == score) {
      nameShare[number] = share;
    }
    float sum = best + ofSecond * second;
    addTotal(number, sum - byName[number]);
    byName[number] = sum;
    nameCoverage[number] = Math.max(nameCoverage[number], coverage);
    wholeName[number] = Math.max(wholeName[number], whole);
  }

  /** A word of its description speaks for a subheading. */
  void addDescription(int number, float score) {
    byDescription[number] += score;
    addTotal(number, score);
  }

  private void addTotal(int number, float score) {
    if (total[number] == 0) {
      if (size == spokenOf.length) {
        spokenOf = Arrays.copyOf(spokenOf, 2 * size);
      }
      spokenOf[size++] = number;
    }
    total[number] += score;
  }

  /** Makes what speaks for a subheading weigh more or less. */
  void multiply(int number, float factor) {
    byName[number] *= factor;
    byDescription[number] *= factor;
    total[number] *= factor;
  }

  /** What speaks for one subheading. */
  Support support(int i) {
    return new Support(
        i, total[i], byName[i], byDescription[i], nameCoverage[i], wholeName[i], nameShare[i]);
  }

  /** The numbers of the subheadings with the highest scores, the highest first. */
  int[] best(int most) {
    return Best.among(spokenOf, size, total, most);
  }

  /** The subheadings with the highest scores, the highest first; of equal ones the lower code. */
  List<Support> supports(int most) {
    return Arrays.stream(best(most)).mapToObj(this::support).toList();
  }
}
