package org.pabean.classify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
   * @param names the names of goods that the listing uses
   * @param madeOf the materials that the listing names
   * @param excluded what of the descriptions' exclusions it says
   * @param known the share of the title's words that the index knows, by weight
   */
  record Found(
      Scores scores,
      List<Support> best,
      double bestTogether,
      NameIndex.Hits names,
      BitSet madeOf,
      BitSet excluded,
      double known) {}

  /** Scores all subheadings. */
  Found find(Listing listing, ListingWords words, int most) {
    BitSet madeOf = materials.of(listing);
    BitSet excluded = exclusions.clearlySaid(words);
    var scores = new Scores(subheadings.count());
    NameIndex.Hits hits = names.score(words, scores);
    descriptions.score(words, scores);
    for (int subheading : scores.best(WORTH_CHECKING)) {
      if (exclusions.met(subheading, excluded).isPresent()) {
        scores.multiply(subheading, EXCLUDED);
      }
      scores.multiply(subheading, materials.agreement(madeOf, subheading).factor);
    }
    double known = words.title().stream().mapToDouble(rarity::of).sum();
    double told = words.title().stream().mapToDouble(rarity::orUnknown).sum();
    List<Support> best = scores.supports(most);
    double together = best.stream().mapToDouble(Support::score).sum();
    return new Found(scores, best, together, hits, madeOf, excluded, told == 0 ? 0 : known / told);
  }

  Materials.Agreement agreement(Found found, int subheading) {
    return materials.agreement(found.madeOf, subheading);
  }

  /** What a description excludes and the listing says. */
  Optional<String> exclusion(Found found, int subheading) {
    return exclusions.met(subheading, found.excluded);
  }

  /** The language of the names that the listing uses; empty if it uses none. */
  String language(Found found) {
    return names.language(found.names);
  }

  /** The names and words that spoke for a subheading, the weightiest first. */
  List<Evidence> evidence(Found found, int subheading, ListingWords words) {
    List<Evidence> evidence = new ArrayList<>(names.evidence(subheading, found.names, words));
    evidence.addAll(descriptions.evidence(subheading, words));
    evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return evidence;
  }
}
