package org.pabean.review;

import org.pabean.catalogue.Item;

/**
 * A decision was taken back and its task is open again. Published within the transaction that does
 * it.
 *
 * @param withdrawal who took it back, and when
 * @param task the task as it is open again
 * @param item the item as it is held again
 */
public record DecisionWithdrawn(Withdrawal withdrawal, ReviewTask task, Item item) {}
