package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that a client wants told of events. */
@Schema(
    name = "WebhookOrder",
    requiredProperties = {"url"})
record WebhookRequest(
    @Schema(
            description = "Where events are posted, http or https.",
            example = "https://hooks.example.com/pabean")
        @Nullable String url) {

  private static final int LONGEST = 2_000;

  String address() {
    return Door.required("url", url, LONGEST, "give the address that events are posted to");
  }
}
