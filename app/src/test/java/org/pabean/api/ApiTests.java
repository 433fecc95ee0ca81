package org.pabean.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.HttpTests;
import org.pabean.security.Role;

class ApiTests extends HttpTests {

  private static final String LISTINGS = "/api/v1/listings";

  /** Held by the rules of Singapore whatever the classifier says. */
  private final String drone =
      """
      {"sku": "DR-1", "title": "Foldable camera drone %s", "description": "Quadcopter, 249 g",
       "origin": "CN", "price": {"amount": 189.00, "currency": "USD"}, "weightGrams": 249,
       "attributes": {"colour": "grey"}, "lang": "en", "destination": "SG", "asOf": "2026-11-24"}
      """
          // Decided goods are known to all: each test has its own.
          .formatted(UUID.randomUUID());

  private Caller seller;
  private Caller specialist;

  @BeforeEach
  void makeCallers() {
    seller = caller(Role.SELLER);
    specialist = caller(Role.SPECIALIST);
  }

  @Test
  void aListingIsAnsweredWithItsReceipt() {
    Reply reply = post(LISTINGS, drone, seller);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.text("/lines/0/sku")).isEqualTo("DR-1");
    assertThat(reply.text("/lines/0/state")).isEqualTo("HELD");
    assertThat(reply.text("/lines/0/taskId")).isNotEmpty();
    assertThat(reply.body().at("/lines/0/reasons").size()).isPositive();
  }

  @Test
  void anArrayOfListingsIsAnsweredInItsOrder() {
    Reply reply =
        post(
            LISTINGS,
            """
            [{"sku": "a", "title": "Men's leather wallet", "destination": "SG"},
             {"sku": "b", "title": "Vape pen with nicotine liquid", "destination": "SG"}]
            """,
            seller);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().at("/lines").size()).isEqualTo(2);
    assertThat(reply.text("/lines/0/sku")).isEqualTo("a");
    assertThat(reply.text("/lines/1/sku")).isEqualTo("b");
  }

  @Test
  void theSameKeyAndListingsGiveTheSameReceiptAndChangeNothing() {
    String listing = "{\"sku\": \"k\", \"title\": \"Camera drone kit\", \"destination\": \"SG\"}";
    Reply first = post(LISTINGS, listing, seller, "Idempotency-Key", "key-1");
    long version = itemOf(first).body().at("/version").asLong();

    Reply second = post(LISTINGS, listing, seller, "Idempotency-Key", "key-1");

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(itemOf(first).body().at("/version").asLong()).isEqualTo(version);
  }

  @Test
  void theSameKeyWithOtherListingsIsRefused() {
    post(LISTINGS, drone, seller, "Idempotency-Key", "key-2");

    Reply other =
        post(
            LISTINGS,
            "{\"title\": \"Wallet\", \"destination\": \"SG\"}",
            seller,
            "Idempotency-Key",
            "key-2");

    assertProblem(other, 409, "idempotency-key-reused");
    assertThat(post(LISTINGS, drone, caller(Role.SELLER), "Idempotency-Key", "key-2").status())
        .as("another account's keys are its own")
        .isEqualTo(201);
  }

  @Test
  void aKeyThatIsTooLongIsRefused() {
    Reply reply = post(LISTINGS, drone, seller, "Idempotency-Key", "k".repeat(101));

    assertProblem(reply, 400, "bad-value");
    assertThat(reply.text("/field")).isEqualTo("Idempotency-Key");
  }

  @Test
  void anItemIsShownInFull() {
    Reply item = itemOf(post(LISTINGS, drone, seller));

    assertThat(item.status()).isEqualTo(200);
    assertThat(item.text("/listing/title")).startsWith("Foldable camera drone");
    assertThat(item.text("/listing/attributes/colour")).isEqualTo("grey");
    assertThat(item.text("/assessment/asOf")).isEqualTo("2026-11-24");
    assertThat(item.body().at("/assessment/findings").size()).isPositive();
    assertThat(item.text("/assessment/findings/0/reason")).isNotEmpty();
    assertThat(item.body().at("/assessment/candidates").size()).isPositive();
    assertThat(item.text("/assessment/candidates/0/code")).matches("\\d{6}");
    assertThat(item.text("/assessment/candidates/0/codeDotted")).matches("\\d{4}\\.\\d{2}");
    assertThat(item.body().at("/assessment/candidates/0/evidence").size()).isPositive();
    assertThat(item.body().at("/assessment/versions").size()).isPositive();
    assertThat(item.body().at("/decisions").isArray()).isTrue();
  }

  @Test
  void itemsAreListedByState() {
    post(LISTINGS, drone, seller);

    Reply held = get("/api/v1/items?state=held&limit=5", seller);

    assertThat(held.body().at("/items").size()).isEqualTo(1);
    assertThat(get("/api/v1/items?state=PROHIBITED", seller).body().at("/items").size()).isZero();
    assertProblem(get("/api/v1/items?state=LOST", seller), 400, "bad-value");
    assertProblem(get("/api/v1/items?limit=0", seller), 400, "bad-value");
    assertProblem(get("/api/v1/items?limit=many", seller), 400, "bad-value");
  }

  @Test
  void aSellerSeesOnlyTheirOwn() {
    String item = "/api/v1/items/" + post(LISTINGS, drone, seller).text("/lines/0/itemId");
    String shipment = "/api/v1/shipments/" + post(SHIPMENTS, order("S-1"), seller).text("/id");
    Caller other = caller(Role.SELLER);

    assertProblem(get(item, other), 404, "not-found");
    assertProblem(get(shipment, other), 404, "not-found");
    assertProblem(get(shipment + "/documents", other), 404, "not-found");
    assertProblem(post(shipment + "/documents/commercial-invoice", other), 404, "not-found");
    assertThat(get("/api/v1/items", other).body().at("/items").size()).isZero();
    assertThat(get("/api/v1/shipments", other).body().at("/shipments").size()).isZero();
    assertThat(get(item, specialist).status()).isEqualTo(200);
    assertThat(get(shipment, specialist).status()).isEqualTo(200);
  }

  private static final String SHIPMENTS = "/api/v1/shipments";

  private String order(String reference) {
    return """
        {"reference": "%s", "destination": "SG",
         "consignor": {"name": "Song Lanh", "street": "27 Street No. 41", "city": "Hà Nội",
                       "country": "vn", "taxId": "0300000102"},
         "consignee": {"name": "Merbau Lane", "street": "18 Merbau Lane", "city": "Singapore",
                       "postcode": "339900", "country": "SG"},
         "incoterm": "DAP", "place": "Singapore", "currency": "USD", "freight": 24.50,
         "shipBy": "2026-12-04",
         "lines": [{"listing": {"sku": "DR-1", "title": "Foldable camera drone %s", "origin": "CN"},
                    "quantity": 2, "unit": "PCE", "unitPrice": 189.00}]}
        """
        .formatted(reference, UUID.nameUUIDFromBytes(drone.getBytes(UTF_8)));
  }

  @Test
  void aShipmentIsHeldByItsLinesAndOnlySpecialistsSeeTheTasks() {
    Reply sent = post(SHIPMENTS, order("S-102"), seller);

    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.body().at("/held").asBoolean()).isTrue();
    assertThat(sent.text("/consignor/city")).isEqualTo("Hà Nội");
    assertThat(sent.text("/lines/0/state")).isEqualTo("HELD");
    assertThat(sent.text("/lines/0/taskId")).isEmpty();
    Reply seen = get(sent.header("Location"), specialist);
    assertThat(seen.text("/lines/0/taskId")).isNotEmpty();
    Reply list = get(SHIPMENTS, seller);
    assertThat(list.text("/shipments/0/reference")).isEqualTo("S-102");
    assertThat(list.body().at("/shipments/0/heldLines/0").asInt()).isEqualTo(1);
  }

  @Test
  void aReferenceSentAgainGivesTheSameShipmentAndWithOtherLinesIsRefused() {
    Reply first = post(SHIPMENTS, order("S-103"), seller);

    Reply again = post(SHIPMENTS, order("S-103"), seller);
    Reply other = post(SHIPMENTS, order("S-103").replace("camera drone", "umbrella"), seller);

    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    assertProblem(other, 409, "shipment-exists");
  }

  @Test
  void whatAShipmentLacksIsNamed() {
    assertField(order("x").replace("\"origin\": \"CN\"", "\"origin\": \"\""), "lines[0]");
    assertField(order("x").replaceFirst("Foldable[^\"]+", " "), "lines[0].listing.title");
    assertField(order("x").replace("\"quantity\": 2,", ""), "lines[0].quantity");
    assertField(order("x").replace("\"quantity\": 2", "\"quantity\": 1e900"), "lines[0].quantity");
    assertField(order("x").replace("27 Street No. 41", ""), "consignor.street");
    assertField(
        order("x").replace("\"country\": \"SG\"", "\"country\": \"XQ\""), "consignee.country");
    assertField(order("x").replace("2026-12-04", "4 Dec"), "shipBy");
    assertProblem(post(SHIPMENTS, order("x").replace("DAP", "XYZ"), seller), 400, "bad-value");
  }

  private void assertField(String body, String field) {
    Reply reply = post(SHIPMENTS, body, seller);
    assertProblem(reply, 400, "bad-value");
    assertThat(reply.text("/field")).isEqualTo(field);
  }

  @Test
  void aTaskIsClaimedDecidedAndGone() {
    Reply receipt = post(LISTINGS, drone, seller);
    String task = "/api/v1/tasks/" + receipt.text("/lines/0/taskId");
    Caller lead = caller(Role.LEAD);

    Reply claimed = post(task + "/claim", lead);
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.body().at("/claim/yours").asBoolean()).isTrue();
    Reply decided = post(task + "/decision", decision(claimed, "RECLASSIFY", "8806.22"), lead);

    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.text("/code")).isEqualTo("880622");
    Reply item = itemOf(receipt);
    assertThat(item.text("/state")).isEqualTo("FINAL");
    assertThat(item.text("/codeDotted")).isEqualTo("8806.22");
    assertThat(item.text("/decisions/0/rationale")).isEqualTo("take-off weight up to 250 g");
    assertThat(item.body().at("/taskId").isNull()).isTrue();
    assertProblem(post(task + "/claim", lead), 409, "task-closed");
  }

  private static String decision(Reply task, String verdict, String code) {
    return """
        {"version": %d, "verdict": "%s", "code": "%s",
         "rationale": "take-off weight up to 250 g", "legalBasis": "General Rule 1"}
        """
        .formatted(task.body().at("/version").asLong(), verdict, code);
  }

  @Test
  void aTaskThatAnotherHoldsIsRefusedByNameAndTheDecisionIsKept() {
    String task = "/api/v1/tasks/" + post(LISTINGS, drone, seller).text("/lines/0/taskId");
    Caller lead = caller(Role.LEAD);
    Caller another = caller(Role.LEAD);
    Reply claimed = post(task + "/claim", lead);

    Reply claimRefused = post(task + "/claim", another);
    Reply refused = post(task + "/decision", decision(claimed, "PROHIBIT", ""), another);

    assertProblem(claimRefused, 409, "task-claimed-by-another");
    assertThat(claimRefused.body().has("draftKept")).isFalse();
    assertProblem(refused, 409, "task-claimed-by-another");
    assertThat(refused.text("/detail")).contains(lead.account().name());
    assertThat(refused.body().at("/draftKept").asBoolean()).isTrue();
    Reply seen = get(task, another);
    assertThat(seen.text("/draft/verdict")).isEqualTo("PROHIBIT");
    assertThat(seen.text("/claim/by")).isEqualTo(lead.account().name());
    assertThat(get(task, lead).body().at("/draft").isNull()).isTrue();
  }

  @Test
  void aDecisionOnWhatChangedMeanwhileIsRefused() {
    String task = "/api/v1/tasks/" + post(LISTINGS, drone, seller).text("/lines/0/taskId");
    Caller lead = caller(Role.LEAD);
    Reply claimed = post(task + "/claim", lead);
    post(LISTINGS, drone.replace("249 g", "900 g"), seller);

    Reply refused = post(task + "/decision", decision(claimed, "ACCEPT", "8806.22"), lead);

    assertProblem(refused, 409, "task-changed");
    assertThat(refused.body().at("/draftKept").asBoolean()).isTrue();
  }

  @Test
  void whatIsEscalatedOnlyALeadMayDecide() {
    String task = "/api/v1/tasks/" + post(LISTINGS, drone, seller).text("/lines/0/taskId");
    Reply claimed = post(task + "/claim", specialist);
    post(task + "/decision", decision(claimed, "ESCALATE", ""), specialist);

    Reply refused = post(task + "/claim", specialist);

    assertProblem(refused, 403, "task-for-lead");
    assertThat(get(task, specialist).body().at("/forLead").asBoolean()).isTrue();
    assertThat(post(task + "/claim", caller(Role.LEAD)).status()).isEqualTo(200);
  }

  @Test
  void aReleasedTaskIsFreeAgain() {
    String task = "/api/v1/tasks/" + post(LISTINGS, drone, seller).text("/lines/0/taskId");
    post(task + "/claim", specialist);

    assertThat(post(task + "/release", specialist).status()).isEqualTo(204);

    assertThat(get(task, specialist).body().at("/claim").isNull()).isTrue();
    assertThat(post(task + "/claim", caller(Role.SPECIALIST)).status()).isEqualTo(200);
  }

  @Test
  void theQueueGivesEachTaskOnceAndThenNothing() {
    post(LISTINGS, drone, seller);
    Reply queue = get("/api/v1/tasks?limit=500", specialist);
    assertThat(queue.body().at("/open").asInt()).isPositive();
    assertThat(queue.text("/tasks/0/item/title")).isNotEmpty();

    Reply claimed = post("/api/v1/tasks/claim", specialist);
    while (claimed.status() == 200) {
      assertThat(claimed.body().at("/claim/yours").asBoolean()).isTrue();
      claimed = post("/api/v1/tasks/claim", specialist);
    }

    assertThat(claimed.status()).isEqualTo(204);
  }

  @Test
  void aDecisionThatCannotBeIsRefused() {
    String task = "/api/v1/tasks/" + post(LISTINGS, drone, seller).text("/lines/0/taskId");
    Reply claimed = post(task + "/claim", specialist);
    String decide = task + "/decision";

    assertProblem(post(decide, decision(claimed, "GUESS", ""), specialist), 400, "bad-value");
    assertProblem(post(decide, decision(claimed, "ACCEPT", ""), specialist), 400, "bad-value");
    assertProblem(post(decide, decision(claimed, "ACCEPT", "8211"), specialist), 400, "bad-value");
    assertProblem(post(decide, "{\"verdict\": \"ESCALATE\"}", specialist), 400, "bad-value");
    assertProblem(post(decide, "null", specialist), 400, "bad-json");
  }

  @Test
  void rolesAreKeptApart() {
    assertProblem(get("/api/v1/tasks", seller), 403, "not-allowed");
    assertProblem(post("/api/v1/tasks/claim", seller), 403, "not-allowed");
    assertProblem(get("/api/v1/deliveries", seller), 403, "not-allowed");
    assertProblem(get("/api/v1/webhooks", specialist), 403, "not-allowed");
    assertProblem(get("/api/v1/webhooks/hosts", specialist), 403, "not-allowed");
    assertProblem(delete("/api/v1/webhooks/" + UUID.randomUUID(), seller), 403, "not-allowed");
  }

  @Test
  void withoutAValidTokenNothingIsAnswered() {
    Reply none = exchange(HttpRequest.newBuilder(URI.create(address("/api/v1/items"))));
    Reply wrong = get("/api/v1/items", new Caller(seller.account(), "pab_wrong"));

    assertProblem(none, 401, "not-logged-in");
    assertProblem(wrong, 401, "not-logged-in");
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    String id = UUID.randomUUID().toString();

    assertProblem(get("/api/v1/nothing", seller), 404, "not-found");
    assertProblem(get("/api/v1/items/" + id, seller), 404, "not-found");
    assertProblem(get("/api/v1/shipments/" + id, seller), 404, "not-found");
    assertProblem(get("/api/v1/tasks/" + id, specialist), 404, "not-found");
    assertProblem(post("/api/v1/tasks/" + id + "/claim", specialist), 404, "not-found");
    assertProblem(post("/api/v1/tasks/" + id + "/release", specialist), 404, "not-found");
    assertProblem(get("/api/v1/items/12", seller), 400, "bad-value");
  }

  @Test
  void aMissingTitleIsNamedByItsPlaceInTheArray() {
    Reply reply =
        post(
            LISTINGS,
            """
            [{"title": "Wallet", "destination": "SG"}, {"title": " ", "destination": "SG"}]
            """,
            seller);

    assertProblem(reply, 400, "bad-value");
    assertThat(reply.text("/field")).isEqualTo("[1].title");
    assertThat(get("/api/v1/items", seller).body().at("/items").size())
        .as("all listings are taken or none")
        .isZero();
    assertListingField("{\"destination\": \"SG\"}", "title");
  }

  @Test
  void badValuesAreNamedByTheirField() {
    assertListingField("{\"title\": \"Cap\"}", "destination");
    assertListingField("{\"title\": \"Cap\", \"destination\": \"Singapore\"}", "destination");
    assertListingField(drone.replace("2026-11-24", "24/11/2026"), "asOf");
    assertListingField(drone.replace("\"CN\"", "\"China\""), "origin");
    assertListingField(drone.replace("189.00", "-1"), "price.amount");
    assertListingField(drone.replace("189.00", "\"cheap\""), "price.amount");
    assertListingField(drone.replace("189.00", "1e2147483647"), "price.amount");
    assertListingField(drone.replace("\"USD\"", "\"dollars\""), "price.amount");
    assertListingField(drone.replace("249,", "99999999999,"), "weightGrams");
    assertListingField(drone.replace("249,", "-5,"), "weightGrams");
    assertListingField(drone.replace("249,", "2.5,"), "weightGrams");
    assertListingField(drone.replace("249 g", "a\\u0000b"), "description");
    assertListingField(drone.replace("249 g", "\\ud800"), "description");
    assertListingField(drone.replace("{\"colour\": \"grey\"}", "[]"), "attributes");
    assertListingField(drone.replace("\"grey\"", "{}"), "attributes.colour");
    assertListingField(drone.replace("DR-1", "D".repeat(201)), "sku");
    assertListingField("[null]", "[0]");
    assertListingField("[]", "[0]");
    String many = "{\"title\": \"Cap\", \"destination\": \"SG\"},".repeat(501);
    assertListingField("[" + many.substring(0, many.length() - 1) + "]", "[500]");
  }

  private void assertListingField(String body, String field) {
    Reply reply = post(LISTINGS, body, seller);
    assertProblem(reply, 400, "bad-value");
    assertThat(reply.text("/field")).isEqualTo(field);
  }

  @Test
  void anUnknownFieldIsNamed() {
    Reply single = post(LISTINGS, "{\"titel\": \"Cap\", \"destination\": \"SG\"}", seller);
    Reply nested = post(LISTINGS, "[{\"title\": \"Cap\", \"price\": {\"sum\": 1}}]", seller);

    assertProblem(single, 400, "unknown-field");
    assertThat(single.text("/field")).isEqualTo("titel");
    assertProblem(nested, 400, "unknown-field");
    assertThat(nested.text("/field")).isEqualTo("[0].price.sum");
  }

  @Test
  void brokenJsonIsNamedByLineAndColumn() {
    for (String body :
        new String[] {
          "{\"title\": \"Cap\",\n oops}", "{\n", "[{\"title\":\n \"Cap\"", "{}\n{}", "\"cap\"", "12"
        }) {
      Reply reply = post(LISTINGS, body, seller);
      assertProblem(reply, 400, "bad-json");
      assertThat(reply.text("/detail")).containsPattern("line \\d+, column \\d+");
    }
    assertProblem(post(LISTINGS, "", seller), 400, "bad-json");
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    String body = "{\"title\": \"" + "x".repeat(5 * 1024 * 1024) + "\"}";

    assertProblem(post(LISTINGS, body, seller), 413, "body-too-large");
  }

  @Test
  void methodAndMediaTypeMustFit() {
    Reply method = delete(LISTINGS, seller);
    Reply accept = exchange(request("/api/v1/items", seller).header("Accept", "text/html"));
    Reply content =
        exchange(
            request(LISTINGS, seller)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("cap")));

    assertProblem(method, 405, "method-not-allowed");
    assertThat(method.header("Allow")).isEqualTo("POST");
    assertProblem(accept, 406, "not-acceptable");
    assertProblem(content, 415, "unsupported-media-type");
  }

  @Test
  void theDescriptionOfTheApiIsForThoseWhoLoggedIn() {
    Reply reply = exchange(HttpRequest.newBuilder(URI.create(address("/docs/openapi"))));

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("Location")).endsWith("/login");
  }

  private Reply itemOf(Reply receipt) {
    return get("/api/v1/items/" + receipt.text("/lines/0/itemId"), seller);
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(status);
    assertThat(reply.text("/code")).isEqualTo(code);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.text("/type")).isEqualTo("about:blank");
    assertThat(reply.body().at("/status").asInt()).isEqualTo(status);
    assertThat(reply.text("/title")).isNotEmpty();
    assertThat(reply.text("/detail"))
        .isNotEmpty()
        .doesNotContain("org.", "java.", "Exception", "jackson", "Source:");
  }
}
