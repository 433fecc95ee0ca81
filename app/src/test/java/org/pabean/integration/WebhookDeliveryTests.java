package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.listing.Listing;
import org.pabean.record.Event;
import org.pabean.record.Journal;
import org.pabean.record.ProgramFact;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Its own context, for waits that are short enough to be waited for. */
@TestPropertySource(
    properties = {
      "pabean.database.data-dir=target/webhook-test-data",
      "pabean.integration.answer-limit=1s",
      "pabean.integration.attempts=3",
      "pabean.integration.first-wait=100ms",
      "pabean.integration.factor=2",
      "pabean.integration.jitter=0",
      "db-scheduler.polling-interval=50ms",
      "db-scheduler.heartbeat-interval=250ms"
    })
class WebhookDeliveryTests extends DatabaseTests {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Autowired private Webhooks webhooks;
  @Autowired private AllowedHosts hosts;
  @Autowired private Deliveries deliveries;
  @Autowired private Journal journal;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Accounts accounts;
  @Autowired private Scheduler jobs;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;

  private Actor seller;
  private Actor specialist;
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    // The files of an earlier run that was killed may still be there.
    webhooks.list().forEach(webhook -> webhooks.remove(webhook.id()));
    seller = account("seller", Role.SELLER);
    specialist = account("specialist", Role.SPECIALIST);
    hosts.allow("127.0.0.1", account("admin", Role.ADMIN));
    receiver = Receiver.start(0);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void tellsOfATaskOnceWithASignatureThatVerifies() throws Exception {
    Webhook.Added added = webhooks.add(receiver.url(), specialist);

    UUID task = hold("ceramic knife");

    Delivery delivery = awaitState(task, Delivery.State.DELIVERED);
    pause();
    assertThat(receiver.posts()).hasSize(1);
    assertThat(delivery.attempts()).isEqualTo(1);
    assertThat(delivery.lastError()).isEmpty();
    assertThat(delivery.url()).isEqualTo(receiver.url());
    assertThat(delivery.attemptedAt()).isNotNull();
    Receiver.Post post = receiver.posts().get(0);
    assertThat(post.method()).isEqualTo("POST");
    assertThat(post.path()).isEqualTo("/hooks");
    assertThat(post.contentType()).isEqualTo("application/json");
    assertThat(post.signature()).isEqualTo(signature(added.secret(), post));
    assertThat(Long.parseLong(post.timestamp()))
        .isBetween(post.at().getEpochSecond() - 5, post.at().getEpochSecond());
    JsonNode event = json.readTree(post.body());
    assertThat(event.at("/id").asString()).isEqualTo(post.id());
    assertThat(event.at("/type").asString()).isEqualTo("task.created");
    assertThat(event.at("/version").asInt()).isEqualTo(1);
    assertThat(event.at("/task/id").asString()).isEqualTo(task.toString());
    assertThat(event.at("/item/title").asString()).isEqualTo("ceramic knife");
    assertThat(event.at("/item/destination").asString()).isEqualTo("JP");
    assertThat(event.at("/item/state").asString()).isEqualTo("HELD");
    assertThat(event.at("/item/lane").asString()).isEqualTo("REVIEW");
    assertThat(event.has("decision")).isFalse();
    assertThat(post.body()).doesNotContain(seller.id().toString(), seller.name());
  }

  @Test
  void tellsOfADecisionWithItsReasons() {
    webhooks.add(receiver.url(), specialist);
    // A precedent of an earlier run must not know these goods.
    UUID task = hold("cotton t-shirt " + UUID.randomUUID());
    ReviewTask claimed = queue.claim(task, specialist);

    decisions.decide(
        task,
        claimed.version(),
        new Answer(Verdict.RECLASSIFY, Code.parse("6109.10"), "knitted, cotton", "GIR 1"),
        specialist);

    await(() -> posted("task.decided") == 1);
    JsonNode event = message("task.decided");
    assertThat(event.at("/task/id").asString()).isEqualTo(task.toString());
    assertThat(event.at("/task/closedAt").asString()).isNotEmpty();
    assertThat(event.at("/item/state").asString()).isEqualTo("FINAL");
    assertThat(event.at("/item/code").asString()).isEqualTo("610910");
    assertThat(event.at("/decision/verdict").asString()).isEqualTo("RECLASSIFY");
    assertThat(event.at("/decision/code").asString()).isEqualTo("610910");
    assertThat(event.at("/decision/rationale").asString()).isEqualTo("knitted, cotton");
    assertThat(event.at("/decision/legalBasis").asString()).isEqualTo("GIR 1");
    assertThat(event.at("/decision/by").asString()).isEqualTo(specialist.name());
    assertThat(event.at("/occurredAt").asString()).isEqualTo(event.at("/decision/at").asString());
  }

  @Test
  void tellsEachWebhookInUse() throws IOException {
    Webhook removed = webhooks.add(receiver.url() + "/removed", specialist).webhook();
    assertThat(webhooks.remove(removed.id())).isTrue();
    assertThat(webhooks.remove(removed.id())).isFalse();
    webhooks.add(receiver.url(), specialist);
    try (Receiver other = Receiver.start(0)) {
      webhooks.add(other.url(), specialist);

      hold("mug");

      await(() -> receiver.posts().size() == 1 && other.posts().size() == 1);
      pause();
      assertThat(receiver.posts()).extracting(Receiver.Post::path).containsExactly("/hooks");
      assertThat(other.posts().get(0).id()).isEqualTo(receiver.posts().get(0).id());
      assertThat(other.posts().get(0).body()).isEqualTo(receiver.posts().get(0).body());
    }
  }

  @Test
  void triesAgainAfterAnError() {
    webhooks.add(receiver.nextSays(500).url(), specialist);

    UUID task = hold("lamp");

    Delivery delivery = awaitState(task, Delivery.State.DELIVERED);
    assertThat(delivery.attempts()).isEqualTo(2);
    assertThat(receiver.posts()).hasSize(2);
    assertThat(receiver.posts().get(1).id()).isEqualTo(receiver.posts().get(0).id());
    assertThat(receiver.posts().get(1).body()).isEqualTo(receiver.posts().get(0).body());
  }

  @Test
  void waitsAsLongAsABusyReceiverAsks() {
    webhooks.add(receiver.nextSays(429, Map.of("Retry-After", "2")).url(), specialist);

    UUID task = hold("vase");

    await(() -> receiver.posts().size() == 1);
    await(() -> delivery(task).lastError().contains("429"));
    assertThat(delivery(task).state()).isEqualTo(Delivery.State.PENDING);
    awaitState(task, Delivery.State.DELIVERED);
    Duration gap = Duration.between(receiver.posts().get(0).at(), receiver.posts().get(1).at());
    assertThat(gap).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void triesAgainWhenNoAnswerComesInTime() {
    webhooks.add(receiver.nextIsSilentFor(Duration.ofMillis(1500)).url(), specialist);

    UUID task = hold("clock");

    await(() -> delivery(task).lastError().equals("no answer within 1.0 s"));
    awaitState(task, Delivery.State.DELIVERED);
    assertThat(receiver.posts()).hasSize(2);
  }

  @Test
  void doesNotReachThisMachineUnlessAnAdminAllowsIt() {
    Actor admin = account("admin", Role.ADMIN);
    webhooks.add(receiver.url(), admin);
    hosts.forbid("127.0.0.1", admin);
    assertThatThrownBy(() -> webhooks.add(receiver.url(), admin))
        .hasMessageContaining("not on the public internet");

    UUID task = hold("door");

    Delivery failed = awaitState(task, Delivery.State.FAILED);
    assertThat(failed.attempts()).isEqualTo(1);
    assertThat(failed.lastError()).contains("127.0.0.1", "an admin may allow");
    assertThat(receiver.posts()).isEmpty();
    hosts.allow("127.0.0.1", admin);
    assertThat(hosts.list()).extracting(AllowedHost::by).containsExactly(admin.name());
    assertThat(journal.of(ProgramFact.PROGRAM))
        .filteredOn(event -> event.kind().equals("host.allowed"))
        .extracting(Event::actor)
        .contains(admin.name());
    deliveries.retry(failed.id());
    awaitState(task, Delivery.State.DELIVERED);
  }

  @Test
  void doesNotFollowARedirect() {
    webhooks.add(receiver.nextSays(307, Map.of("Location", "/elsewhere")).url(), specialist);

    UUID task = hold("chair");

    awaitState(task, Delivery.State.DELIVERED);
    assertThat(receiver.posts())
        .extracting(Receiver.Post::path)
        .containsExactly("/hooks", "/hooks");
  }

  @Test
  void showsWhatFailedForGoodAndSendsItAgainWhenAsked() throws IOException {
    webhooks.add(receiver.url(), specialist);
    int port = receiver.port();
    receiver.close();

    UUID task = hold("table");

    Delivery failed = awaitState(task, Delivery.State.FAILED);
    assertThat(failed.attempts()).isEqualTo(3);
    assertThat(failed.lastError()).contains("no connection");
    assertThat(deliveries.list(Delivery.State.FAILED, 100)).contains(failed);
    assertThat(job(failed.id())).isZero();
    receiver = Receiver.start(port);
    assertThat(deliveries.retry(failed.id())).isTrue();
    Delivery delivered = awaitState(task, Delivery.State.DELIVERED);
    assertThat(delivered.attempts()).isEqualTo(4);
    assertThat(delivered.lastError()).isEmpty();
    assertThat(deliveries.list(Delivery.State.FAILED, 100))
        .extracting(Delivery::id)
        .doesNotContain(failed.id());
    assertThat(deliveries.retry(failed.id())).isFalse();
    assertThat(deliveries.retry(UUID.randomUUID())).isFalse();
  }

  @Test
  void triesAFailedOneAsOftenAsANewOne() {
    receiver.nextSays(500).nextSays(500).nextSays(500).nextSays(500).nextSays(500);
    webhooks.add(receiver.url(), specialist);
    UUID task = hold("sofa");
    Delivery failed = awaitState(task, Delivery.State.FAILED);
    assertThat(failed.lastError()).isEqualTo("the receiver answered 500");

    deliveries.retry(failed.id());

    assertThat(awaitState(task, Delivery.State.DELIVERED).attempts()).isEqualTo(6);
  }

  @Test
  void doesNotPostWhatWasDeliveredWhenItsJobRunsTwice() {
    webhooks.add(receiver.url(), specialist);
    UUID task = hold("bowl");
    Delivery delivery = awaitState(task, Delivery.State.DELIVERED);
    await(() -> job(delivery.id()) == 0);

    jobs.schedule(DeliveryJob.of(delivery.id()), Instant.now());

    await(() -> job(delivery.id()) == 0);
    assertThat(receiver.posts()).hasSize(1);
    assertThat(delivery(task)).isEqualTo(delivery);
  }

  @Test
  void deliversWhatAKilledProgramHadBegun() {
    webhooks.add(receiver.url(), specialist);

    UUID task =
        transaction.execute(
            status -> {
              UUID held = hold("plate");
              jdbc.sql(
                      """
                      update scheduled_tasks set picked = true, picked_by = 'a killed program',
                        last_heartbeat = now() - interval '1 hour'
                      where task_instance = :id
                      """)
                  .param("id", delivery(held).id().toString())
                  .update();
              return held;
            });

    awaitState(task, Delivery.State.DELIVERED);
    assertThat(receiver.posts()).hasSize(1);
  }

  @Test
  void writesAndSchedulesNothingWhenTheTransactionIsRolledBack() {
    webhooks.add(receiver.url(), specialist);

    Delivery rolledBack =
        transaction.execute(
            status -> {
              Delivery written = delivery(hold("fork"));
              assertThat(job(written.id())).isEqualTo(1);
              status.setRollbackOnly();
              return written;
            });

    UUID task = rolledBack.subject();
    assertThat(job(rolledBack.id())).isZero();
    assertThat(deliveriesOf(task)).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from event where subject = :task")
                .param("task", task)
                .query(Long.class)
                .single())
        .isZero();
    pause();
    assertThat(receiver.posts()).isEmpty();
  }

  @Test
  void doesNotPostToAWebhookRemovedMeanwhile() {
    Webhook webhook = webhooks.add(receiver.url(), specialist).webhook();
    UUID task =
        transaction.execute(
            status -> {
              UUID held = hold("spoon");
              webhooks.remove(webhook.id());
              return held;
            });

    Delivery failed = awaitState(task, Delivery.State.FAILED);
    assertThat(failed.lastError()).isEqualTo("the webhook was removed");
    assertThat(receiver.posts()).isEmpty();
  }

  private Actor account(String name, Role role) {
    String login = name + "-" + UUID.randomUUID();
    return accounts.create(login, "The " + login, role, "correct horse battery").actor();
  }

  /** No rule pack covers Thailand, so a person always decides. */
  private UUID hold(String title) {
    var submission = new Submission(Listing.ofTitle(title), "JP", LocalDate.of(2026, 11, 1));
    Receipt receipt = intake.submit(List.of(submission), seller, null);
    return Objects.requireNonNull(receipt.lines().get(0).taskId());
  }

  private List<Delivery> deliveriesOf(UUID task) {
    return deliveries.list(null, task, 500);
  }

  private Delivery delivery(UUID task) {
    List<Delivery> found = deliveriesOf(task);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private long job(UUID delivery) {
    return jdbc.sql("select count(*) from scheduled_tasks where task_instance = :id")
        .param("id", delivery.toString())
        .query(Long.class)
        .single();
  }

  private long posted(String type) {
    return receiver.posts().stream()
        .filter(post -> json.readTree(post.body()).at("/type").asString().equals(type))
        .count();
  }

  private JsonNode message(String type) {
    return receiver.posts().stream()
        .map(post -> json.readTree(post.body()))
        .filter(event -> event.at("/type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private Delivery awaitState(UUID task, Delivery.State state) {
    await(() -> delivery(task).state() == state);
    return delivery(task);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(end);
      sleep(20);
    }
  }

  /** Long enough for a post that must not come to have come. */
  private static void pause() {
    sleep(500);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Computed as a receiver does it, from the secret that was shown and what came over the wire. */
  private static String signature(String shownSecret, Receiver.Post post) throws Exception {
    assertThat(shownSecret).startsWith("whsec_");
    byte[] secret = Base64.getDecoder().decode(shownSecret.substring("whsec_".length()));
    assertThat(secret).hasSize(32);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    String signed = post.id() + "." + post.timestamp() + "." + post.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
