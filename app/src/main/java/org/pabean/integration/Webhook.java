package org.pabean.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of events.
 *
 * @param id never changes
 * @param url where events are posted
 * @param kinds what it is told of; null for every kind, those to come too
 * @param oldSecretUntil until when messages are signed with the secret before as well; null if
 *     there is none
 * @param owner the name of whose program ordered it; empty if an admin set it up
 * @param createdAt when it was added
 */
public record Webhook(
    UUID id,
    String url,
    @Nullable List<EventKind> kinds,
    @Nullable Instant oldSecretUntil,
    String owner,
    Instant createdAt) {

  /** Copies the list. */
  public Webhook {
    kinds = kinds == null ? null : List.copyOf(kinds);
  }

  /** Whether it is told of this kind. */
  public boolean wants(EventKind kind) {
    return kinds == null || kinds.contains(kind);
  }

  /**
   * A webhook just added, or with a new secret that its receiver checks signatures with.
   *
   * @param webhook the webhook
   * @param secret {@code whsec_} and base64, as in the Standard Webhooks specification; shown once
   */
  public record Added(Webhook webhook, String secret) {}
}
