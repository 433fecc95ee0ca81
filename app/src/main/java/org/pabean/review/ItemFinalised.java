package org.pabean.review;

import org.pabean.catalogue.Item;

/**
 * The machine made an item final, by itself or as a person decided before. Published within the
 * transaction that does it.
 *
 * @param item the item as it now stands
 */
public record ItemFinalised(Item item) {}
