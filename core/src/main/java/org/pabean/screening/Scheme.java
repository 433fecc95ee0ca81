package org.pabean.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a destination does with goods of low value, in one period.
 *
 * @param id unique in the file, such as {@code SG-OVR}
 * @param destination ISO country
 * @param name a few words
 * @param authority who runs it
 * @param instrument the law
 * @param source address where it was read, or {@code none}
 * @param verified {@code yes}, {@code part} or {@code no}
 * @param effectiveFrom first day it applies; open if null
 * @param effectiveTo last day it applies; open if null
 * @param lastChecked when a person last compared it with its source
 * @param test which values it takes
 * @param gives what it means for duty and tax
 * @param instead what it means for particular goods
 * @param beyond what is due above its limit; empty if nothing need be said
 * @param needs what seller or carrier must have or send
 * @param trap what is easily got wrong; empty if nothing is
 * @param excludes goods it leaves out
 * @param channel the way of selling that it concerns; null if it concerns all
 */
record Scheme(
    String id,
    String destination,
    String name,
    String authority,
    String instrument,
    String source,
    String verified,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    LocalDate lastChecked,
    Test test,
    String gives,
    List<Instead> instead,
    String beyond,
    String needs,
    String trap,
    GoodsGroup excludes,
    @Nullable Channel channel) {

  Scheme {
    instead = List.copyOf(instead);
  }

  /**
   * Which values a scheme takes. Both limits may be open.
   *
   * @param basis what counts as the value, such as {@code CIF}
   * @param unit what is valued
   * @param currency of the limits
   * @param above the value is more than this
   * @param atMost the value is this or less
   * @param below the value is less than this
   */
  record Test(
      String basis,
      LowValueSchemes.Unit unit,
      String currency,
      @Nullable BigDecimal above,
      @Nullable BigDecimal atMost,
      @Nullable BigDecimal below) {

    private static final BigDecimal NEAR = new BigDecimal("0.9");

    boolean takes(BigDecimal value) {
      return (above == null || value.compareTo(above) > 0)
          && (atMost == null || value.compareTo(atMost) <= 0)
          && (below == null || value.compareTo(below) < 0);
    }

    /** Whether a value that it takes lies so near its limit that freight may lift it over. */
    boolean isJustUnder(BigDecimal value) {
      return atMost != null && value.compareTo(atMost.multiply(NEAR)) >= 0;
    }
  }

  /**
   * Goods that fare differently.
   *
   * @param goods which
   * @param gives what the scheme means for them
   */
  record Instead(GoodsGroup goods, String gives) {}

  /**
   * A way of selling.
   *
   * @param words names of platforms that show that a listing is sold so
   * @param heldBy rules that put the same law before a person; nothing is added to them
   */
  record Channel(List<String> words, Set<String> heldBy) {

    Channel {
      words = List.copyOf(words);
      heldBy = Set.copyOf(heldBy);
    }
  }

  boolean isInForce(LocalDate date) {
    return (effectiveFrom == null || !date.isBefore(effectiveFrom))
        && (effectiveTo == null || !date.isAfter(effectiveTo));
  }

  /** What it means for these goods. */
  String gives(Goods goods) {
    return instead.stream()
        .filter(other -> goods.within(other.goods()).isPresent())
        .map(Instead::gives)
        .findFirst()
        .orElse(gives);
  }
}
