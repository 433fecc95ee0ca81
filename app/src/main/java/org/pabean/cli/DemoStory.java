package org.pabean.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story that the demo tells: a seller's program sends a shipment over REST, a specialist
 * decides what the machine was not sure of, and the same goods come again.
 */
final class DemoStory {

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private final Accounts accounts;
  private final String address;
  private final PrintStream out = System.out;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  DemoStory(ConfigurableApplicationContext server, String address) {
    this.accounts = server.getBean(Accounts.class);
    this.address = address;
  }

  /** Makes the people, sends the shipments and prints what became of them. */
  void tell() throws IOException, InterruptedException {
    Map<Role, String> passwords = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      String password = Long.toString(new java.security.SecureRandom().nextLong() >>> 1, 36);
      accounts.create(login(role), name(role), role, password);
      passwords.put(role, password);
    }
    String seller = token(Role.SELLER);
    String specialist = token(Role.SPECIALIST);
    ObjectNode order = sample();
    JsonNode shipment = tellShipment(order, seller);
    tellDecisions(shipment, specialist);
    tellAgain(order, shipment, seller);
    out.printf("%nLog in at  %s  (data are thrown away when you stop it)%n%n", address);
    passwords.forEach(
        (role, password) ->
            out.printf("  %-11s  password  %s   %s%n", login(role), password, task(role)));
    out.printf("%nStop with Ctrl+C.%n");
  }

  private String token(Role role) {
    return accounts.createToken(
        accounts.all().stream()
            .filter(account -> account.role() == role)
            .findFirst()
            .orElseThrow()
            .id(),
        "demo");
  }

  /** Routine goods and edge cases: no paper leaves before a person has decided. */
  private JsonNode tellShipment(ObjectNode order, String token)
      throws IOException, InterruptedException {
    JsonNode shipment = send("POST", "/api/v1/shipments", order, token);
    out.printf("%nShipment %s to %s%n", text(shipment, "reference"), text(shipment, "destination"));
    tellLines(shipment, token);
    tellInvoice(shipment, token);
    return shipment;
  }

  /** A specialist decides what is held for nothing but the machine's own doubt. */
  private void tellDecisions(JsonNode shipment, String token)
      throws IOException, InterruptedException {
    for (JsonNode line : shipment.path("lines")) {
      JsonNode item = send("GET", "/api/v1/items/" + text(line, "itemId"), null, token);
      if (text(item, "state").equals("HELD") && isOnlyDoubtful(item)) {
        String task = "/api/v1/tasks/" + text(item, "taskId");
        JsonNode claimed = send("POST", task + "/claim", json.createObjectNode(), token);
        ObjectNode decision =
            json.createObjectNode()
                .put("version", claimed.path("version").asLong())
                .put("verdict", "ACCEPT")
                .put("code", text(item, "code"))
                .put("rationale", "Title, description and material all say these goods.")
                .put("legalBasis", "General Rule 1");
        send("POST", task + "/decision", decision, token);
        out.printf(
            "%n%s reads %s and accepts %s.%n",
            name(Role.SPECIALIST), text(line, "description"), text(item, "codeDotted"));
      }
    }
  }

  private static boolean isOnlyDoubtful(JsonNode item) {
    return item.path("assessment")
        .path("findings")
        .valueStream()
        .allMatch(finding -> text(finding, "category").equals("confidence"));
  }

  /** What is final by now, sent once more: the decision is remembered, and the invoice issued. */
  private void tellAgain(ObjectNode order, JsonNode shipment, String token)
      throws IOException, InterruptedException {
    JsonNode now = send("GET", "/api/v1/shipments/" + text(shipment, "id"), null, token);
    ArrayNode lines = (ArrayNode) order.path("lines");
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!text(now.path("lines").path(i), "state").equals("FINAL")) {
        lines.remove(i);
      }
    }
    order.put("reference", text(shipment, "reference") + "-routine");
    out.printf("%nThe goods that are final by now, sent again:%n");
    tellShipment(order, token);
  }

  private void tellLines(JsonNode shipment, String token) throws IOException, InterruptedException {
    for (JsonNode line : shipment.path("lines")) {
      JsonNode item = send("GET", "/api/v1/items/" + text(line, "itemId"), null, token);
      JsonNode assessment = item.path("assessment");
      out.printf(
          Locale.ROOT,
          "  %-7s %-12s %3.0f %%  %s%n",
          text(item, "lane"),
          text(line, "codeDotted"),
          Math.floor(100 * assessment.path("confidence").asDouble()),
          text(line, "description"));
      if (!text(line, "state").equals("FINAL")) {
        for (JsonNode finding : assessment.path("findings")) {
          out.printf("            held: %s%n", text(finding, "reason"));
        }
        tellReadings(assessment);
      }
    }
  }

  private void tellReadings(JsonNode assessment) {
    int shown = 0;
    for (JsonNode candidate : assessment.path("candidates")) {
      if (shown++ < 2) {
        out.printf(
            Locale.ROOT,
            "            reading %d: %s at %.0f %%, %s%n",
            shown,
            text(candidate, "codeDotted"),
            Math.floor(100 * candidate.path("confidence").asDouble()),
            text(candidate, "description"));
      }
    }
  }

  private void tellInvoice(JsonNode shipment, String token)
      throws IOException, InterruptedException {
    String path = "/api/v1/shipments/" + text(shipment, "id") + "/documents/commercial-invoice";
    JsonNode answer = send("POST", path, json.createObjectNode(), token);
    if (answer.has("number")) {
      out.printf("  Commercial invoice %s issued.%n", text(answer, "number"));
    } else {
      out.printf("  Commercial invoice refused: %s.%n", text(answer, "detail"));
    }
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable JsonNode body, String token)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, publisher)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .build();
    HttpResponse<String> response =
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    // A conflict is part of the story: a paper that is refused while lines are held.
    if (response.statusCode() >= BAD_REQUEST && response.statusCode() != CONFLICT) {
      throw new IllegalStateException(
          "%s %s was refused: %s".formatted(method, path, response.body()));
    }
    return json.readTree(response.body());
  }

  private ObjectNode sample() throws IOException {
    try (InputStream in = DemoStory.class.getResourceAsStream("shipment-sg.json")) {
      return (ObjectNode) json.readTree(Objects.requireNonNull(in));
    }
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static String login(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Role role) {
    return switch (role) {
      case SELLER -> "Sari (seller)";
      case SPECIALIST -> "Somchai (specialist)";
      case LEAD -> "Linh (lead)";
      case ADMIN -> "Aminah (admin)";
    };
  }

  private static String task(Role role) {
    return switch (role) {
      case SELLER -> "sends listings and shipments";
      case SPECIALIST -> "decides what is held";
      case LEAD -> "also decides what is blocked";
      case ADMIN -> "also manages people and webhooks";
    };
  }
}
