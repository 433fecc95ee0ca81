package org.pabean.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pabean.integration.EventKind;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the messages that webhooks get: one entry under {@code webhooks} for each kind. */
@Configuration
class EventSchemas {

  private static final String SCHEMAS = "#/components/schemas/";

  /** What each message begins with. */
  @io.swagger.v3.oas.annotations.media.Schema(
      name = "EventHead",
      description =
          "What every message says. Fields are only ever added; a change of meaning is a new"
              + " version.",
      requiredProperties = {"id", "type", "version", "occurredAt"})
  record Head(
      @io.swagger.v3.oas.annotations.media.Schema(
              description = "The same each time it is sent: tells a repetition from a new event.")
          UUID id,
      String type,
      @io.swagger.v3.oas.annotations.media.Schema(description = "Of the form.") int version,
      Instant occurredAt) {}

  @Bean
  OpenApiCustomizer events() {
    return api -> {
      Map<String, PathItem> webhooks = new LinkedHashMap<>();
      read(api.getComponents(), Head.class);
      for (EventKind kind : EventKind.values()) {
        read(api.getComponents(), kind.body());
        webhooks.put(kind.slug(), new PathItem().post(post(kind)));
      }
      api.setWebhooks(webhooks);
    };
  }

  private static void read(Components components, Class<?> form) {
    ModelConverters.getInstance(true)
        .readAll(new AnnotatedType(form))
        .forEach(components::addSchemas);
  }

  private static Operation post(EventKind kind) {
    var type = new Schema<>().addProperty("type", new Schema<String>()._const(kind.slug()));
    var message =
        new Schema<>()
            .allOf(
                List.of(
                    new Schema<>().$ref(SCHEMAS + "EventHead"),
                    new Schema<>().$ref(SCHEMAS + kind.body().getSimpleName()),
                    type));
    return new Operation()
        .operationId(kind.slug())
        .summary(kind.words())
        .description("Sent to each webhook that wants this kind, signed as Standard Webhooks says.")
        .addParametersItem(header("webhook-id", "The event; the same each time it is sent."))
        .addParametersItem(header("webhook-timestamp", "When it was sent, seconds since 1970."))
        .addParametersItem(
            header(
                "webhook-signature",
                "`v1,` and base64; two with a blank between while a renewed secret's predecessor is"
                    + " good. Take the message if any of them verifies."))
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType("application/json", new MediaType().schema(message))))
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "2XX", new ApiResponse().description("Taken: it is not sent again")));
  }

  private static HeaderParameter header(String name, String description) {
    var header = new HeaderParameter();
    header.name(name).description(description).required(true).schema(new Schema<>().type("string"));
    return header;
  }
}
