package org.pabean.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;

/** Says when a task should be decided. Whoever keeps the working calendar implements it. */
@FunctionalInterface
public interface DueTimes {

  /**
   * When the task of an item should be decided; never before it was opened.
   *
   * @param shipBy the day on which the goods should leave, if whoever sent them in named one
   */
  Instant dueAt(Item item, Instant openedAt, @Nullable LocalDate shipBy);
}
