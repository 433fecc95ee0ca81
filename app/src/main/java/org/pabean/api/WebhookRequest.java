package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that a client wants told of events. */
@Schema(
    name = "WebhookOrder",
    requiredProperties = {"url"})
record WebhookRequest(
    @Schema(
            description =
                "Where events are posted, http or https; on the public internet, or a host that an"
                    + " admin allowed.",
            example = "https://hooks.example.com/pabean")
        @Nullable String url,
    @Schema(
            description = "Which kinds of events; left out: every kind, those to come too.",
            example = "[\"task.created\", \"task.decided\"]")
        @Nullable List<String> events) {

  private static final int LONGEST = 2_000;

  /** What a webhook is told of from now on. */
  @Schema(name = "WebhookKinds")
  record Kinds(
      @Schema(
              description = "Which kinds of events; left out: every kind, those to come too.",
              example = "[\"deadline.overdue\"]")
          @Nullable List<String> events) {}

  String address() {
    return Door.required("url", url, LONGEST, "give the address that events are posted to");
  }
}
