package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** A program such as Zapier, n8n or Make orders events and cancels them, as REST hooks have it. */
class HooksTests extends HttpTests {

  @Autowired private Accounts accounts;

  private Caller admin;
  private Caller specialist;
  private Receiver zap;

  @BeforeEach
  void start() throws IOException {
    admin = caller(Role.ADMIN);
    specialist = caller(Role.SPECIALIST);
    zap = Receiver.start(0);
    post("/api/v1/webhooks/hosts", "{\"host\": \"127.0.0.1\"}", admin);
  }

  @AfterEach
  void stop() {
    get("/api/v1/hooks", specialist)
        .body()
        .at("/hooks")
        .forEach(hook -> delete("/api/v1/hooks/" + hook.at("/id").asString(), specialist));
    zap.close();
  }

  @Test
  void aProgramOrdersAndCancels() {
    Reply hook = subscribe("task.created");
    assertThat(hook.status()).as("%s", hook.body()).isEqualTo(201);
    assertThat(hook.text("/secret")).startsWith("whsec_");
    assertThat(get("/api/v1/hooks", specialist).body().at("/hooks").size()).isEqualTo(1);
    assertThat(get("/api/v1/hooks", specialist).body().toString()).doesNotContain("whsec_");

    String word = held();
    awaitPosts(1);
    assertThat(zap.posts().get(0).body()).contains("task.created", word);
    Reply samples = get("/api/v1/hooks/samples?event=task.created", specialist);
    assertThat(samples.body().size()).isBetween(1, 3);
    assertThat(samples.text("/0/id")).isEqualTo(zap.posts().get(0).id());
    assertThat(samples.text("/0/item/title")).contains(word);

    String path = "/api/v1/hooks/" + hook.text("/id");
    assertThat(delete(path, caller(Role.SPECIALIST)).status()).as("not theirs").isEqualTo(404);
    assertThat(delete(path, specialist).status()).isEqualTo(204);
    assertThat(delete(path, specialist).status()).isEqualTo(404);
    held();
    pause();
    assertThat(zap.posts()).hasSize(1);
  }

  @Test
  void aReceiverThatIsGoneIsNeverToldAgain() {
    subscribe("task.created");
    zap.nextSays(410);

    held();

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> get("/api/v1/hooks", specialist).body().at("/hooks").isEmpty());
    held();
    pause();
    assertThat(zap.posts()).hasSize(1);
  }

  @Test
  void whatAnAdminSetUpOutlivesOneBadAnswer() {
    Reply webhook =
        post(
            "/api/v1/webhooks",
            "{\"url\": \"%s\", \"events\": [\"task.created\"]}".formatted(zap.url()),
            admin);
    zap.nextSays(410);

    held();
    awaitPosts(1);
    held();

    awaitPosts(2);
    delete("/api/v1/webhooks/" + webhook.text("/id"), admin);
  }

  @Test
  void aHookEndsWithTheAccountThatOrderedIt() {
    subscribe("task.created");
    accounts.setDisabled(specialist.account().id(), true, admin.account().actor());

    held();
    pause();

    assertThat(zap.posts()).isEmpty();
    assertThat(get("/api/v1/hooks", specialist).status()).isEqualTo(401);
  }

  @Test
  void onlyWhoSeesEverybodysGoodsMayOrderAndOnlyWhatThereIs() {
    String order = "{\"url\": \"%s\", \"event\": \"task.created\"}".formatted(zap.url());
    assertThat(post("/api/v1/hooks", order, caller(Role.SELLER)).status()).isEqualTo(403);
    assertThat(subscribe("task.creatd").text("/detail")).contains("task.creatd");
    assertThat(subscribe("webhook.test").status()).isEqualTo(400);
    Reply inside =
        post(
            "/api/v1/hooks",
            "{\"url\": \"http://169.254.169.254/latest\", \"event\": \"task.created\"}",
            specialist);
    assertThat(inside.status()).isEqualTo(400);
    assertThat(inside.text("/detail")).contains("not on the public internet");
    assertThat(get("/api/v1/hooks/samples?event=x", specialist).status()).isEqualTo(400);
  }

  private Reply subscribe(String event) {
    return post(
        "/api/v1/hooks",
        "{\"url\": \"%s\", \"event\": \"%s\"}".formatted(zap.url(), event),
        specialist);
  }

  private String held() {
    String word = Goods.word();
    Reply sent =
        post(
            "/api/v1/listings",
            "{\"sku\": \"%1$s\", \"title\": \"Ceramic kitchen knife %1$s\", \"destination\": \"SG\"}"
                .formatted(word),
            admin);
    assertThat(sent.status()).as("%s", sent.body()).isLessThan(300);
    return word;
  }

  private void awaitPosts(int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(zap.posts()).hasSizeGreaterThanOrEqualTo(count));
  }

  /** Long enough for a post that must not come to have come. */
  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
