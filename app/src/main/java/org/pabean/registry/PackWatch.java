package org.pabean.registry;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has this node screen with the packs in force: at once what was changed here, within a second what
 * was changed on another node. It asks rather than listens: one number a second costs nothing, and
 * nothing can be missed.
 */
@Component
class PackWatch implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(PackWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Registry registry;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "watch rule packs");
            thread.setDaemon(true);
            return thread;
          });

  PackWatch(Registry registry) {
    this.registry = registry;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long every = EVERY.toMillis();
    var unused = worker.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** The change is committed: whoever made it finds it in force. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(PackEvent event) {
    if (event.proposal().state() == PackProposal.State.LIVE) {
      look();
    }
  }

  private void look() {
    try {
      registry.refresh();
    } catch (RuntimeException e) {
      // The packs stay as they are, and the next round asks again.
      LOG.warn("Whether rule packs have changed could not be asked: {}", e.getMessage());
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
