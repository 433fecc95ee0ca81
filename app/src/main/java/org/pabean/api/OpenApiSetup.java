package org.pabean.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API as a whole; each operation is described where it stands. */
@Configuration
class OpenApiSetup {

  private static final String TOKEN = "token";
  private static final String PROBLEM = "application/problem+json";

  /** In the order in which somebody who is new meets them. */
  private static final List<Tag> TAGS =
      List.of(
          tag("Listings", "Send goods and get their codes, or why they are held."),
          tag("Items", "Products with their classification for one destination."),
          tag("Shipments", "Consignments; held while any line is not final."),
          tag("Documents", "The papers of shipments."),
          tag("Tasks", "What is held, for specialists and leads to decide."),
          tag(
              "Precedents",
              "What was decided and is repeated for the same goods, for specialists."),
          tag("Deliveries", "How events fared on their way to webhooks, for specialists."),
          tag("Hooks", "Webhooks that programs order and cancel by themselves (REST hooks)."),
          tag("Webhooks", "Addresses that are told of events, for admins."));

  @Bean
  OpenAPI description() {
    var token =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("A token of your account: pab_…");
    return new OpenAPI()
        .info(
            new Info()
                .title("Pabean")
                .version("1")
                .description(
                    "Classifies goods for customs, holds every edge case for a person, and issues"
                        + " the papers. Refusals are problem details (RFC 9457) with a stable"
                        + " code."))
        .components(new Components().addSecuritySchemes(TOKEN, token))
        .tags(TAGS)
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  /** Adds the problems that any operation may answer, so that none has to repeat them. */
  @Bean
  OpenApiCustomizer problems() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAll(new AnnotatedType(Problem.class))
          .forEach(api.getComponents()::addSchemas);
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperations().forEach(operation -> addProblems(path, operation)));
    };
  }

  private static void addProblems(String path, Operation operation) {
    if (operation.getRequestBody() != null) {
      add(operation, "400", "bad-value, bad-json or unknown-field: the detail says where");
      add(operation, "413", "body-too-large");
      add(operation, "415", "unsupported-media-type");
    } else if (operation.getParameters() != null) {
      add(operation, "400", "bad-value: the detail says where");
    }
    add(operation, "401", "not-logged-in: the token is missing or not valid");
    if (path.matches("/api/v1/(tasks|decisions|people|deliveries|hooks|webhooks).*")) {
      add(operation, "403", "not-allowed: the role of the token does not allow this");
    }
    if (path.contains("{id}")) {
      add(operation, "404", "not-found: it does not exist, or is not yours to see");
    }
    add(operation, "500", "internal: the incident names it in the server's log");
    operation.getResponses().forEach(OpenApiSetup::describe);
  }

  private static void add(Operation operation, String status, String description) {
    operation
        .getResponses()
        .computeIfAbsent(status, s -> new ApiResponse().description(description));
  }

  /** Says of each refusal, those of the operation itself too, that it is a problem. */
  private static void describe(String status, ApiResponse response) {
    if (status.startsWith("4") || status.startsWith("5")) {
      var schema = new Schema<>().$ref("#/components/schemas/Problem");
      response.setContent(new Content().addMediaType(PROBLEM, new MediaType().schema(schema)));
    }
  }

  private static Tag tag(String name, String description) {
    return new Tag().name(name).description(description);
  }
}
