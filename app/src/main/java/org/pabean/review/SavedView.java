package org.pabean.review;

import java.util.UUID;

/**
 * A list of the queue that somebody keeps under a name.
 *
 * @param id names it for removing
 * @param name as its owner calls it
 * @param query the part of the queue's address after the question mark
 * @param shared whether everybody sees it
 * @param own whether it belongs to the person who asks
 */
public record SavedView(UUID id, String name, String query, boolean shared, boolean own) {}
