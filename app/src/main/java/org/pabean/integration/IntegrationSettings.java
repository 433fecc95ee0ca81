package org.pabean.integration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are posted, and how long it is tried.
 *
 * @param connectLimit how long a receiver may take to accept the connection
 * @param answerLimit how long it may take to answer
 * @param attempts how often an event is posted before its delivery has failed
 * @param firstWait how long after the first failure it is tried again
 * @param factor each further wait is this many times as long as the one before
 * @param longestWait no wait is longer, whatever the receiver asks for
 * @param jitter share by which a wait is made longer or shorter at random, so that many deliveries
 *     that failed together do not come back together; 0 to 1
 * @param secretOverlap how long after a secret was renewed messages are signed with the old one too
 */
@ConfigurationProperties("pabean.integration")
record IntegrationSettings(
    @DefaultValue("5s") Duration connectLimit,
    @DefaultValue("10s") Duration answerLimit,
    @DefaultValue("8") int attempts,
    @DefaultValue("5s") Duration firstWait,
    @DefaultValue("3") double factor,
    @DefaultValue("1h") Duration longestWait,
    @DefaultValue("0.2") double jitter,
    @DefaultValue("24h") Duration secretOverlap) {

  IntegrationSettings {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "pabean.integration.attempts is %d: give 1 or more".formatted(attempts));
    }
    if (factor < 1) {
      throw new IllegalArgumentException(
          "pabean.integration.factor is %s: give 1 or more".formatted(factor));
    }
    if (jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException(
          "pabean.integration.jitter is %s: give 0 to 1".formatted(jitter));
    }
  }

  /**
   * How long to wait before the next attempt.
   *
   * @param failures how many attempts have failed, 1 or more
   * @param atLeast what the receiver asked for
   * @param chance a random number from 0 to 1
   */
  Duration waitAfter(int failures, Duration atLeast, double chance) {
    double millis = firstWait.toMillis() * Math.pow(factor, failures - 1.0);
    double spread = millis * (1 + jitter * (2 * chance - 1));
    Duration wait = Duration.ofMillis((long) Math.min(spread, longestWait.toMillis()));
    Duration asked = atLeast.compareTo(longestWait) > 0 ? longestWait : atLeast;
    return wait.compareTo(asked) > 0 ? wait : asked;
  }
}
