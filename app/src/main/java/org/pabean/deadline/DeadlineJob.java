package org.pabean.deadline;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks now and then whether a step of a deadline is due. */
@Configuration
class DeadlineJob {

  private static final Duration EVERY = Duration.ofSeconds(20);

  @Bean
  Task<Void> takeDeadlineSteps(Deadlines deadlines) {
    return Tasks.recurring("deadline-steps", FixedDelay.of(EVERY))
        .execute((job, context) -> takeAll(deadlines));
  }

  private static void takeAll(Deadlines deadlines) {
    int taken = deadlines.takeSteps();
    while (taken > 0) {
      taken = deadlines.takeSteps();
    }
  }
}
