package org.pabean.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;

/**
 * A trigger of a rule pack.
 *
 * @param id unique in its pack
 * @param title a few words
 * @param category stable slug
 * @param effect what it does to an item once it is no longer on trial
 * @param shadow whether it is on trial
 * @param status {@code prohibited}, {@code permit}, {@code registration}, {@code labelling} or
 *     {@code conditional}, or two of them
 * @param authority who controls these goods
 * @param instrument the law
 * @param source address where the law was read, or {@code none}
 * @param verified {@code yes}, {@code part} or {@code no}
 * @param effectiveFrom first day it applies; open if null
 * @param effectiveTo last day it applies; open if null
 * @param lastChecked when a person last compared it with its source
 * @param reason why an item is held, in plain words
 * @param provide what the seller should provide
 * @param ask one question to the seller, by language; empty if there is none
 * @param when the condition, in CEL
 * @param whenAt where the condition stands
 * @param fires examples that must make it fire
 * @param quiet examples that must not
 */
public record Rule(
    String id,
    String title,
    String category,
    Effect effect,
    boolean shadow,
    String status,
    String authority,
    String instrument,
    String source,
    String verified,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    LocalDate lastChecked,
    String reason,
    String provide,
    Map<String, String> ask,
    String when,
    Place whenAt,
    List<Example> fires,
    List<Example> quiet) {

  /** After so many days without a look at its source, a rule may no longer be the law. */
  public static final int STALE_AFTER_DAYS = 90;

  /**
   * A listing that shows what the rule is for.
   *
   * @param listing the goods
   * @param codes digits of the candidates that the classifier is taken to give
   * @param date the day it is assessed as of; a day on which the rule applies if null
   * @param seller what became of the seller's earlier items
   * @param at where it stands
   */
  public record Example(
      Listing listing,
      List<String> codes,
      @Nullable LocalDate date,
      SellerHistory seller,
      Place at) {}

  /** Whether nobody has compared it with its source for a long time. */
  public boolean isStale(LocalDate today) {
    return lastChecked.plusDays(STALE_AFTER_DAYS).isBefore(today);
  }

  /** What it does to an item today. */
  public Effect applied() {
    return shadow ? Effect.SHADOW : effect;
  }

  /** Whether the rule applies on a date. */
  public boolean isInForce(LocalDate date) {
    return (effectiveFrom == null || !date.isBefore(effectiveFrom))
        && (effectiveTo == null || !date.isAfter(effectiveTo));
  }
}
