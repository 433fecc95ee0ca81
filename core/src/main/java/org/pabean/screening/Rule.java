package org.pabean.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;

/**
 * A trigger of a rule pack.
 *
 * @param id unique in its pack
 * @param title a few words
 * @param category stable slug
 * @param effect hold or block
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
 * @param when the condition, in CEL
 * @param fires examples that must make it fire
 * @param quiet examples that must not
 */
public record Rule(
    String id,
    String title,
    String category,
    Effect effect,
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
    String when,
    List<Example> fires,
    List<Example> quiet) {

  /**
   * A listing that shows what the rule is for.
   *
   * @param listing the goods
   * @param codes digits of the candidates that the classifier is taken to give
   */
  public record Example(Listing listing, List<String> codes) {}

  /** Whether the rule applies on a date. */
  public boolean isInForce(LocalDate date) {
    return (effectiveFrom == null || !date.isBefore(effectiveFrom))
        && (effectiveTo == null || !date.isAfter(effectiveTo));
  }
}
