package org.pabean.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Role;
import tools.jackson.databind.node.ObjectNode;

/** The papers of a shipment over REST: all of them from one record, mended where a fault says. */
class ShipmentPapersApiTests extends HttpTests {

  private static final String AT = "/api/v1/shipments";

  private static final String ORDER =
      """
      {"reference": "%s", "destination": "SG", "regime": "LOW_VALUE",
       "consignor": {"name": "Song Lanh Trading", "street": "27 Street No. 41", "city": "Hanoi", "country": "VN"},
       "consignee": {"name": "Merbau Lane Retail", "street": "18 Merbau Lane", "city": "Singapore",
         "postcode": "339900", "country": "SG", "kind": "ORGANISATION"},
       "incoterm": "DAP", "place": "Singapore", "currency": "USD", "freight": 24.50, "discount": 1.20,
       "lines": [{"quantity": 6, "unit": "PCE", "unitPrice": 14.20,
         "listing": {"title": "Ceramic kitchen knife %s", "origin": "CN", "weightGrams": 120}}]}
      """;

  @Test
  void whatIsMissingIsNamedMendedAndThenEveryPaperIsThere() {
    Caller seller = caller(Role.SELLER);
    Reply shipment = entered(seller);
    String papers = AT + "/" + shipment.text("/id") + "/documents";

    Reply held = post(papers, seller);
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.text("/code")).isEqualTo("shipment-held");
    decide(shipment);
    Reply bare = post(papers, seller);

    assertThat(bare.body().at("/documents").findValuesAsString("form"))
        .contains("commercial-invoice")
        .doesNotContain("packing-list");
    assertThat(bare.body().at("/faults").findValuesAsString("path")).contains("packages");

    ObjectNode record = ((ObjectNode) shipment.body().at("/record")).deepCopy();
    assertThat(record.path("discount").decimalValue()).isEqualByComparingTo("1.20");
    ObjectNode carton = record.putArray("packages").addObject();
    carton.put("type", "CT").put("grossGrams", 900);
    carton.putArray("contents").addObject().put("line", 1).put("quantity", 6);
    Reply amended = put(AT + "/" + shipment.text("/id"), record, seller);
    assertThat(amended.status()).as(amended.body().toString()).isEqualTo(200);
    assertThat(amended.text("/record/packages/0/grossGrams")).isEqualTo("900");
    Reply packed = post(papers, seller);

    assertThat(packed.body().at("/documents").findValuesAsString("form"))
        .contains("commercial-invoice", "packing-list");
    for (var document : packed.body().at("/documents")) {
      String at = "/api/v1/documents/" + document.path("id").asString();
      assertThat(get(at + "/pdf", seller).status()).isEqualTo(200);
      Reply data = get(at + "/data", seller);
      assertThat(data.status()).isEqualTo(200);
      assertThat(data.body().size()).isPositive();
      assertThat(get(at + "/data", caller(Role.SELLER)).status()).isEqualTo(404);
    }
    assertThat(post(papers, seller).body().at("/documents"))
        .isEqualTo(packed.body().at("/documents"));
  }

  @Test
  void aRecordThatDisagreesWithItselfGivesNoPaperAndNamesThePlace() {
    Caller seller = caller(Role.SELLER);
    Reply shipment = entered(seller);
    decide(shipment);
    ObjectNode record = ((ObjectNode) shipment.body().at("/record")).deepCopy();
    ((ObjectNode) record.at("/consignee")).put("country", "MY");
    put(AT + "/" + shipment.text("/id"), record, seller);

    Reply refused = post(AT + "/" + shipment.text("/id") + "/documents", seller);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("papers-faulty");
    assertThat(refused.body().at("/faults").findValuesAsString("path"))
        .contains("consignee.country");
  }

  @Test
  void anAmendmentIsRefusedWithTheFieldThatIsWrongAndNobodyElseAmends() {
    Caller seller = caller(Role.SELLER);
    Reply shipment = entered(seller);
    String at = AT + "/" + shipment.text("/id");
    ObjectNode record = (ObjectNode) shipment.body().at("/record");

    for (Caller other : List.of(caller(Role.SELLER), caller(Role.SPECIALIST))) {
      assertThat(put(at, record, other).status()).isIn(400, 403, 404);
    }
    assertThat(put(AT + "/" + UUID.randomUUID(), record, seller).status()).isEqualTo(404);
    ObjectNode elsewhere = record.deepCopy().put("destination", "VN");
    assertThat(put(at, elsewhere, seller).text("/detail")).contains("keeps its reference");
    ObjectNode strange = record.deepCopy().put("regime", "PIGEON");
    Reply refused = put(at, strange, seller);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/field")).isEqualTo("regime");
    assertThat(refused.text("/detail")).contains("LOW_VALUE, POSTAL, EXPRESS, FORMAL");
    ObjectNode empty = record.deepCopy();
    empty.putArray("packages").addObject().put("type", "CT");
    assertThat(put(at, empty, seller).text("/detail")).contains("grossGrams");
    assertThat(get(at, seller).body().at("/record")).isEqualTo(record);
  }

  private Reply entered(Caller seller) {
    String word = Goods.word();
    Reply shipment = post(AT, ORDER.formatted("S-" + word, word), seller);
    assertThat(shipment.status()).as(shipment.body().toString()).isEqualTo(201);
    return shipment;
  }

  private Reply put(String path, ObjectNode record, Caller caller) {
    return exchange(
        request(path, caller)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(record.toString())));
  }

  private void decide(Reply shipment) {
    Caller specialist = caller(Role.SPECIALIST);
    String task = get(AT + "/" + shipment.text("/id"), specialist).text("/lines/0/taskId");
    Reply claimed = post("/api/v1/tasks/" + task + "/claim", specialist);
    Reply decided =
        post(
            "/api/v1/tasks/" + task + "/decision",
            """
            {"version": %s, "verdict": "RECLASSIFY", "code": "691200", "rationale": "ceramic",
             "legalBasis": "General Rule 1"}
            """
                .formatted(claimed.text("/version")),
            specialist);
    assertThat(decided.status()).as(decided.body().toString()).isLessThan(300);
  }
}
