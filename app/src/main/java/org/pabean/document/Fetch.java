package org.pabean.document;

import java.time.Instant;

/**
 * Somebody who has a document in hand.
 *
 * @param by the person's name
 * @param last when it was fetched last
 */
public record Fetch(String by, Instant last) {}
