package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pabean.integration.Webhook;

/** An address that is told of events. */
@Schema(name = "Webhook")
record WebhookAnswer(UUID id, String url, Instant createdAt) {

  /** Webhooks in their order. */
  @Schema(name = "Webhooks")
  record Page(List<WebhookAnswer> webhooks) {}

  /** A webhook just added. */
  @Schema(name = "WebhookAdded")
  record Added(
      UUID id,
      String url,
      Instant createdAt,
      @Schema(
              description =
                  "Checks the signatures of events (Standard Webhooks). Shown only now: keep it.")
          String secret) {

    static Added of(Webhook.Added added) {
      Webhook webhook = added.webhook();
      return new Added(webhook.id(), webhook.url(), webhook.createdAt(), added.secret());
    }
  }

  static WebhookAnswer of(Webhook webhook) {
    return new WebhookAnswer(webhook.id(), webhook.url(), webhook.createdAt());
  }
}
