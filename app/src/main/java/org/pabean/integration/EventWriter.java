package org.pabean.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pabean.integration.EventTable.Receiver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event down with a delivery, and its job, for each who wants to know. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EventWriter {

  private final EventTable events;
  private final Postbox postbox;
  private final Slack slack;
  private final SchedulerClient jobs;
  private final Clock clock;

  EventWriter(EventTable events, Postbox postbox, Slack slack, SchedulerClient jobs, Clock clock) {
    this.events = events;
    this.postbox = postbox;
    this.slack = slack;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Whether anybody wants to know. */
  boolean isWanted(EventKind kind) {
    return !events.receivers(kind).isEmpty()
        || !postbox.receivers(kind).isEmpty()
        || !slack.receivers(kind).isEmpty();
  }

  /** Tells all who want to know. */
  void tell(EventKind kind, EventMessage message) {
    tell(message, events.receivers(kind));
    Instant now = clock.instant();
    deliver(message, slack.receivers(kind).stream().map(Receiver::slack).toList(), now);
    deliver(
        message, postbox.receivers(kind).stream().map(Receiver::email).toList(), postbox.time());
  }

  /** Tells these webhooks. */
  void tell(EventMessage message, List<UUID> webhooks) {
    events.insert(message, JsonMapper.shared().writeValueAsString(message));
    deliver(message, webhooks.stream().map(Receiver::webhook).toList(), clock.instant());
  }

  private void deliver(EventMessage message, List<Receiver> receivers, Instant at) {
    List<TaskInstance<?>> deliveries = new ArrayList<>();
    for (Receiver receiver : receivers) {
      UUID delivery = events.insertDelivery(message.id(), receiver, message.occurredAt());
      deliveries.add(DeliveryJob.of(delivery));
    }
    if (!deliveries.isEmpty()) {
      jobs.scheduleBatch(deliveries, at);
    }
  }
}
