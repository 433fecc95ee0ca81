package org.pabean.review;

import java.util.List;

/**
 * How many open tasks there are of each kind, as far as a filter lets them through.
 *
 * @param all all of them
 * @param fresh never opened
 * @param mine held by the person who asks, or given to them
 * @param free held by nobody, and open to the person who asks
 * @param overdue past their time
 * @param blocked prohibited as far as known
 * @param lead for a lead only
 * @param asked waiting for the seller's answer
 * @param destinations how many go where, most first
 * @param categories how many are held for what, most first
 */
public record QueueCounts(
    long all,
    long fresh,
    long mine,
    long free,
    long overdue,
    long blocked,
    long lead,
    long asked,
    List<Share> destinations,
    List<Share> categories) {

  /** One destination or category, and how many tasks have it. */
  public record Share(String name, long tasks) {}
}
