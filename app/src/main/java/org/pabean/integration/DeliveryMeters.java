package org.pabean.integration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Figures of the outbox: what waits to be told and since when, what failed, what was tried. */
@Component
class DeliveryMeters {

  private final EventTable table;
  private final MeterRegistry meters;
  private final Clock clock;

  DeliveryMeters(EventTable table, MeterRegistry meters, Clock clock) {
    this.table = table;
    this.meters = meters;
    this.clock = clock;
  }

  /** Read from the database each time they are asked for: no number, if it cannot be asked. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (Channel channel : Channel.values()) {
      Gauge.builder("pabean.deliveries.waiting", () -> table.count(channel, Delivery.State.PENDING))
          .description("Deliveries that will be tried, or tried again")
          .tag("channel", channel.tag())
          .register(meters);
      Gauge.builder("pabean.deliveries.failed", () -> table.count(channel, Delivery.State.FAILED))
          .description("Deliveries that wait for a person to send them again")
          .tag("channel", channel.tag())
          .register(meters);
      Gauge.builder("pabean.deliveries.lag", () -> lagInSeconds(channel))
          .description("How long the oldest delivery has waited")
          .baseUnit("seconds")
          .tag("channel", channel.tag())
          .register(meters);
    }
  }

  void attempted(EventTable.Letter letter, String outcome) {
    Counter.builder("pabean.deliveries.attempts")
        .description("Attempts at delivering an event: delivered, again, or failed")
        .tag("channel", Channel.of(letter).tag())
        .tag("outcome", outcome)
        .register(meters)
        .increment();
  }

  private double lagInSeconds(Channel channel) {
    return table
        .oldestWaiting(channel)
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }

  /** Where deliveries go. */
  enum Channel {
    WEBHOOK,
    EMAIL,
    SLACK;

    static Channel of(EventTable.Letter letter) {
      if (letter.email() != null) {
        return EMAIL;
      }
      return letter.slack() == null ? WEBHOOK : SLACK;
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
