package org.pabean.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.catalogue.ItemState;
import org.pabean.tariff.Code;

/**
 * What became of the listings that were sent, in their order.
 *
 * @param lines one for each listing
 */
public record Receipt(List<Line> lines) {

  /** Copies the list. */
  public Receipt {
    lines = List.copyOf(lines);
  }

  /**
   * What became of one listing.
   *
   * @param itemId the item
   * @param sku the seller's number
   * @param state where the item stands
   * @param lane who finalises it
   * @param code the code; null if none is known
   * @param taskId the review task; null unless it is held
   * @param precedent the decision that was relied on; null if none
   * @param reasons why it is held
   */
  public record Line(
      UUID itemId,
      String sku,
      ItemState state,
      Lane lane,
      @Nullable Code code,
      @Nullable UUID taskId,
      @Nullable String precedent,
      List<String> reasons) {}
}
