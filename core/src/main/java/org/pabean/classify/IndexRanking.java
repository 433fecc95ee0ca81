package org.pabean.classify;

import org.pabean.listing.Listing;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.Nomenclature;

/**
 * Ranks by the goods index and the descriptions alone, with nothing trained: shows what that table
 * is worth. Its confidences are shares of the scores, not calibrated.
 */
public final class IndexRanking implements Classifier {

  private static final int MOST = 10;

  private final Subheadings subheadings;
  private final IndexView index;

  /** Reads the built-in index. */
  public IndexRanking(Nomenclature nomenclature) {
    this.subheadings = new Subheadings(nomenclature);
    this.index = new IndexView(nomenclature, GoodsIndex.builtIn(), subheadings);
  }

  @Override
  public Ranking classify(Listing listing) {
    ListingWords words = ListingWords.of(ListingTokens.of(listing));
    IndexView.Found found = index.find(listing, words, MOST);
    return new Ranking(
        found.best().stream()
            .map(
                support ->
                    new Candidate(
                        subheadings.code(support.number()),
                        support.score() / found.bestTogether(),
                        index.evidence(found, support.number(), words)))
            .toList(),
        null);
  }

  @Override
  public String version() {
    return "index";
  }
}
