package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens to a task at the desk is in the record, in its order, and nothing else is. */
class DeskRecordTests extends HttpTests {

  private static final String TASKS = "/api/v1/tasks";

  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;

  @Value("${pabean.database.data-dir}")
  private String data;

  @Test
  void everyStepOfATaskIsAnEventAndTheRecordIsWhole() {
    Caller seller = caller(Role.SELLER);
    Caller lead = caller(Role.LEAD);
    Caller mei = caller(Role.SPECIALIST);
    Caller other = caller(Role.SPECIALIST);
    String word = Goods.word();
    Reply receipt = listed("Ceramic kitchen knife " + word, seller);
    UUID item = UUID.fromString(receipt.text("/lines/0/itemId"));
    String task = receipt.text("/lines/0/taskId");
    String second = listed("Ceramic bread knife " + Goods.word(), seller).text("/lines/0/taskId");

    assign(task, "\"%s\"".formatted(mei.account().id()), lead);
    Reply bulk =
        post(TASKS + "/claims", "{\"tasks\": [\"%s\", \"%s\"]}".formatted(task, second), mei);
    assertThat(bulk.body().at("/results"))
        .allSatisfy(r -> assertThat(r.at("/claimed").asBoolean()).isTrue());
    ok(post(TASKS + "/%s/skip".formatted(task), mei));
    ok(post(TASKS + "/%s/skip".formatted(task), mei));
    assign(task, "null", lead);
    ok(post(TASKS + "/claim?text=" + word, other));
    ok(post(TASKS + "/%s/claim".formatted(task), other));
    letLapse(task);
    ok(post(TASKS + "/%s/claim".formatted(task), mei));
    assign(task, "\"%s\"".formatted(other.account().id()), lead);
    Reply claimed = post(TASKS + "/%s/claim".formatted(task), other);
    undo(decide(task, claimed, "\"ESCALATE\"", other), other);
    Reply again = get(TASKS + "/" + task, other);
    undo(decide(task, again, "\"RECLASSIFY\", \"code\": \"6911.10\"", other), other);

    assertThat(kinds(item))
        .containsExactly(
            "item.received",
            "item.assessed",
            "task.held",
            "task.assigned",
            "task.claimed",
            "task.released",
            "task.assigned",
            "task.claimed",
            "task.lapsed",
            "task.claimed",
            "task.assigned",
            "task.claimed",
            "task.decided",
            "task.reversed",
            "task.claimed",
            "task.decided",
            "item.final",
            "precedent.made",
            "task.reversed",
            "task.claimed",
            "precedent.forgotten");
    assertThat(payloads(item, "task.assigned"))
        .extracting(p -> p.at("/from").asString("") + ">" + p.at("/to").asString(""))
        .containsExactly(
            ">" + mei.account().id(),
            mei.account().id() + ">",
            mei.account().id() + ">" + other.account().id());
    assertThat(payloads(item, "task.reversed"))
        .extracting(p -> p.at("/reopened").asBoolean())
        .containsExactly(false, true);
    assertThat(payloads(item, "task.lapsed"))
        .extracting(p -> p.at("/holder").asString())
        .containsExactly(other.account().id().toString());
    await().atMost(Duration.ofSeconds(30)).until(() -> unsealed() == 0);
    assertThat(audit()).contains("The record is whole");
  }

  @Test
  void aDecisionThatWasTakenBackIsShownAsSuch() throws IOException {
    Caller mei = caller(Role.SPECIALIST);
    Reply receipt = listed("Ceramic paring knife " + Goods.word(), caller(Role.SELLER));
    String task = receipt.text("/lines/0/taskId");
    String file = "/api/v1/items/%s/record".formatted(receipt.text("/lines/0/itemId"));
    Reply claimed = post(TASKS + "/%s/claim".formatted(task), mei);
    undo(decide(task, claimed, "\"PROHIBIT\"", mei), mei);
    Reply open = get(TASKS + "/" + task, mei);

    Reply meanwhile = get(file, mei);
    assertThat(meanwhile.text("/subject/state")).isEqualTo("HELD");
    assertThat(meanwhile.text("/precedents/0/how")).isEqualTo("withdrawn");
    assertThat(meanwhile.body().at("/assessments/0/candidates"))
        .isNotEmpty()
        .allSatisfy(
            c ->
                assertThat(c.at("/why").asString())
                    .isEqualTo("Not decided yet: a person decides."));

    decide(task, open, "\"RECLASSIFY\", \"code\": \"6911.10\"", mei);
    Reply after = get(file, mei);
    assertThat(after.text("/decisions/0/verdict")).isEqualTo("PROHIBIT");
    assertThat(after.text("/decisions/0/withdrawnAt")).isNotEmpty();
    assertThat(after.text("/decisions/0/withdrawnBy")).isEqualTo(mei.account().name());
    assertThat(after.text("/decisions/1/verdict")).isEqualTo("RECLASSIFY");
    assertThat(after.text("/decisions/1/withdrawnAt")).isEmpty();
    assertThat(after.body().at("/precedents").valueStream().map(p -> p.at("/how").asString()))
        .containsExactly("withdrawn", "made");

    byte[] pdf = get(file + ".pdf", mei).response().body();
    Files.write(Path.of("target", "decision-file-withdrawn.pdf"), pdf);
    String text = text(pdf);
    assertThat(text)
        .contains("WITHDRAWN: Prohibited by " + mei.account().name())
        .contains("it is not in force", "Made of this item, and withdrawn")
        .doesNotContain("WITHDRAWN: Reclassified");
  }

  private Reply listed(String title, Caller seller) {
    return ok(
        post(
            "/api/v1/listings",
            "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title),
            seller));
  }

  private void assign(String task, String person, Caller lead) {
    ok(post(TASKS + "/%s/assignment".formatted(task), "{\"person\": %s}".formatted(person), lead));
  }

  private Reply decide(String task, Reply seen, String verdict, Caller person) {
    return ok(
        post(
            TASKS + "/%s/decision".formatted(task),
            """
            {"verdict": %s, "version": %s, "rationale": "as the note says", "legalBasis": "Ch. 82 note 1"}
            """
                .formatted(verdict, seen.body().at("/version").asString()),
            person));
  }

  private void undo(Reply decision, Caller person) {
    ok(post("/api/v1/decisions/%s/undo".formatted(decision.text("/id")), person));
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 204);
    return reply;
  }

  /** As if nobody had done anything for as long as a claim lasts. */
  private void letLapse(String task) {
    jdbc.sql(
            "update review_task set claimed_until = now() - interval '1 second' where id ="
                + " :id::uuid")
        .param("id", task)
        .update();
  }

  private List<String> kinds(UUID item) {
    return jdbc.sql("select kind from record_event where subject = :item order by n")
        .param("item", item)
        .query(String.class)
        .list();
  }

  private List<JsonNode> payloads(UUID item, String kind) {
    return jdbc.sql(
            "select payload from record_event where subject = :item and kind = :kind order by n")
        .param("item", item)
        .param("kind", kind)
        .query((row, n) -> json.readTree(row.getString("payload")))
        .list();
  }

  private long unsealed() {
    return jdbc.sql("select count(*) from record_unsealed").query(Long.class).single();
  }

  private String audit() {
    Said said = Said.by("audit", "verify", "--data-dir", data);
    assertThat(said.exit()).isZero();
    return said.out();
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
