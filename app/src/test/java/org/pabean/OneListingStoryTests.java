package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.pabean.integration.Receiver;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, end to end: real HTTP, real PostgreSQL, a real receiver of webhooks. */
class OneListingStoryTests extends HttpTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(3);

  @Autowired private JsonMapper json;

  private final String word = Goods.word();

  private final String knife =
      """
      "sku": "KN-%1$s", "title": "Ceramic kitchen knife %1$s", "material": "ceramic, ABS handle",
      "use": "cutting food", "origin": "CN", "weightGrams": 130, "lang": "en"\
      """
          .formatted(word);

  private final String order =
      """
      {"reference": "%s", "destination": "SG",
       "consignor": {"name": "Song Lanh", "street": "27 Street No. 41", "city": "Hà Nội",
                     "country": "VN", "taxId": "0300000102"},
       "consignee": {"name": "Merbau Lane", "street": "18 Merbau Lane", "city": "Singapore",
                     "postcode": "339900", "country": "SG"},
       "incoterm": "DAP", "place": "Singapore", "currency": "USD", "freight": 24.50,
       "lines": [{"listing": {"sku": "WL-%s", "title": "Men's leather wallet", "origin": "IN"},
                  "quantity": 10, "unit": "PCE", "unitPrice": 16.00},
                 {"listing": {%s}, "quantity": 6, "unit": "PCE", "unitPrice": 14.20}]}
      """
          .formatted(word, word, knife);

  @Test
  void aHeldListingIsDecidedDocumentedAndKnownTheNextTime() throws Exception {
    Caller admin = caller(Role.ADMIN);
    Caller seller = caller(Role.SELLER);
    Caller specialist = caller(Role.SPECIALIST);
    try (Receiver receiver = Receiver.start(0)) {
      assertThat(post("/api/v1/webhooks/hosts", "{\"host\": \"127.0.0.1\"}", admin).status())
          .isEqualTo(204);
      Reply webhook =
          post("/api/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()), admin);
      assertThat(webhook.status()).isEqualTo(201);

      Reply shipment = post("/api/v1/shipments", order, seller);
      assertLanes(shipment, seller);
      assertNoInvoice(shipment, seller);
      Reply claimed = claim(shipment, specialist);
      assertNoInvoice(shipment, seller);
      decide(claimed, specialist);
      assertInvoice(shipment, seller);
      assertKnown(seller, specialist);
      assertKnown(caller(Role.SELLER), specialist);

      assertToldOnce(receiver, claimed.text("/id"), webhook.text("/secret"));
      // Else it would be told of what other tests do.
      delete("/api/v1/webhooks/" + webhook.text("/id"), admin);
    }
  }

  private void assertLanes(Reply shipment, Caller seller) {
    assertThat(shipment.status()).as("%s", shipment.body()).isEqualTo(201);
    assertThat(shipment.body().at("/held").asBoolean()).isTrue();
    assertThat(shipment.text("/lines/0/state")).isEqualTo("FINAL");
    assertThat(shipment.text("/lines/0/codeDotted")).isEqualTo("4202.31");
    assertThat(shipment.text("/lines/1/state")).isEqualTo("HELD");
    Reply wallet = get("/api/v1/items/" + shipment.text("/lines/0/itemId"), seller);
    assertThat(wallet.text("/lane")).isEqualTo("AUTO");
    assertThat(texts(wallet.body().at("/assessment/findings"), "effect")).isEmpty();
    assertThat(texts(wallet.body().at("/assessment/notes"), "effect"))
        .as("what the listing leaves out is told and holds nothing")
        .containsOnly("NOTE");
    Reply held = get("/api/v1/items/" + shipment.text("/lines/1/itemId"), seller);
    assertThat(held.text("/lane")).isEqualTo("REVIEW");
    assertThat(texts(held.body().at("/assessment/findings"), "category")).contains("blade");
    assertThat(texts(held.body().at("/assessment/candidates"), "codeDotted"))
        .as("both readings")
        .contains("8211.92")
        .containsAnyOf("6911.10", "6912.00");
  }

  private void assertNoInvoice(Reply shipment, Caller seller) {
    String documents = documents(shipment);
    Reply refused = post(documents + "/commercial-invoice", seller);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("shipment-held");
    assertThat(refused.body().at("/lines").toString()).isEqualTo("[2]");
    assertThat(get(documents, seller).body().at("/documents").size()).isZero();
  }

  private Reply claim(Reply shipment, Caller specialist) {
    String task =
        get("/api/v1/shipments/" + shipment.text("/id"), specialist).text("/lines/1/taskId");
    Reply claimed = post("/api/v1/tasks/" + task + "/claim", specialist);
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.text("/id")).isEqualTo(task);
    return claimed;
  }

  private void decide(Reply claimed, Caller specialist) {
    Reply decided =
        post(
            "/api/v1/tasks/" + claimed.text("/id") + "/decision",
            """
            {"version": %d, "verdict": "RECLASSIFY", "code": "6911.10",
             "rationale": "The data sheet names a blade of porcelain; chapter 82 covers metal only.",
             "legalBasis": "General Rule 1, chapter 82 note 1"}
            """
                .formatted(claimed.body().at("/version").asLong()),
            specialist);
    assertThat(decided.status()).as("%s", decided.body()).isEqualTo(200);
  }

  private void assertInvoice(Reply shipment, Caller seller) throws Exception {
    Reply issued = post(documents(shipment) + "/commercial-invoice", seller);

    assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
    assertThat(issued.text("/kind")).isEqualTo("COMMERCIAL_INVOICE");
    assertThat(issued.text("/shipmentId")).isEqualTo(shipment.text("/id"));
    assertThat(issued.text("/number")).isEqualTo("INV-" + word + "-1");
    assertThat(issued.body().at("/version").asInt()).isEqualTo(1);
    assertThat(issued.text("/issuedBy")).isEqualTo(seller.account().name());
    byte[] pdf = get(issued.text("/pdf"), seller).response().body();
    assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
        .isEqualTo(issued.text("/sha256"));
    assertThat(text(pdf))
        .contains("6911.10", "4202.31", issued.text("/number"), "leather wallet", word)
        .doesNotContain("8211.92", "6912.00");
    Reply again = post(documents(shipment) + "/commercial-invoice", seller);
    assertThat(again.text("/id")).as("nothing has changed").isEqualTo(issued.text("/id"));
  }

  private void assertKnown(Caller seller, Caller decidedBy) {
    Reply receipt =
        post("/api/v1/listings", "{%s, \"destination\": \"SG\"}".formatted(knife), seller);

    assertThat(receipt.text("/lines/0/state")).as("%s", receipt.body()).isEqualTo("FINAL");
    assertThat(receipt.text("/lines/0/codeDotted")).isEqualTo("6911.10");
    assertThat(receipt.text("/lines/0/precedent")).isNotEmpty();
    assertThat(receipt.body().at("/lines/0/taskId").isNull()).isTrue();
    Reply item = get("/api/v1/items/" + receipt.text("/lines/0/itemId"), seller);
    assertThat(item.text("/assessment/precedent/id")).isEqualTo(receipt.text("/lines/0/precedent"));
    assertThat(item.text("/assessment/precedent/decidedBy")).isEqualTo(decidedBy.account().name());
    assertThat(item.text("/assessment/precedent/rationale")).startsWith("The data sheet names");
    assertThat(item.text("/assessment/precedent/legalBasis")).contains("chapter 82 note 1");
    assertThat(item.body().at("/assessment/findings").size()).isPositive();
    assertThat(texts(item.body().at("/assessment/findings"), "settled")).containsOnly("true");
  }

  private void assertToldOnce(Receiver receiver, String task, String secret) throws Exception {
    await().atMost(PATIENCE).until(() -> postsOn(receiver, task).size() >= 3);
    await()
        .during(QUIET)
        .atMost(QUIET.plus(PATIENCE))
        .until(() -> postsOn(receiver, task).size() == 3);

    List<Receiver.Post> posts = postsOn(receiver, task);
    assertThat(posts.stream().map(post -> json.readTree(post.body()).at("/type").asString()))
        .containsExactlyInAnyOrder("task.created", "task.claimed", "task.decided");
    for (Receiver.Post post : posts) {
      assertThat(post.signature()).isEqualTo(signature(secret, post));
      assertThat(json.readTree(post.body()).at("/id").asString()).isEqualTo(post.id());
      assertThat(Long.parseLong(post.timestamp()))
          .isBetween(post.at().getEpochSecond() - 60, post.at().getEpochSecond());
    }
    assertThat(posts).extracting(Receiver.Post::id).doesNotHaveDuplicates();
    JsonNode decided =
        json.readTree(
            posts.stream()
                .filter(p -> p.body().contains("task.decided"))
                .findFirst()
                .orElseThrow()
                .body());
    assertThat(decided.at("/decision/code").asString()).isEqualTo("691110");
    assertThat(decided.at("/item/state").asString()).isEqualTo("FINAL");
  }

  private List<Receiver.Post> postsOn(Receiver receiver, String task) {
    return receiver.posts().stream()
        .filter(post -> json.readTree(post.body()).at("/task/id").asString().equals(task))
        .toList();
  }

  /** As a receiver makes it from the Standard Webhooks specification. */
  private static String signature(String secret, Receiver.Post post) throws Exception {
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = post.id() + "." + post.timestamp() + "." + post.body();
    byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(code);
  }

  private static String text(byte[] pdf) throws IOException {
    var reader = new PdfReader(pdf);
    var extractor = new PdfTextExtractor(reader);
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      pages.add(extractor.getTextFromPage(page));
    }
    return String.join("\n", pages);
  }

  private static Stream<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.path(field).asString());
  }

  private static String documents(Reply shipment) {
    return "/api/v1/shipments/" + shipment.text("/id") + "/documents";
  }
}
