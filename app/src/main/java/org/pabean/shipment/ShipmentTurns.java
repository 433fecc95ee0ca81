package org.pabean.shipment;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.pabean.record.ItemFact;
import org.pabean.record.Recorded;
import org.pabean.record.TaskFact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notices when what happened to items made a shipment held, or free to go. It looks when the
 * transaction is about to end: by then all items are locked, so that two who settle two lines at
 * once wait for each other here and not across.
 */
@Component
class ShipmentTurns {

  private final ShipmentTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ShipmentTurns(ShipmentTable table, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void onItem(Recorded<? extends ItemFact> recorded) {
    touched(recorded.fact().subject());
  }

  @EventListener
  void onTask(Recorded<? extends TaskFact> recorded) {
    switch (recorded.fact().kind()) {
      case HELD, DECIDED, REVERSED, RELISTED -> touched(recorded.fact().subject());
      default -> {
        // Claims, questions and due times change no item.
      }
    }
  }

  private void touched(UUID item) {
    for (TransactionSynchronization other :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (other instanceof AtTheEnd end) {
        end.items.add(item);
        return;
      }
    }
    var end = new AtTheEnd();
    end.items.add(item);
    TransactionSynchronizationManager.registerSynchronization(end);
  }

  private final class AtTheEnd implements TransactionSynchronization {

    private final Set<UUID> items = new HashSet<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      for (Shipment shipment : table.lockByItems(items)) {
        if (table.turned(shipment.id(), shipment.isHeld())) {
          events.publishEvent(new ShipmentTurned(shipment, clock.instant()));
        }
      }
    }
  }
}
