package org.pabean.integration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook.
 *
 * @param id never changes
 * @param eventType such as {@code task.created}
 * @param subject what the event is about: a task, a shipment; zeros for the program as a whole
 * @param url where it is posted
 * @param state where it stands
 * @param attempts how often it was tried
 * @param lastError what the last try failed with; empty if none
 * @param createdAt when the event happened
 * @param attemptedAt when it was last tried
 */
public record Delivery(
    UUID id,
    String eventType,
    UUID subject,
    String url,
    State state,
    int attempts,
    String lastError,
    Instant createdAt,
    @Nullable Instant attemptedAt) {

  /** The page of what the event is about; empty if there is none. */
  public String page() {
    return EventKind.find(eventType).map(kind -> kind.page(subject)).orElse("");
  }

  /** Where a delivery stands. */
  public enum State {
    /** It will be tried, or tried again. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It was tried often enough; a person may send it again. */
    FAILED
  }
}
