package org.pabean.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.document.DecisionFile.Entry;
import org.pabean.document.DecisionFile.Reading;
import org.pabean.record.Kind;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The whole way of one item over HTTP, and then its file. */
class DecisionFilesTests extends HttpTests {

  private static final String SHIPMENT =
      """
      {"reference": "%s", "destination": "SG",
       "consignor": {"name": "Song Lanh", "street": "27 Street", "city": "Ho Chi Minh City", "country": "VN"},
       "consignee": {"name": "Merbau Lane", "street": "18 Lane", "city": "Singapore", "postcode": "339900", "country": "SG"},
       "incoterm": "DAP", "place": "Singapore", "currency": "USD",
       "lines": [{"quantity": 6, "unit": "PCE", "unitPrice": 14.20,
          "listing": {"sku": "KN-007", "title": "%s",
            "description": "มีดเซรามิกทำครัว · Dao nhà bếp bằng gốm · 陶瓷菜刀",
            "material": "ceramic blade, ABS handle", "use": "cutting food",
            "origin": "CN", "price": {"amount": 14.20, "currency": "USD"}, "weightGrams": 130}}]}
      """;

  @Autowired private DecisionFiles files;

  private final String title = "Ceramic kitchen knife มีด Dao bếp 菜刀 " + Goods.word();

  @Test
  void theFileTellsTheWholeWayOfAnItem() throws Exception {
    Caller seller = caller(Role.SELLER);
    Caller mei = caller(Role.SPECIALIST);
    UUID itemId = decidedAndShipped(seller, mei);
    awaitSeal(itemId, mei);

    Reply reply = get("/api/v1/items/%s/record".formatted(itemId), mei);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("/form")).isEqualTo("decision-file/1");
    assertThat(reply.text("/subject/state")).isEqualTo("FINAL");
    assertThat(reply.text("/subject/codeDotted")).isEqualTo("6911.10");
    assertThat(reply.text("/received/0/listing/title")).isEqualTo(title);
    assertThat(reply.text("/received/0/listing/description")).contains("มีดเซรามิกทำครัว");
    assertThat(reply.body().at("/received/0/asReceived").asBoolean()).isTrue();
    assertThat(reply.text("/received/0/by")).isEqualTo(seller.account().name());
    assertThat(reply.body().at("/assessments/0/inRecord").asBoolean()).isTrue();
    assertThat(reply.text("/assessments/0/versions/edition")).isEqualTo("HS2022");
    assertThat(reply.text("/decisions/0/rationale")).isEqualTo("the blade is porcelain");
    assertThat(reply.text("/decisions/0/legalBasis")).isEqualTo("Ch. 82 note 1");
    assertThat(reply.text("/precedents/0/how")).isEqualTo("made");
    assertThat(reply.text("/documents/0/sha256")).matches("[0-9a-f]{64}");
    assertThat(reply.body().at("/assessments/0/findings"))
        .anySatisfy(f -> assertThat(f.at("/law").asString()).isNotBlank());
    assertThat(kinds(reply.body()))
        .containsSubsequence(
            "item.received",
            "item.assessed",
            "task.held",
            "shipment.entered",
            "task.claimed",
            "task.decided",
            "item.final",
            "precedent.made",
            "document.issued");
    assertThat(reply.body().at("/events"))
        .allSatisfy(e -> assertThat(e.at("/hash").asString("")).matches("[0-9a-f]{64}"));
    assertThat(reply.body().at("/people"))
        .extracting(p -> p.at("/name").asString())
        .contains(seller.account().name(), mei.account().name());
  }

  @Test
  void eachCandidateSaysWhyItWasTakenOrNot() throws Exception {
    Caller seller = caller(Role.SELLER);
    Caller mei = caller(Role.SPECIALIST);
    UUID itemId = decidedAndShipped(seller, mei);

    DecisionFile file = files.find(itemId, mei.account().actor()).orElseThrow();

    List<Reading> candidates = file.inForce().candidates();
    assertThat(candidates).isNotEmpty();
    assertThat(candidates)
        .allSatisfy(
            c ->
                assertThat(c.why())
                    .isEqualTo(
                        c.code().equals("691110")
                            ? "Taken: %s decided so.".formatted(mei.account().name())
                            : "Not taken: %s decided 6911.10 instead: the blade is porcelain"
                                .formatted(mei.account().name())));

    UUID routine = itemOf(post("/api/v1/listings", listing("Leather wallet"), seller), 0);
    DecisionFile other = files.find(routine, mei.account().actor()).orElseThrow();
    assertThat(other.inForce().candidates().get(0).why())
        .startsWith(
            other.subject().state().equals("FINAL") ? "Taken by the machine" : "Not decided yet");
    UUID held =
        itemOf(post("/api/v1/listings", listing("Combat knife " + Goods.word()), seller), 0);
    assertThat(files.find(held, mei.account().actor()).orElseThrow().inForce().candidates())
        .allSatisfy(c -> assertThat(c.why()).isEqualTo("Not decided yet: a person decides."));
  }

  @Test
  void thePdfSetsNamesInAllScripts() throws Exception {
    Caller seller = caller(Role.SELLER);
    Caller mei = caller(Role.SPECIALIST);
    UUID itemId = decidedAndShipped(seller, mei);
    awaitSeal(itemId, mei);

    Reply pdf = get("/api/v1/items/%s/record.pdf".formatted(itemId), mei);

    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
    Files.write(Path.of("target", "decision-file.pdf"), pdf.response().body());
    String text = text(pdf.response().body());
    assertThat(text)
        .contains("Decision file", "Final by a person", "6911.10", "陶瓷菜刀", "Dao nhà bếp bằng gốm")
        .contains("the blade is porcelain", "Ch. 82 note 1", mei.account().name())
        .contains("./pabean audit verify --head", "as the record has it")
        .doesNotContain("NOT as the record has it", "\uFFFD");
  }

  @Test
  void onlyThoseWhoMaySeeAnItemGetItsFile() throws Exception {
    Caller seller = caller(Role.SELLER);
    UUID itemId =
        itemOf(post("/api/v1/listings", listing("Combat knife " + Goods.word()), seller), 0);

    for (String path : List.of("/api/v1/items/%s/record", "/api/v1/items/%s/record.pdf")) {
      String address = path.formatted(itemId);
      assertThat(get(address, seller).status()).isEqualTo(200);
      for (Role role : List.of(Role.SPECIALIST, Role.LEAD, Role.ADMIN)) {
        assertThat(get(address, caller(role)).status()).as("%s %s", role, path).isEqualTo(200);
      }
      assertThat(get(address, caller(Role.SELLER)).status()).isEqualTo(404);
      assertThat(get(address, new Caller(seller.account(), "pab_none")).status()).isEqualTo(401);
      assertThat(get(path.formatted(UUID.randomUUID()), seller).status()).isEqualTo(404);
    }
  }

  @Test
  void aSellerIsNotToldOfWebhooks() throws Exception {
    Caller seller = caller(Role.SELLER);
    UUID itemId = decidedAndShipped(seller, caller(Role.SPECIALIST));

    DecisionFile file = files.find(itemId, seller.account().actor()).orElseThrow();

    assertThat(file.events())
        .extracting(Entry::kind)
        .contains(Kind.DECIDED.slug())
        .noneMatch(kind -> kind.startsWith("webhook."));
  }

  private UUID decidedAndShipped(Caller seller, Caller mei) {
    String reference = "S-" + Goods.word();
    Reply shipment = post("/api/v1/shipments", SHIPMENT.formatted(reference, title), seller);
    assertThat(shipment.status()).as(shipment.body().toString()).isEqualTo(201);
    UUID itemId = UUID.fromString(shipment.text("/lines/0/itemId"));
    String task = get("/api/v1/items/" + itemId, mei).text("/taskId");
    Reply claimed = post("/api/v1/tasks/%s/claim".formatted(task), mei);
    Reply decided =
        post(
            "/api/v1/tasks/%s/decision".formatted(task),
            """
            {"verdict": "RECLASSIFY", "code": "691110", "version": %s,
             "rationale": "the blade is porcelain", "legalBasis": "Ch. 82 note 1"}
            """
                .formatted(claimed.body().at("/version").asString()),
            mei);
    assertThat(decided.status()).as(decided.body().toString()).isBetween(200, 201);
    Reply issued =
        post(
            "/api/v1/shipments/%s/documents/commercial-invoice".formatted(shipment.text("/id")),
            seller);
    assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
    return itemId;
  }

  /** The seal comes within about a second of the event. */
  private void awaitSeal(UUID itemId, Caller mei) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (files.find(itemId, mei.account().actor()).orElseThrow().events().stream()
        .anyMatch(event -> event.seq() == null)) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static String listing(String title) {
    return "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title);
  }

  private static UUID itemOf(Reply receipt, int line) {
    assertThat(receipt.status()).as(receipt.body().toString()).isBetween(200, 201);
    return UUID.fromString(receipt.text("/lines/%d/itemId".formatted(line)));
  }

  private static List<String> kinds(JsonNode file) {
    return file.at("/events").valueStream().map(e -> e.at("/kind").asString()).toList();
  }

  private static String text(byte[] pdf) throws IOException {
    var reader = new PdfReader(pdf);
    var all = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      all.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
    }
    return all.toString().replaceAll("\\s+", " ");
  }
}
