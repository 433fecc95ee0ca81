package org.pabean.deadline;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the calendars along at the first start, before anybody can ask when something is due. */
@Component
class FirstCalendars implements SmartInitializingSingleton {

  private final DeadlineTable table;
  private final DeadlineSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstCalendars(
      DeadlineTable table,
      DeadlineSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.table = table;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> fill());
  }

  private void fill() {
    table.lockCalendars();
    if (table.hasCalendars()) {
      return;
    }
    CalendarText.builtIn().forEach(calendar -> table.put(calendar, clock.instant()));
    if (!table.putInForce(settings.calendar())) {
      throw new IllegalStateException(
          "pabean.deadline.calendar names '%s', which is no calendar that comes along"
              .formatted(settings.calendar()));
    }
  }
}
