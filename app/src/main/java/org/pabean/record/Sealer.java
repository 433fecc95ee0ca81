package org.pabean.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the events that were committed since it last looked. Writers never wait for each other:
 * only here, on one node at a time, is there an order.
 */
@Component
class Sealer implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private static final int AT_ONCE = 1000;

  private final RecordTable table;
  private final RecordSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "seal the record");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> rounds;

  Sealer(RecordTable table, RecordSettings settings, TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  synchronized void start() {
    long every = settings.sealEvery().toMillis();
    rounds = worker.scheduleWithFixedDelay(this::round, 0, every, TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      if (table.isAnyUnsealed()) {
        sealAll();
      }
    } catch (RuntimeException e) {
      // The next round tries again: nothing is lost, for what waits is in the database.
      LOG.warn("The record could not be sealed: {}", e.getMessage());
    }
  }

  /** Seals all that is committed. */
  void sealAll() {
    Boolean more = true;
    while (Boolean.TRUE.equals(more)) {
      more = transaction.execute(status -> sealSome());
    }
  }

  /** Whether there may be more. */
  private boolean sealSome() {
    table.lockSealing();
    List<Event> events = table.unsealed(AT_ONCE);
    if (events.isEmpty()) {
      return false;
    }
    @Nullable Head head = table.head().orElse(null);
    long seq = head == null || head.seq() == null ? 0 : head.seq();
    byte[] hash = head == null ? Chain.start() : HexFormat.of().parseHex(head.hash());
    List<RecordTable.Seal> seals = new ArrayList<>();
    for (Event event : events) {
      seq++;
      hash = Chain.next(hash, seq, event);
      seals.add(new RecordTable.Seal(seq, event.n(), HexFormat.of().formatHex(hash)));
    }
    table.seal(seals);
    publish(seals.get(seals.size() - 1));
    return events.size() == AT_ONCE;
  }

  /** Once a day the head goes to the log, which is not in the database. */
  private void publish(RecordTable.Seal last) {
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (table.publish(day, last.seq(), last.hash(), now)) {
      LOG.info("Head of the record on {}: {}:{}", day, last.seq(), last.hash());
    }
  }

  @Override
  public synchronized void destroy() throws InterruptedException {
    if (rounds != null) {
      rounds.cancel(false);
    }
    worker.shutdown();
    if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("The record is still being sealed; what is left is sealed at the next start");
    }
  }
}
