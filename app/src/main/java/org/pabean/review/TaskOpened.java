package org.pabean.review;

import org.pabean.catalogue.Item;

/**
 * An item was held and a task opened. Published within the transaction that does both.
 *
 * @param task the task
 * @param item what it is about
 */
public record TaskOpened(ReviewTask task, Item item) {}
