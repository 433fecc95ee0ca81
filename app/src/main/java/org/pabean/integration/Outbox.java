package org.pabean.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pabean.deadline.DeadlineReached;
import org.pabean.review.DecisionWithdrawn;
import org.pabean.review.QuestionEvent;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.TaskDecided;
import org.pabean.review.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what happened, and that each webhook must be told, in the transaction in which it
 * happened: either all of it is kept, or nothing has happened.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

  private final EventTable table;
  private final ReviewQueue queue;
  private final SchedulerClient jobs;
  private final JsonMapper json;
  private final Clock clock;

  Outbox(EventTable table, ReviewQueue queue, SchedulerClient jobs, JsonMapper json, Clock clock) {
    this.table = table;
    this.queue = queue;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  @EventListener
  void on(TaskOpened opened) {
    tell(EventMessage.created(opened.task(), opened.item()));
  }

  @EventListener
  void on(TaskDecided decided) {
    ReviewTask task = queue.find(decided.decision().taskId()).orElseThrow();
    tell(EventMessage.decided(task, decided.item(), decided.decision()));
  }

  @EventListener
  void on(DecisionWithdrawn withdrawn) {
    tell(EventMessage.reopened(withdrawn));
  }

  @EventListener
  void on(DeadlineReached reached) {
    tell(EventMessage.ofDeadline(reached));
  }

  @EventListener
  void on(QuestionEvent event) {
    ReviewTask task = queue.find(event.question().taskId()).orElseThrow();
    tell(EventMessage.ofQuestion(event, task));
  }

  private void tell(EventMessage message) {
    table.insert(message, json.writeValueAsString(message));
    List<TaskInstance<?>> deliveries = new ArrayList<>();
    for (Webhook webhook : table.webhooks()) {
      UUID delivery = table.insertDelivery(message.id(), webhook.id(), message.occurredAt());
      deliveries.add(DeliveryJob.of(delivery));
    }
    if (!deliveries.isEmpty()) {
      jobs.scheduleBatch(deliveries, clock.instant());
    }
  }
}
