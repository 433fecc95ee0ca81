package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.EventKind;
import org.pabean.integration.Webhook;

/** An address that is told of events. */
@Schema(name = "Webhook")
record WebhookAnswer(
    UUID id,
    String url,
    @Schema(description = "What it is told of; null: every kind, those to come too.")
        @Nullable List<String> events,
    @Schema(description = "Until when messages bear the signature of the secret before as well.")
        @Nullable Instant oldSecretUntil,
    Instant createdAt) {

  /** Webhooks in their order. */
  @Schema(name = "Webhooks")
  record Page(List<WebhookAnswer> webhooks) {}

  /** A webhook just added, or with a new secret. */
  @Schema(name = "WebhookAdded")
  record Added(
      UUID id,
      String url,
      @Nullable List<String> events,
      @Nullable Instant oldSecretUntil,
      Instant createdAt,
      @Schema(
              description =
                  "Checks the signatures of events (Standard Webhooks). Shown only now: keep it.")
          String secret) {

    static Added of(Webhook.Added added) {
      WebhookAnswer webhook = WebhookAnswer.of(added.webhook());
      return new Added(
          webhook.id,
          webhook.url,
          webhook.events,
          webhook.oldSecretUntil,
          webhook.createdAt,
          added.secret());
    }
  }

  static WebhookAnswer of(Webhook webhook) {
    List<EventKind> kinds = webhook.kinds();
    return new WebhookAnswer(
        webhook.id(),
        webhook.url(),
        kinds == null ? null : kinds.stream().map(EventKind::slug).toList(),
        webhook.oldSecretUntil(),
        webhook.createdAt());
  }
}
