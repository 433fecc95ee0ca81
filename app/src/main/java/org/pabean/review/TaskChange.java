package org.pabean.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a review task, as every server node is told when it is committed.
 *
 * @param task the task
 * @param what {@code opened}, {@code claimed}, {@code released}, {@code changed} or {@code closed}
 * @param version the task's version now
 * @param destination where the goods go
 * @param forLead whether only a lead may decide
 * @param by who holds it; null if nobody does
 * @param name that person's name
 * @param until when their claim lapses
 * @param assigned the name of whom it was given to, if anybody
 */
public record TaskChange(
    UUID task,
    String what,
    long version,
    String destination,
    boolean forLead,
    @Nullable UUID by,
    @Nullable String name,
    @Nullable Instant until,
    @Nullable String assigned) {}
