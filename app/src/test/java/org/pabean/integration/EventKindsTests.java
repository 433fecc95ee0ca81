package org.pabean.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HousePack;
import org.pabean.HttpTests;
import org.pabean.autonomy.Certificates;
import org.pabean.review.FullReview;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told to whom, and how a receiver knows that it comes from here. */
class EventKindsTests extends HttpTests {

  @Autowired private Certificates certificates;
  @Autowired private Accounts accounts;
  @Autowired private FullReview fullReview;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;

  private final String word = Goods.word();
  private Caller admin;
  private Caller seller;
  private Caller specialist;
  private Receiver receiver;
  private String webhook = "";

  @BeforeEach
  void start() throws IOException {
    admin = caller(Role.ADMIN);
    seller = caller(Role.SELLER);
    specialist = caller(Role.SPECIALIST);
    receiver = Receiver.start(0);
    post("/api/v1/webhooks/hosts", "{\"host\": \"127.0.0.1\"}", admin);
  }

  @AfterEach
  void stop() {
    delete("/api/v1/webhooks/" + webhook, admin);
    receiver.close();
  }

  @Test
  void aShipmentIsToldFromItsEntryToItsInvoice() throws IOException {
    subscribe(
        """
        "shipment.entered", "shipment.held", "shipment.released", "document.issued", "task.claimed"\
        """);
    try (Receiver other = Receiver.start(0)) {
      Reply late =
          post(
              "/api/v1/webhooks",
              "{\"url\": \"%s\", \"events\": [\"deadline.overdue\"]}".formatted(other.url()),
              admin);

      Reply shipment = post("/api/v1/shipments", order(2), seller);
      assertThat(shipment.status()).as("%s", shipment.body()).isEqualTo(201);
      String path = "/api/v1/shipments/" + shipment.text("/id");
      decide(claim(shipment, 0));
      decide(claim(shipment, 1));
      assertThat(post(path + "/documents/commercial-invoice", seller).status()).isEqualTo(201);
      assertThat(post(path + "/documents/commercial-invoice", seller).status()).isLessThan(300);

      awaitPosts(6);
      assertThat(receiver.posts())
          .extracting(post -> message(post).at("/type").asString())
          .containsExactlyInAnyOrder(
              "shipment.entered",
              "shipment.held",
              "task.claimed",
              "task.claimed",
              "shipment.released",
              "document.issued");
      JsonNode held = only("shipment.held").at("/shipment");
      assertThat(held.at("/id").asString()).isEqualTo(shipment.text("/id"));
      assertThat(held.at("/held").asBoolean()).isTrue();
      assertThat(held.at("/lines").asInt()).isEqualTo(2);
      assertThat(held.at("/waitingLines").toString()).isEqualTo("[1,2]");
      JsonNode released = only("shipment.released").at("/shipment");
      assertThat(released.at("/held").asBoolean()).isFalse();
      assertThat(released.at("/waitingLines").toString()).isEqualTo("[]");
      JsonNode issued = only("document.issued").at("/document");
      assertThat(issued.at("/shipmentId").asString()).isEqualTo(shipment.text("/id"));
      assertThat(issued.at("/kind").asString()).isEqualTo("COMMERCIAL_INVOICE");
      assertThat(issued.at("/sha256").asString()).hasSize(64);
      assertThat(receiver.posts())
          .filteredOn(post -> post.body().contains("task.claimed"))
          .allSatisfy(
              post ->
                  assertThat(message(post).at("/claim/by").asString())
                      .isEqualTo(specialist.account().name()));
      assertThat(other.posts()).as("who did not want it").isEmpty();
      delete("/api/v1/webhooks/" + late.text("/id"), admin);
    }
  }

  @Test
  void whoSettleTheLastTwoLinesAtOnceReleaseTheShipmentOnce() throws Exception {
    subscribe("\"shipment.released\"");
    ExecutorService two = Executors.newFixedThreadPool(2);
    for (int round = 1; round <= 4; round++) {
      Reply shipment =
          post("/api/v1/shipments", order(2).replace(word, Goods.word() + round), seller);
      Reply first = claim(shipment, 0);
      Reply second = claim(shipment, 1);
      var together = new CyclicBarrier(2);
      Future<?> other = two.submit(() -> decideAt(together, first));
      decideAt(together, second);
      other.get();

      awaitPosts(round);
    }
    two.shutdown();
    pause();
    assertThat(receiver.posts()).hasSize(4);
  }

  @Test
  void whatIsTakenBackHoldsTheShipmentAgain() {
    subscribe("\"shipment.held\", \"shipment.released\"");
    Reply shipment = post("/api/v1/shipments", order(1), seller);
    Reply task = claim(shipment, 0);
    Reply decided = decide(task);
    String undo = "/api/v1/decisions/" + decided.text("/id") + "/undo";
    awaitPosts(2);

    Reply undone = post(undo, specialist);

    assertThat(undone.status()).as("%s at %s", undone.body(), undo).isLessThan(300);
    awaitPosts(3);
    assertThat(message(receiver.posts().get(2)).at("/type").asString()).isEqualTo("shipment.held");
  }

  @Test
  void rulesThatChangeAndCertificatesAreTold() {
    subscribe("\"rules.changed\", \"certificate.issued\"");
    String pack = "house-" + word;
    String yaml = HousePack.yaml(pack, "1", "SG", word, "hold");
    String body = JsonMapper.shared().writeValueAsString(Map.of("yaml", yaml, "why", "Asked for."));
    Reply proposed = post("/api/v1/rules/proposals", body, admin);
    assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(201);
    UUID certificate = certificates.issue(admin.account().actor());

    awaitPosts(2);
    JsonNode rules = only("rules.changed").at("/rules");
    assertThat(rules.at("/pack").asString()).isEqualTo(pack);
    assertThat(rules.at("/why").asString()).isEqualTo("Asked for.");
    JsonNode issued = only("certificate.issued").at("/certificate");
    assertThat(issued.at("/id").asString()).isEqualTo(certificate.toString());
  }

  @Test
  void whatTheMachineMayFinaliseIsTold() {
    subscribe("\"autonomy.demoted\", \"autonomy.promoted\"");

    fullReview.begin("PW", "The audits found too many errors.", admin.account().actor());
    fullReview.begin("PW", "Said again.", admin.account().actor());
    fullReview.end("PW", admin.account().actor());

    awaitPosts(2);
    JsonNode demoted = only("autonomy.demoted").at("/autonomy");
    assertThat(demoted.at("/destination").asString()).isEqualTo("PW");
    assertThat(demoted.at("/reason").asString()).isEqualTo("The audits found too many errors.");
    assertThat(demoted.at("/by").asString()).isEqualTo(admin.account().name());
    assertThat(only("autonomy.promoted").at("/autonomy/destination").asString()).isEqualTo("PW");
  }

  @Test
  void aRenewedSecretIsTakenOverWithoutLosingAMessage() throws Exception {
    Reply added = subscribe("\"task.created\"");
    String path = "/api/v1/webhooks/" + webhook;

    Reply renewed = post(path + "/secret", admin);
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.text("/secret")).isNotEqualTo(added.text("/secret"));
    assertThat(renewed.text("/oldSecretUntil")).isNotEmpty();
    assertThat(post(path + "/test", admin).status()).isEqualTo(202);

    awaitPosts(1);
    Receiver.Post both = receiver.posts().get(0);
    assertThat(message(both).at("/type").asString()).isEqualTo("webhook.test");
    assertThat(both.signature().split(" "))
        .containsExactly(
            signature(renewed.text("/secret"), both), signature(added.text("/secret"), both));

    jdbc.sql("update webhook set old_secret_until = now() where id = :id::uuid")
        .param("id", webhook)
        .update();
    post(path + "/test", admin);
    awaitPosts(2);
    Receiver.Post alone = receiver.posts().get(1);
    assertThat(alone.signature()).isEqualTo(signature(renewed.text("/secret"), alone));
    assertThat(get("/api/v1/webhooks", admin).body().toString())
        .doesNotContain("whsec_", "oldSecretUntil\":\"");
  }

  @Test
  void kindsAreChosenAndMisspeltOnesRefused() {
    subscribe("\"task.created\"");
    String path = "/api/v1/webhooks/" + webhook + "/events";
    HttpRequest.Builder wrong = request(path, admin).header("Content-Type", "application/json");

    Reply refused = exchange(wrong.PUT(body("{\"events\": [\"task.creatd\"]}")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/detail")).contains("events", "task.creatd", "task.created");
    assertThat(exchange(wrong.PUT(body("{\"events\": []}"))).status()).isEqualTo(400);
    assertThat(exchange(wrong.PUT(body("{\"events\": [\"webhook.test\"]}"))).status())
        .isEqualTo(400);
    assertThat(post("/api/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"x\"]}", admin).status())
        .isEqualTo(400);
    String unknown = "/api/v1/webhooks/" + UUID.randomUUID();
    assertThat(post(unknown + "/secret", admin).status()).isEqualTo(404);
    assertThat(post(unknown + "/test", admin).status()).isEqualTo(404);

    assertThat(exchange(wrong.PUT(body("{\"events\": [\"rules.changed\"]}"))).status())
        .isEqualTo(204);
    heldKnife();
    pause();
    assertThat(receiver.posts()).isEmpty();
    assertThat(exchange(wrong.PUT(body("{}"))).status()).isEqualTo(204);
    heldKnife();
    awaitPosts(1);
  }

  @Test
  void theDescriptionOfTheApiHasEachKindAsItIsSent() throws Exception {
    subscribe("\"shipment.held\", \"task.created\", \"task.decided\"");
    Reply shipment = post("/api/v1/shipments", order(1), seller);
    decide(claim(shipment, 0));
    awaitPosts(3);

    JsonNode api = json.readTree(page("/docs/openapi"));

    for (EventKind kind : EventKind.values()) {
      assertThat(api.at("/webhooks").path(kind.slug()).at("/post/summary").asString(""))
          .isEqualTo(kind.words());
    }
    for (Receiver.Post post : receiver.posts()) {
      JsonNode sent = message(post);
      String type = sent.at("/type").asString();
      JsonNode parts =
          api.at("/webhooks")
              .path(type)
              .at("/post/requestBody/content/application~1json/schema/allOf");
      JsonNode head = schema(api, parts.get(0));
      JsonNode body = schema(api, parts.get(1));
      for (String field : sent.propertyNames()) {
        JsonNode described = head.at("/properties").path(field);
        if (described.isMissingNode()) {
          described = body.at("/properties").path(field);
          JsonNode form = schema(api, described);
          assertThat(sent.get(field).propertyNames())
              .as("%s of %s in %s", field, type, form)
              .isSubsetOf(form.at("/properties").propertyNames());
        }
        assertThat(described.isMissingNode()).as("%s of %s", field, type).isFalse();
      }
    }
  }

  /** A page as somebody who logged in sees it. */
  private String page(String path) throws Exception {
    String password = "kapal layar putih";
    var account = accounts.create("reader-" + word, "Reader", Role.SELLER, password);
    HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String form = http.send(at("/login").build(), BodyHandlers.ofString()).body();
    Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
    assertThat(csrf.find()).isTrue();
    String body =
        "username=%s&password=%s&_csrf=%s"
            .formatted(
                account.login(),
                password.replace(' ', '+'),
                URLEncoder.encode(csrf.group(1), UTF_8));
    http.send(
        at("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(body(body))
            .build(),
        BodyHandlers.discarding());
    return http.send(at(path).build(), BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(address(path)));
  }

  private static JsonNode schema(JsonNode api, JsonNode reference) {
    String ref = reference.at("/$ref").asString("");
    return ref.isEmpty() ? reference : api.at(ref.substring(1));
  }

  private Reply subscribe(String events) {
    Reply added =
        post(
            "/api/v1/webhooks",
            "{\"url\": \"%s\", \"events\": [%s]}".formatted(receiver.url(), events),
            admin);
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    webhook = added.text("/id");
    return added;
  }

  private String order(int knives) {
    String line =
        """
        {"listing": {"sku": "K%1$d-%2$s", "title": "Ceramic kitchen knife no. %1$d %2$s",
                     "material": "ceramic", "use": "cutting food", "origin": "CN", "weightGrams": 130},
         "quantity": 6, "unit": "PCE", "unitPrice": 14.20}
        """;
    String lines =
        line.formatted(1, word) + (knives == 2 ? "," + line.formatted(2, word + "x") : "");
    return """
        {"reference": "%s", "destination": "SG",
         "consignor": {"name": "Song Lanh", "street": "27 Street No. 41", "city": "Hà Nội",
                       "country": "VN", "taxId": "0300000102"},
         "consignee": {"name": "Merbau Lane", "street": "18 Merbau Lane", "city": "Singapore",
                       "postcode": "339900", "country": "SG"},
         "incoterm": "DAP", "place": "Singapore", "currency": "USD", "freight": 24.50,
         "lines": [%s]}
        """
        .formatted(word, lines);
  }

  private void heldKnife() {
    Reply sent =
        post(
            "/api/v1/listings",
            "{\"sku\": \"%1$s\", \"title\": \"Ceramic kitchen knife %1$s\", \"destination\": \"SG\"}"
                .formatted(Goods.word()),
            seller);
    assertThat(sent.status()).as("%s", sent.body()).isLessThan(300);
  }

  private Reply claim(Reply shipment, int line) {
    Reply item = get("/api/v1/items/" + shipment.text("/lines/" + line + "/itemId"), specialist);
    Reply claimed = post("/api/v1/tasks/" + item.text("/taskId") + "/claim", specialist);
    assertThat(claimed.status()).as("%s", claimed.body()).isEqualTo(200);
    return claimed;
  }

  private Reply decide(Reply claimed) {
    Reply decided =
        post(
            "/api/v1/tasks/" + claimed.text("/id") + "/decision",
            """
            {"version": %d, "verdict": "RECLASSIFY", "code": "6911.10",
             "rationale": "The blade is of porcelain.", "legalBasis": "General Rule 1"}
            """
                .formatted(claimed.body().at("/version").asLong()),
            specialist);
    assertThat(decided.status()).as("%s", decided.body()).isEqualTo(200);
    return decided;
  }

  private Reply decideAt(CyclicBarrier together, Reply claimed) throws Exception {
    together.await();
    return decide(claimed);
  }

  private JsonNode message(Receiver.Post post) {
    return json.readTree(post.body());
  }

  private JsonNode only(String type) {
    List<JsonNode> found =
        receiver.posts().stream()
            .map(this::message)
            .filter(message -> message.at("/type").asString().equals(type))
            .toList();
    assertThat(found).as(type).hasSize(1);
    return found.get(0);
  }

  private void awaitPosts(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(receiver.posts()).hasSizeGreaterThanOrEqualTo(count));
    assertThat(receiver.posts()).hasSize(count);
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  /** Long enough for a post that must not come to have come. */
  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String signature(String shown, Receiver.Post post) {
    byte[] secret = Base64.getDecoder().decode(shown.substring("whsec_".length()));
    var at = Instant.ofEpochSecond(Long.parseLong(post.timestamp()));
    return Signature.of(secret, post.id(), at, post.body());
  }
}
