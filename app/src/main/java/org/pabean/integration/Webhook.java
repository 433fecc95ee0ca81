package org.pabean.integration;

import java.time.Instant;
import java.util.UUID;

/**
 * An address that is told of every event.
 *
 * @param id never changes
 * @param url where events are posted
 * @param createdAt when it was added
 */
public record Webhook(UUID id, String url, Instant createdAt) {

  /**
   * A webhook just added, with the secret that its receiver checks signatures with.
   *
   * @param webhook the webhook
   * @param secret {@code whsec_} and base64, as in the Standard Webhooks specification; shown once
   */
  public record Added(Webhook webhook, String secret) {}
}
