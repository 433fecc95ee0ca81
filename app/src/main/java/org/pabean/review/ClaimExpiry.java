package org.pabean.review;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Lapsed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends claims whose time is over, and writes that down. The task is free again by itself. */
@Configuration
class ClaimExpiry {

  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final int AT_ONCE = 500;

  private final TaskTable tasks;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ClaimExpiry(TaskTable tasks, Journal journal, TransactionTemplate transaction, Clock clock) {
    this.tasks = tasks;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean
  Task<Void> lapseClaims() {
    return Tasks.recurring("lapse-claims", FixedDelay.of(EVERY))
        .execute((job, context) -> transaction.executeWithoutResult(status -> run()));
  }

  private void run() {
    List<Lapsed> lapsed = tasks.lapse(clock.instant(), AT_ONCE);
    lapsed.forEach(journal::write);
  }
}
