package org.pabean.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands in a list of open ones.
 *
 * @param number from 1; 0 if it is not in the list
 * @param of how many the list has
 * @param previous the one before it
 * @param next the one after it; the first if the task is not in the list
 */
public record QueuePlace(long number, long of, @Nullable UUID previous, @Nullable UUID next) {}
