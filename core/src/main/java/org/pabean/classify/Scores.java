package org.pabean.classify;

import java.util.Arrays;
import java.util.List;

/** What speaks for each subheading in one listing, view by view. */
final class Scores {

  final float[] byName;
  final float[] nameCoverage;
  final float[] byDescription;
  final float[] wholeName;
  final float[] nameShare;

  Scores(int subheadings) {
    this.byName = new float[subheadings];
    this.nameCoverage = new float[subheadings];
    this.byDescription = new float[subheadings];
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

  /** Makes what speaks for a subheading weigh more or less. */
  void multiply(int number, float factor) {
    byName[number] *= factor;
    byDescription[number] *= factor;
  }

  /** All that speaks for a subheading. */
  float total(int i) {
    return byName[i] + byDescription[i];
  }

  /** What speaks for one subheading. */
  Support support(int i) {
    return new Support(
        i, total(i), byName[i], byDescription[i], nameCoverage[i], wholeName[i], nameShare[i]);
  }

  /** The subheadings with the highest scores, the highest first; of equal ones the lower code. */
  List<Support> best(int most) {
    return Arrays.stream(Best.of(byName.length, most, 0, this::total))
        .mapToObj(this::support)
        .toList();
  }
}
