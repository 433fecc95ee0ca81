package org.pabean.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pabean.classify.Scores.Support;
import org.pabean.listing.Listing;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.Nomenclature;

/**
 * What everyday names of goods and our own descriptions say of a listing. Nothing in it is trained.
 */
final class IndexView {

  private static final int WORTH_CHECKING = 25;
  private static final float EXCLUDED = 0.4f;

  private final Rarity rarity;
  private final Subheadings subheadings;
  private final NameIndex names;
  private final DescriptionIndex descriptions;
  private final Materials materials;
  private final Exclusions exclusions;

  IndexView(Nomenclature nomenclature, GoodsIndex goods, Subheadings subheadings) {
    List<NameWords> named = NameWords.of(goods.names());
    this.rarity = Rarity.of(nomenclature, named);
    this.subheadings = subheadings;
    this.names = new NameIndex(named, subheadings, rarity);
    this.descriptions = new DescriptionIndex(nomenclature, subheadings, rarity);
    this.materials = new Materials(nomenclature, subheadings);
    this.exclusions = new Exclusions(nomenclature, subheadings);
  }

  /**
   * What was found.
   *
   * @param scores of all subheadings
   * @param best the subheadings with the highest scores
   * @param bestTogether the sum of their scores
   * @param madeOf the materials that the listing names
   * @param known the share of the title's words that the index knows, by weight
   */
  record Found(
      Scores scores, List<Support> best, double bestTogether, Set<String> madeOf, double known) {}

  /** Scores all subheadings. */
  Found find(Listing listing, ListingWords words, int most) {
    Set<String> madeOf = materials.of(listing);
    var scores = new Scores(subheadings.count());
    names.score(words, scores);
    descriptions.score(words, scores);
    for (Support support : scores.best(WORTH_CHECKING)) {
      if (exclusions.met(support.number(), words).isPresent()) {
        scores.multiply(support.number(), EXCLUDED);
      }
      scores.multiply(support.number(), materials.agreement(madeOf, support.number()).factor);
    }
    double known = words.title().stream().mapToDouble(rarity::of).sum();
    double told = words.title().stream().mapToDouble(rarity::orUnknown).sum();
    List<Support> best = scores.best(most);
    double together = best.stream().mapToDouble(Support::score).sum();
    return new Found(scores, best, together, madeOf, told == 0 ? 0 : known / told);
  }

  Materials.Agreement agreement(Set<String> madeOf, int subheading) {
    return materials.agreement(madeOf, subheading);
  }

  /** What a description excludes and the listing says. */
  Optional<String> exclusion(int subheading, ListingWords words) {
    return exclusions.met(subheading, words);
  }

  /** The names and words that spoke for a subheading, the weightiest first. */
  List<Evidence> evidence(int subheading, ListingWords words) {
    List<Evidence> found = new ArrayList<>(names.evidence(subheading, words));
    found.addAll(descriptions.evidence(subheading, words));
    found.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return found;
  }
}
