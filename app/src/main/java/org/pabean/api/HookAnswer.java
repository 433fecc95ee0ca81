package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.integration.EventKind;
import org.pabean.integration.Webhook;

/** A webhook that a program ordered. */
@Schema(name = "Hook")
record HookAnswer(UUID id, String url, String event, Instant createdAt) {

  private static final int LONGEST = 2_000;

  /** Hooks in their order. */
  @Schema(name = "Hooks")
  record Page(List<HookAnswer> hooks) {}

  /** A hook just ordered. */
  @Schema(name = "HookAdded")
  record Added(
      UUID id,
      String url,
      String event,
      Instant createdAt,
      @Schema(description = "Checks the signatures (Standard Webhooks). Shown only now.")
          String secret) {}

  /** What a program orders. */
  @Schema(
      name = "HookOrder",
      requiredProperties = {"url", "event"})
  record Order(
      @Schema(
              description = "Where the events are posted.",
              example = "https://hooks.zapier.com/hooks/standard/1/abc")
          @Nullable String url,
      @Schema(description = "Of which kind.", example = "task.created") @Nullable String event) {

    String address() {
      return Door.required("url", url, LONGEST, "give the address that events are posted to");
    }

    String kind() {
      return Door.required("event", event, Door.SHORT, "give a kind such as task.created");
    }
  }

  static HookAnswer of(Webhook hook) {
    List<EventKind> kinds = hook.kinds();
    // An admin may have changed what it is told of.
    String event =
        kinds == null ? "*" : String.join(",", kinds.stream().map(EventKind::slug).toList());
    return new HookAnswer(hook.id(), hook.url(), event, hook.createdAt());
  }

  static Added of(Webhook.Added added) {
    HookAnswer hook = of(added.webhook());
    return new Added(hook.id, hook.url, hook.event, hook.createdAt, added.secret());
  }
}
