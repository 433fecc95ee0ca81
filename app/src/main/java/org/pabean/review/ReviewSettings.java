package org.pabean.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk works.
 *
 * @param lease how long a claim lasts unless its holder does something
 * @param undoFor how long a decision may be withdrawn by who gave it
 * @param skipFor how long a task that somebody skipped is not offered to them again
 * @param answerWithin how long a seller may take to answer; after it the task is back in the queue
 */
@ConfigurationProperties("pabean.review")
record ReviewSettings(
    @DefaultValue("10m") Duration lease,
    @DefaultValue("10s") Duration undoFor,
    @DefaultValue("1h") Duration skipFor,
    @DefaultValue("3d") Duration answerWithin) {}
