package org.pabean.oversight;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The database's own proof that what is held and what waits for a person are the same. Its triggers
 * refuse anything else; this would tell if somebody had switched them off.
 */
@Component("held-items-are-open-tasks")
class HoldProof implements HealthIndicator, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(HoldProof.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final FigureTable table;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "prove holds");
            thread.setDaemon(true);
            return thread;
          });

  HoldProof(FigureTable table) {
    this.table = table;
  }

  /** What belongs together and does not stand together. */
  record Result(long heldAlone, long tasksAlone) {
    boolean holds() {
      return heldAlone == 0 && tasksAlone == 0;
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long every = EVERY.toSeconds();
    var unused = worker.scheduleWithFixedDelay(this::check, every, every, TimeUnit.SECONDS);
  }

  /** Whether it holds; told in the log if not. */
  boolean check() {
    try {
      Result result = table.holds();
      if (!result.holds()) {
        LOG.error(
            "Held items and open tasks are not the same: {} items are held without a task,"
                + " {} tasks are open whose item is not held",
            result.heldAlone(),
            result.tasksAlone());
      }
      return result.holds();
    } catch (RuntimeException e) {
      LOG.warn("Whether held items have their tasks could not be asked: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public Health health() {
    Result result = table.holds();
    return (result.holds() ? Health.up() : Health.down())
        .withDetail("heldWithoutTask", result.heldAlone())
        .withDetail("tasksWithoutHold", result.tasksAlone())
        .build();
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
