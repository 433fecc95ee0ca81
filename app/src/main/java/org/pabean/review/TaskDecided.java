package org.pabean.review;

import org.pabean.catalogue.Item;

/**
 * A task was decided. Published within the transaction that does it.
 *
 * @param decision what was said
 * @param item the item as it now stands, with the assessment that the person had before them
 */
public record TaskDecided(Decision decision, Item item) {}
