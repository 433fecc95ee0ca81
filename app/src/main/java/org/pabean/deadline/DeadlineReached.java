package org.pabean.deadline;

import java.time.Instant;
import org.pabean.catalogue.Item;
import org.pabean.review.ReviewTask;

/**
 * A task is still open at a step of its deadline. Published once for each task and step, within the
 * transaction that writes it down.
 *
 * @param step which
 * @param at when the step was noticed
 * @param task that is open
 * @param item what it is about
 */
public record DeadlineReached(Step step, Instant at, ReviewTask task, Item item) {}
