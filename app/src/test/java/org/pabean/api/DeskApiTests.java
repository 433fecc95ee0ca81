package org.pabean.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Role;

/** The queue and the desk over REST, and who may do what there. */
class DeskApiTests extends HttpTests {

  private static final String TASKS = "/api/v1/tasks";

  private Caller seller;
  private Caller specialist;
  private Caller lead;

  @BeforeEach
  void makeCallers() {
    seller = caller(Role.SELLER);
    specialist = caller(Role.SPECIALIST);
    lead = caller(Role.LEAD);
  }

  @Test
  void aListIsAskedForAndReadPageByPage() {
    String word = Goods.word();
    for (int i = 0; i < 5; i++) {
      held("Ceramic knife " + word + " " + Goods.word());
    }
    String list = TASKS + "?text=" + word + "&to=SG&why=blade&who=free&sort=risk";
    Reply first = get(list + "&limit=3", specialist);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().at("/tasks").size()).isEqualTo(3);
    Reply second = get(list + "&limit=3&after=" + first.text("/next"), specialist);
    assertThat(second.body().at("/tasks").size()).isEqualTo(2);
    assertThat(second.body().at("/next").isNull()).isTrue();
    assertThat(get(TASKS + "?text=" + word + "&to=VN", specialist).body().at("/tasks").size())
        .isZero();
    for (String wrong : List.of("who=me", "age=old", "worth=much", "sort=x", "after=x", "lane=1")) {
      Reply refused = get(TASKS + "?" + wrong, specialist);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.text("/code")).as(wrong).isEqualTo("bad-value");
    }
    Reply next = post(TASKS + "/claim?text=" + word, specialist);
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.text("/item/listing/title")).contains(word);
    assertThat(post(TASKS + "/claim?text=" + Goods.word(), specialist).status()).isEqualTo(204);
  }

  @Test
  void severalAreClaimedEachByItself() {
    UUID free = held("Ceramic knife " + Goods.word());
    UUID taken = held("Ceramic knife " + Goods.word());
    assertThat(post(TASKS + "/" + taken + "/claim", lead).status()).isEqualTo(200);
    UUID unknown = UUID.randomUUID();
    Reply reply =
        post(
            TASKS + "/claims",
            "{\"tasks\": [\"%s\", \"%s\", \"%s\"]}".formatted(free, taken, unknown),
            specialist);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/results/0/claimed").asBoolean()).isTrue();
    assertThat(reply.text("/results/1/code")).isEqualTo("task-claimed-by-another");
    assertThat(reply.text("/results/2/code")).isEqualTo("not-found");
    for (String wrong : List.of("{}", "{\"tasks\": []}", "{\"tasks\": [null]}")) {
      assertThat(post(TASKS + "/claims", wrong, specialist).text("/code")).isEqualTo("bad-value");
    }
  }

  @Test
  void aTaskIsGivenAwayPutAsideAndItsDecisionTakenBack() {
    UUID task = held("Ceramic knife " + Goods.word());
    String at = TASKS + "/" + task;
    String person = "{\"person\": \"%s\"}".formatted(specialist.account().id());
    Reply given = post(at + "/assignment", person, lead);
    assertThat(given.text("/assignedTo")).isEqualTo(specialist.account().name());
    assertThat(post(at + "/claim", caller(Role.SPECIALIST)).text("/code"))
        .isEqualTo("task-assigned-to-another");
    assertThat(post(at + "/assignment", "{\"person\": null, \"version\": 77}", lead).text("/code"))
        .isEqualTo("task-changed");
    assertThat(post(at + "/skip", specialist).status()).isEqualTo(204);
    Reply mine = post(at + "/claim", specialist);
    Reply decision =
        post(
            at + "/decision",
            """
            {"version": %s, "verdict": "RECLASSIFY", "code": "6911.10", "rationale": "porcelain",
             "legalBasis": "General Rule 1"}
            """
                .formatted(mine.body().at("/version").asString()),
            specialist);
    assertThat(decision.status()).isEqualTo(200);
    String undo = "/api/v1/decisions/" + decision.text("/id") + "/undo";
    assertThat(post(undo, lead).text("/code")).isEqualTo("decision-stands");
    Reply open = post(undo, specialist);
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.text("/id")).isEqualTo(task.toString());
    assertThat(open.body().at("/claim/yours").asBoolean()).isTrue();
    assertThat(open.text("/item/state")).isEqualTo("HELD");
    assertThat(post(undo, specialist).status()).isEqualTo(409);
    assertThat(get(at + "/variants", specialist).body().at("/tasks").size()).isZero();
    assertThat(get("/api/v1/people/load", lead).body().at("/people").size()).isPositive();
  }

  @Test
  void howEventsOnOneTaskFaredIsAskedByItsId() {
    Reply none = get("/api/v1/deliveries?about=" + UUID.randomUUID(), specialist);
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.body().at("/deliveries").isArray()).isTrue();
    assertThat(none.body().at("/deliveries")).isEmpty();
    Reply wrong = get("/api/v1/deliveries?about=knife", specialist);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("/detail")).contains("about");
  }

  @Test
  void eachRoleReachesWhatIsItsOwn() {
    UUID task = held("Ceramic knife " + Goods.word());
    String at = TASKS + "/" + task;
    Map<String, Role> lowest =
        Map.of(
            "GET " + TASKS + "?who=free",
            Role.SPECIALIST,
            "POST " + TASKS + "/claim",
            Role.SPECIALIST,
            "POST " + TASKS + "/claims",
            Role.SPECIALIST,
            "POST " + at + "/skip",
            Role.SPECIALIST,
            "GET " + at + "/variants",
            Role.SPECIALIST,
            "POST " + at + "/assignment",
            Role.LEAD,
            "GET /api/v1/people/load",
            Role.LEAD,
            "POST /api/v1/decisions/" + UUID.randomUUID() + "/undo",
            Role.SPECIALIST);
    for (Role role : Role.values()) {
      Caller caller = caller(role);
      lowest.forEach(
          (door, least) -> {
            String path = door.substring(door.indexOf(' ') + 1);
            String body = path.endsWith("claims") ? "{\"tasks\": [\"" + task + "\"]}" : "{}";
            int status =
                door.startsWith("GET")
                    ? get(path, caller).status()
                    : post(path, body, caller).status();
            boolean reached = status != 403;
            assertThat(reached)
                .as("%s at %s: %d", role, door, status)
                .isEqualTo(role.includes(least));
          });
      post(at + "/release", caller);
    }
    for (String door : lowest.keySet()) {
      String path = door.substring(door.indexOf(' ') + 1);
      var request = java.net.http.HttpRequest.newBuilder(URI.create(address(path)));
      assertThat(exchange(request.GET()).status()).as(path).isEqualTo(401);
    }
  }

  private UUID held(String title) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title),
            seller);
    return UUID.fromString(receipt.text("/lines/0/taskId"));
  }
}
