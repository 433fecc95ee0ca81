package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.Delivery;

/** One event on its way to one webhook. */
@Schema(name = "Delivery", description = "One event on its way to one webhook.")
record DeliveryAnswer(
    UUID id,
    @Schema(example = "task.created") String eventType,
    @Schema(
            description =
                "What the event is about: a task, a shipment; zeros for the program as a whole.")
        UUID subject,
    String url,
    @Schema(allowableValues = {"PENDING", "DELIVERED", "FAILED"}) String state,
    int attempts,
    @Schema(description = "What the last try failed with; empty if none did.") String lastError,
    Instant createdAt,
    @Nullable Instant attemptedAt) {

  /** Deliveries in their order. */
  @Schema(name = "Deliveries")
  record Page(List<DeliveryAnswer> deliveries) {}

  static DeliveryAnswer of(Delivery delivery) {
    return new DeliveryAnswer(
        delivery.id(),
        delivery.eventType(),
        delivery.subject(),
        delivery.url(),
        delivery.state().name(),
        delivery.attempts(),
        delivery.lastError(),
        delivery.createdAt(),
        delivery.attemptedAt());
  }
}
