package org.pabean.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param tasks in their order
 * @param next where the next page begins; null if there is none
 */
public record QueuePart(List<ReviewTask> tasks, @Nullable String next) {}
