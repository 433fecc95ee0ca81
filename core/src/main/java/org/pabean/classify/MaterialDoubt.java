package org.pabean.classify;

import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;

/** Tells whether the code turns on a material that the listing does not name. */
public final class MaterialDoubt {

  private static final double WORTH_ASKING = 0.10;
  private static final MaterialDoubt BUILT_IN = new MaterialDoubt(Nomenclature.hs2022());

  private final Nomenclature nomenclature;
  private final ConcurrentMap<Code, BitSet> ofCode = new ConcurrentHashMap<>();

  private MaterialDoubt(Nomenclature nomenclature) {
    this.nomenclature = nomenclature;
  }

  /** Over the descriptions of the built-in nomenclature. */
  public static MaterialDoubt builtIn() {
    return BUILT_IN;
  }

  /** Whether the first two candidates name different materials and the listing names none. */
  public boolean isOpen(Listing listing, Ranking ranking) {
    if (ranking.candidates().size() < 2
        || ranking.candidates().get(1).confidence() < WORTH_ASKING
        || !listing.material().isBlank()) {
      return false;
    }
    BitSet first = of(ranking.candidates().get(0).code());
    BitSet second = of(ranking.candidates().get(1).code());
    return !first.equals(second) && Materials.named(listing).isEmpty();
  }

  private BitSet of(Code code) {
    return ofCode.computeIfAbsent(
        code, c -> Materials.namedBy(nomenclature.find(c).map(Entry::description).orElse("")));
  }
}
