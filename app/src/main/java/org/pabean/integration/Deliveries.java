package org.pabean.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how events fared and sends failed ones again. */
@Service
@Transactional
public class Deliveries {

  private final EventTable table;
  private final SchedulerClient jobs;
  private final Clock clock;

  Deliveries(EventTable table, SchedulerClient jobs, Clock clock) {
    this.table = table;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Deliveries, the newest first.
   *
   * @param state only those in this state; null for all
   */
  @Transactional(readOnly = true)
  public List<Delivery> list(Delivery.@Nullable State state, int limit) {
    return list(state, null, limit);
  }

  /**
   * Deliveries, the newest first.
   *
   * @param state only those in this state; null for all
   * @param about only of events on this task, shipment or document; null for all
   */
  @Transactional(readOnly = true)
  public List<Delivery> list(Delivery.@Nullable State state, @Nullable UUID about, int limit) {
    return table.deliveries(state, about, limit);
  }

  /** Sends a failed delivery again; false if it has not failed. */
  public boolean retry(UUID id) {
    boolean revived = table.revive(id);
    if (revived) {
      jobs.scheduleBatch(List.of(DeliveryJob.of(id)), clock.instant());
    }
    return revived;
  }
}
