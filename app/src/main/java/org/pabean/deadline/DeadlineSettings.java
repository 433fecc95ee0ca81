package org.pabean.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the desk has, in working time.
 *
 * @param decideWithin how long after it was opened a task should be decided
 * @param reminderBefore how long before it is due somebody is reminded
 * @param escalationBefore how long before it is due a lead is told
 * @param calendar which calendar is in force at the first start
 */
@ConfigurationProperties("pabean.deadline")
record DeadlineSettings(
    @DefaultValue("8h") Duration decideWithin,
    @DefaultValue("4h") Duration reminderBefore,
    @DefaultValue("1h") Duration escalationBefore,
    @DefaultValue("SG") String calendar) {

  /** Checks that the lead is told after the reminder. */
  DeadlineSettings {
    if (escalationBefore.compareTo(reminderBefore) > 0) {
      throw new IllegalArgumentException(
          "pabean.deadline.escalation-before (%s) must not be longer than reminder-before (%s)"
              .formatted(escalationBefore, reminderBefore));
    }
  }
}
