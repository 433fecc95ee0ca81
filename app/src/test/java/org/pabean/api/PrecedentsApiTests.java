package org.pabean.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Role;

/** What was decided, over REST: a shipment that rests on what a lead retires is held again. */
class PrecedentsApiTests extends HttpTests {

  private static final String AT = "/api/v1/precedents";

  private static final String ORDER =
      """
      {"reference": "%s", "destination": "SG",
       "consignor": {"name": "Song Lanh Trading", "street": "27 Street No. 41", "city": "Hanoi", "country": "VN"},
       "consignee": {"name": "Merbau Lane Retail", "street": "18 Merbau Lane", "city": "Singapore", "country": "SG"},
       "incoterm": "DAP", "place": "Singapore", "currency": "USD",
       "lines": [{"quantity": 6, "unit": "PCE", "unitPrice": 14.20,
         "listing": {"title": "Ceramic kitchen knife %s", "origin": "CN"}}]}
      """;

  @Test
  void aShipmentThatRestsOnWhatIsRetiredIsHeldAgain() {
    Caller seller = caller(Role.SELLER);
    Caller specialist = caller(Role.SPECIALIST);
    Caller lead = caller(Role.LEAD);
    String word = Goods.word();
    Reply shipment = post("/api/v1/shipments", ORDER.formatted("S-" + word, word), seller);
    String tasks = "/api/v1/tasks?text=" + word;
    decide(UUID.fromString(get(tasks, specialist).text("/tasks/0/id")), specialist);
    String invoice = "/api/v1/shipments/" + shipment.text("/id") + "/documents/commercial-invoice";
    Reply issued = post(invoice, seller);
    assertThat(issued.status()).isEqualTo(201);

    Reply list = get(AT + "?text=" + word + "&code=69&to=sg&state=IN_FORCE&limit=1", specialist);
    assertThat(list.body().at("/precedents").size()).isEqualTo(1);
    assertThat(list.body().at("/next").isNull()).isTrue();
    assertThat(list.text("/precedents/0/codeDotted")).isEqualTo("6912.00");
    String one = AT + "/" + list.text("/precedents/0/id");
    Reply full = get(one, specialist);
    assertThat(full.text("/items/0")).isEqualTo(shipment.text("/lines/0/itemId"));
    assertThat(full.text("/documents/0/number")).isEqualTo("INV-S-" + word + "-1");

    Reply retired = post(one + "/retirement", "{\"reason\": \"It is of steel.\"}", lead);

    assertThat(retired.status()).isEqualTo(200);
    assertThat(retired.text("/precedent/state")).isEqualTo("RETIRED");
    assertThat(retired.text("/held/0")).isEqualTo(shipment.text("/lines/0/itemId"));
    Reply refused = post(invoice, seller);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("shipment-held");
    Reply again = post(one + "/retirement", "{\"reason\": \"Wrong.\"}", lead);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("precedent-stands");
    assertThat(post(one + "/reopening", lead).body().at("/held").size()).isZero();
  }

  @Test
  void aContradictionIsSettledAndALastDaySet() {
    Caller seller = caller(Role.SELLER);
    Caller specialist = caller(Role.SPECIALIST);
    Caller lead = caller(Role.LEAD);
    String title = "Ceramic kitchen knife " + Goods.word() + " " + Goods.word();
    decide(held(title + " white", seller), "691200", specialist);
    decide(held(title + " black", seller), "821192", specialist);
    String id = get(AT + "?text=" + title.replace(' ', '+'), specialist).text("/precedents/0/id");
    Reply full = get(AT + "/" + id, specialist);
    assertThat(full.body().at("/conflicts").size()).isEqualTo(1);
    assertThat(full.body().at("/conflicts/0/open").asBoolean()).isTrue();
    assertThat(full.text("/precedent/strength")).isEqualTo("ONE_PERSON");
    String conflict = full.text("/conflicts/0/id");
    assertThat(get(AT + "/conflicts", specialist).body().toString()).contains(conflict);

    String settle = AT + "/conflicts/" + conflict + "/settlement";
    assertThat(post(settle, "{\"reason\": \"x\"}", specialist).status()).isEqualTo(403);
    assertThat(post(settle, "{}", lead).text("/field")).isEqualTo("reason");
    Reply settled = post(settle, "{\"reason\": \"The blade differs.\"}", lead);
    assertThat(settled.text("/reason")).isEqualTo("The blade differs.");
    assertThat(post(settle, "{\"reason\": \"Again.\"}", lead).status()).isEqualTo(409);

    String limit = AT + "/" + id + "/limit";
    assertThat(post(limit, "{\"until\": \"2099-12-31\"}", lead).text("/validUntil"))
        .isEqualTo("2099-12-31");
    assertThat(post(limit, "{\"until\": \"2020-12-31\"}", lead).text("/field")).isEqualTo("until");
    assertThat(post(limit, "{}", lead).body().at("/validUntil").isNull()).isTrue();
    assertThat(post(limit, "{}", specialist).status()).isEqualTo(403);
  }

  private UUID held(String title, Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title),
            seller);
    return UUID.fromString(receipt.text("/lines/0/taskId"));
  }

  @Test
  void whatIsAskedWronglyIsToldAndNobodyComesThroughADoorThatIsNotTheirs() {
    Caller specialist = caller(Role.SPECIALIST);
    for (String wrong : List.of("code=69x", "to=Mars", "state=OLD", "limit=0", "offset=-1")) {
      Reply reply = get(AT + "?" + wrong, specialist);
      assertThat(reply.status()).as(wrong).isEqualTo(400);
      assertThat(reply.text("/field")).as(wrong).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
    String unknown = AT + "/" + UUID.randomUUID();
    assertThat(get(unknown, specialist).status()).isEqualTo(404);
    assertThat(post(unknown + "/retirement", "{\"reason\": \"x\"}", specialist).status())
        .isEqualTo(403);
    assertThat(post(unknown + "/reopening", specialist).status()).isEqualTo(403);
    assertThat(get(AT, caller(Role.SELLER)).status()).isEqualTo(403);
    Caller lead = caller(Role.LEAD);
    assertThat(post(unknown + "/retirement", "{\"reason\": \"x\"}", lead).status()).isEqualTo(404);
  }

  private void decide(UUID task, Caller specialist) {
    decide(task, "691200", specialist);
  }

  private void decide(UUID task, String code, Caller specialist) {
    Reply claimed = post("/api/v1/tasks/" + task + "/claim", specialist);
    Reply decided =
        post(
            "/api/v1/tasks/" + task + "/decision",
            """
            {"version": %s, "verdict": "RECLASSIFY", "code": "%s", "rationale": "ceramic",
             "legalBasis": "General Rule 1"}
            """
                .formatted(claimed.text("/version"), code),
            specialist);
    assertThat(decided.status()).as(decided.body().toString()).isLessThan(300);
  }
}
