package org.pabean.integration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pabean.record.Journal;
import org.pabean.record.PaperFact.NotTold;
import org.pabean.record.PaperFact.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job of one delivery: posts it, and comes back later while the receiver does not take it. A
 * job that was cut off runs again.
 */
@Configuration
class DeliveryJob {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
  private static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("deliver-event");

  private final EventTable table;
  private final Carriers carriers;
  private final IntegrationSettings settings;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  DeliveryJob(
      EventTable table,
      Carriers carriers,
      IntegrationSettings settings,
      TransactionTemplate transaction,
      Journal journal,
      DeliveryMeters meters,
      Clock clock) {
    this.table = table;
    this.carriers = carriers;
    this.settings = settings;
    this.transaction = transaction;
    this.journal = journal;
    this.meters = meters;
    this.clock = clock;
  }

  /** The job of this delivery, to be scheduled. */
  static TaskInstance<Void> of(UUID delivery) {
    return DELIVER.instance(delivery.toString()).build();
  }

  @Bean
  Task<Void> deliverEvent() {
    return Tasks.custom(DELIVER)
        .onFailure(
            (attempt, job) ->
                cameBack(
                    attempt, job, NotDelivered.yet("it could not be tried: see the server's log")))
        .execute((job, context) -> deliver(UUID.fromString(job.getId())));
  }

  private CompletionHandler<Void> deliver(UUID id) {
    EventTable.Letter letter = table.letter(id, clock.instant()).orElse(null);
    if (letter == null || letter.state() != Delivery.State.PENDING) {
      // The job ran before and was cut off when all but its own end was written.
      return new OnCompleteRemove<>();
    }
    Instant now = clock.instant();
    Instant notBefore = carriers.notBefore(letter, now);
    if (notBefore.isAfter(now)) {
      return (attempt, job) -> job.reschedule(attempt, notBefore);
    }
    boolean written;
    try {
      written = carriers.carry(id, letter);
    } catch (NotDelivered reason) {
      return (attempt, job) -> cameBack(asFailure(attempt, reason), job, reason);
    }
    if (!written) {
      writeDelivered(id, letter);
    }
    meters.attempted(letter, "delivered");
    return new OnCompleteRemove<>();
  }

  /**
   * Before the job ends, and apart from it: whatever becomes of the job, it is not posted again.
   */
  private void writeDelivered(UUID id, EventTable.Letter letter) {
    transaction.executeWithoutResult(
        status -> {
          table.delivered(id, clock.instant());
          journal.write(
              new Told(letter.about(), id, letter.eventId(), letter.type(), address(letter)));
        });
  }

  private void cameBack(
      ExecutionComplete attempt, ExecutionOperations<Void> job, NotDelivered reason) {
    UUID id = UUID.fromString(attempt.getExecution().taskInstance.getId());
    int failures = attempt.getExecution().consecutiveFailures + 1;
    boolean over = !reason.worthRetry() || failures >= settings.attempts();
    Delivery.State state = over ? Delivery.State.FAILED : Delivery.State.PENDING;
    Instant now = clock.instant();
    Optional<EventTable.Letter> letter = table.letter(id, now);
    // One transaction: whoever sees the failure can schedule the delivery anew at once.
    transaction.executeWithoutResult(
        status -> {
          table.cameBack(id, state, String.valueOf(reason.getMessage()), now);
          if (over) {
            letter.ifPresent(failed -> recordFailure(id, failed, reason));
            if (reason.isGone()) {
              table.endHook(id, now);
            }
            job.stop();
          } else {
            Duration wait = settings.waitAfter(failures, reason.retryAfter(), random.nextDouble());
            job.reschedule(attempt, now.plus(wait));
          }
        });
    letter.ifPresent(tried -> meters.attempted(tried, over ? "failed" : "again"));
    if (over) {
      LOG.warn("Delivery {} failed: {}", id, reason.getMessage());
    }
  }

  /** What follows the path may be a secret of the receiver's. */
  private static String address(EventTable.Letter letter) {
    String email = letter.email();
    if (letter.slack() != null) {
      return "slack:" + letter.slack();
    }
    return email == null ? letter.url().replaceFirst("[?#].*$", "") : Postbox.shown(email);
  }

  private void recordFailure(UUID id, EventTable.Letter letter, NotDelivered reason) {
    journal.write(
        new NotTold(
            letter.about(),
            id,
            letter.eventId(),
            letter.type(),
            address(letter),
            String.valueOf(reason.getMessage())));
  }

  /** The scheduler counts the failures of a job, if it is told of them. */
  private static ExecutionComplete asFailure(ExecutionComplete attempt, NotDelivered reason) {
    Instant done = attempt.getTimeDone();
    return ExecutionComplete.failure(
        attempt.getExecution(), done.minus(attempt.getDuration()), done, reason);
  }
}
