package org.pabean.oversight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.pabean.review.Decision;
import org.pabean.review.ItemFinalised;
import org.pabean.review.TaskDecided;
import org.pabean.review.TaskOpened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Figures of the desk for who watches it. What is counted as it happens is counted once it is
 * committed, by the node that did it; what stands now is read from the database, the same on each.
 */
@Component
class DeskMeters implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DeskMeters.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final FigureTable table;
  private final MeterRegistry meters;
  private final Clock clock;
  private final MultiGauge open;
  private final MultiGauge overdue;
  private final MultiGauge held;
  private final MultiGauge broken;
  private final Counter failures;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "read figures");
            thread.setDaemon(true);
            return thread;
          });

  DeskMeters(FigureTable table, MeterRegistry meters, Clock clock) {
    this.table = table;
    this.meters = meters;
    this.clock = clock;
    this.open = gauge("pabean.tasks.open", "Review tasks that are open");
    this.overdue = gauge("pabean.tasks.overdue", "Open review tasks whose time is up");
    this.held = gauge("pabean.items.held", "Items that wait for a person");
    this.broken =
        gauge("pabean.holds.broken", "Held items without a task, and tasks without a held item");
    this.failures =
        Counter.builder("pabean.figures.failures")
            .description("How often the figures of the desk could not be read")
            .register(meters);
  }

  /** What waits for people at one destination. */
  record Waiting(String destination, long open, long overdue, long held) {}

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    var unused = worker.scheduleWithFixedDelay(this::read, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  /** Reads what stands now. What cannot be read is not shown at all, rather than as it was. */
  synchronized void read() {
    try {
      List<Waiting> waiting = table.waiting(clock.instant());
      HoldProof.Result proof = table.holds();
      show(open, waiting, Waiting::open);
      show(overdue, waiting, Waiting::overdue);
      show(held, waiting, Waiting::held);
      broken.register(List.of(Row.of(Tags.empty(), proof.heldAlone() + proof.tasksAlone())), true);
    } catch (RuntimeException e) {
      failures.increment();
      List.of(open, overdue, held, broken).forEach(gauge -> gauge.register(List.of(), true));
      LOG.warn("The figures of the desk could not be read: {}", e.getMessage());
    }
  }

  @TransactionalEventListener
  void on(ItemFinalised finalised) {
    assessed(finalised.item().destination(), "final");
  }

  @TransactionalEventListener
  void on(TaskOpened opened) {
    assessed(opened.item().destination(), "held");
  }

  @TransactionalEventListener
  void on(TaskDecided decided) {
    Decision decision = decided.decision();
    Counter.builder("pabean.decisions")
        .description("Decisions of people")
        .tag("destination", decided.item().destination())
        .tag("verdict", decision.answer().verdict().name().toLowerCase(Locale.ROOT))
        .register(meters)
        .increment();
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private void assessed(String destination, String outcome) {
    Counter.builder("pabean.items.assessed")
        .description("Items that became final by themselves, and that were held")
        .tag("destination", destination)
        .tag("outcome", outcome)
        .register(meters)
        .increment();
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  private static void show(
      MultiGauge gauge, List<Waiting> waiting, ToLongFunction<Waiting> figure) {
    gauge.register(
        waiting.stream()
            .<Row<?>>map(
                one -> Row.of(Tags.of("destination", one.destination()), figure.applyAsLong(one)))
            .toList(),
        true);
  }
}
