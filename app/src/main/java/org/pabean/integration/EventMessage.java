package org.pabean.integration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * What a receiver is told.
 *
 * @param id the event; the same each time it is sent
 * @param type the slug of its kind
 * @param version of this form
 * @param occurredAt when it happened
 * @param body what is said of this kind, beside the head
 */
record EventMessage(
    UUID id, String type, int version, Instant occurredAt, @JsonUnwrapped EventBody body) {

  private static final int VERSION = 1;

  static EventMessage of(EventKind kind, Instant at, EventBody body) {
    if (!kind.body().isInstance(body)) {
      throw new IllegalArgumentException("%s does not say %s".formatted(kind.slug(), body));
    }
    return new EventMessage(UUID.randomUUID(), kind.slug(), VERSION, at, body);
  }
}
