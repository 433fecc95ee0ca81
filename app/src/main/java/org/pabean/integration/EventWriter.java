package org.pabean.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event down with a delivery, and its job, for each who wants to know. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EventWriter {

  private final EventTable events;
  private final MailTable mails;
  private final Postbox postbox;
  private final Slack slack;
  private final SchedulerClient jobs;
  private final Clock clock;

  EventWriter(
      EventTable events,
      MailTable mails,
      Postbox postbox,
      Slack slack,
      SchedulerClient jobs,
      Clock clock) {
    this.events = events;
    this.mails = mails;
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
    List<TaskInstance<?>> posts = new ArrayList<>();
    for (String channel : slack.receivers(kind)) {
      posts.add(DeliveryJob.of(events.insertSlack(message.id(), channel, message.occurredAt())));
    }
    if (!posts.isEmpty()) {
      jobs.scheduleBatch(posts, clock.instant());
    }
    List<TaskInstance<?>> letters = new ArrayList<>();
    for (String address : postbox.receivers(kind)) {
      letters.add(DeliveryJob.of(mails.insert(message.id(), address, message.occurredAt())));
    }
    if (!letters.isEmpty()) {
      jobs.scheduleBatch(letters, postbox.time());
    }
  }

  /** Tells these webhooks. */
  void tell(EventMessage message, List<UUID> webhooks) {
    events.insert(message, JsonMapper.shared().writeValueAsString(message));
    List<TaskInstance<?>> deliveries = new ArrayList<>();
    for (UUID webhook : webhooks) {
      UUID delivery = events.insertDelivery(message.id(), webhook, message.occurredAt());
      deliveries.add(DeliveryJob.of(delivery));
    }
    if (!deliveries.isEmpty()) {
      jobs.scheduleBatch(deliveries, clock.instant());
    }
  }
}
