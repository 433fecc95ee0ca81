package org.pabean.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the events that a figure counts.
 *
 * @param at when
 * @param actor who did it, or the program
 * @param itemId the item
 * @param title of the goods
 * @param destination where they go
 * @param said the answer, the reasons, or the code; may be empty
 */
public record Happened(
    Instant at,
    String actor,
    @Nullable UUID itemId,
    String title,
    String destination,
    String said) {}
