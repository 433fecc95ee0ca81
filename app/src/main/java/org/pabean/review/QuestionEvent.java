package org.pabean.review;

import org.pabean.catalogue.Item;

/**
 * A seller was asked, or has answered. Published within the transaction that does it.
 *
 * @param question as it stands now
 * @param item the goods, as they stand now
 */
public record QuestionEvent(SellerQuestion question, Item item) {

  /** Whether the seller has answered. */
  public boolean isAnswer() {
    return question.answer() != null;
  }
}
