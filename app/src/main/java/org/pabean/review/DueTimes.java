package org.pabean.review;

import java.time.Instant;
import org.pabean.catalogue.Item;

/** Says when a task should be decided. Whoever keeps the working calendar implements it. */
@FunctionalInterface
public interface DueTimes {

  /** When the task of an item that is held now should be decided. */
  Instant dueAt(Item item, Instant openedAt);
}
