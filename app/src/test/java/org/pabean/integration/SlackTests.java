package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.TestFiles;
import org.pabean.listing.Listing;
import org.pabean.review.Intake;
import org.pabean.review.Submission;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A team reads in Slack what is held; Slack answers as its documentation of the Web API says. */
@TestPropertySource(
    properties = {
      "pabean.database.data-dir=target/slack-test-data",
      "pabean.integration.attempts=3",
      "pabean.integration.first-wait=100ms",
      "pabean.integration.jitter=0",
      "pabean.integration.slack.token=xoxb-test",
      "pabean.integration.slack.channel=C0123456789",
      "pabean.integration.slack.desk=https://desk.merbau.example",
      "db-scheduler.polling-interval=50ms"
    })
class SlackTests extends DatabaseTests {

  static {
    TestFiles.remove("slack-test-data/postgres");
  }

  private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
  private static final List<Post> POSTS = new CopyOnWriteArrayList<>();
  private static final HttpServer SLACK = start();

  @Autowired private Intake intake;
  @Autowired private Deliveries deliveries;
  @Autowired private MeterRegistry meters;

  private record Answer(int status, String retryAfter, String body) {}

  private record Post(String path, String token, String type, String body, Instant at) {}

  @DynamicPropertySource
  static void url(DynamicPropertyRegistry registry) {
    registry.add(
        "pabean.integration.slack.url",
        () -> "http://127.0.0.1:" + SLACK.getAddress().getPort() + "/api");
  }

  @AfterAll
  static void stop() {
    SLACK.stop(0);
  }

  @BeforeEach
  void forget() {
    ANSWERS.clear();
    POSTS.clear();
  }

  @Test
  void aHeldItemIsPostedOnceWithALink() throws Exception {
    UUID task = hold("Knife <!channel> & <https://evil.example|click>");

    Delivery told = awaitState(task, Delivery.State.DELIVERED);
    Thread.sleep(500);
    assertThat(POSTS).hasSize(1);
    assertThat(told.url()).isEqualTo("slack:C0123456789");
    Post post = POSTS.get(0);
    assertThat(post.path()).isEqualTo("/api/chat.postMessage");
    assertThat(post.token()).isEqualTo("Bearer xoxb-test");
    assertThat(post.type()).isEqualTo("application/json; charset=utf-8");
    JsonNode message = JsonMapper.shared().readTree(post.body());
    assertThat(message.at("/channel").asString()).isEqualTo("C0123456789");
    assertThat(message.at("/text").asString())
        .startsWith("Held: Knife &lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;");
    assertThat(message.at("/blocks/0/text/text").asString())
        .contains("Why: ")
        .doesNotContain("<!channel>", "<https");
    assertThat(message.at("/blocks/1/text/text").asString())
        .isEqualTo("<https://desk.merbau.example/tasks/%s|Open it at the desk>".formatted(task));
  }

  @Test
  void waitsAsLongAsSlackAsks() {
    ANSWERS.add(new Answer(429, "2", "{\"ok\": false, \"error\": \"ratelimited\"}"));

    awaitState(hold("Vase"), Delivery.State.DELIVERED);

    assertThat(POSTS).hasSize(2);
    assertThat(Duration.between(POSTS.get(0).at(), POSTS.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void triesAgainAfterSlacksOwnFaultsAndNotAfterOurs() {
    ANSWERS.add(new Answer(503, "", "down"));
    ANSWERS.add(new Answer(200, "", "{\"ok\": false, \"error\": \"internal_error\"}"));
    assertThat(awaitState(hold("Chair"), Delivery.State.DELIVERED).attempts()).isEqualTo(3);

    ANSWERS.add(new Answer(200, "", "{\"ok\": false, \"error\": \"not_in_channel\"}"));
    Delivery failed = awaitState(hold("Table"), Delivery.State.FAILED);
    assertThat(failed.attempts()).isEqualTo(1);
    assertThat(failed.lastError()).isEqualTo("Slack answered: not_in_channel");
    assertThat(deliveries.retry(failed.id())).isTrue();
    awaitState(failed.subject(), Delivery.State.DELIVERED);
    assertThat(attempts("again")).isGreaterThanOrEqualTo(2);
    assertThat(attempts("failed")).isEqualTo(1);
    await().untilAsserted(() -> assertThat(attempts("delivered")).isGreaterThanOrEqualTo(2));
  }

  private double attempts(String outcome) {
    return meters
        .get("pabean.deliveries.attempts")
        .tags("channel", "slack", "outcome", outcome)
        .counter()
        .count();
  }

  @Test
  void saysWhatIsMissingAndKeepsTheToken() {
    assertThatThrownBy(() -> new SlackSettings("xoxb-1", "#team", List.of(), "https://d.test", ""))
        .hasMessageContaining("pabean.integration.slack.channel");
    assertThatThrownBy(() -> new SlackSettings("xoxb-1", "C0123456789", List.of(), "", ""))
        .hasMessageContaining("pabean.integration.slack.desk");
    assertThat(new SlackSettings("xoxb-1", "C0123456789", List.of(), "https://d.test", ""))
        .asString()
        .doesNotContain("xoxb");
  }

  /** No rule pack covers Japan, so a person always decides. */
  private UUID hold(String title) {
    var submission = new Submission(Listing.ofTitle(title), "JP", LocalDate.of(2026, 11, 1));
    var receipt = intake.submit(List.of(submission), somebody(Role.SELLER), null);
    return Objects.requireNonNull(receipt.lines().get(0).taskId());
  }

  private Delivery awaitState(UUID task, Delivery.State state) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(delivery(task).state()).isEqualTo(state));
    return delivery(task);
  }

  private Delivery delivery(UUID task) {
    return deliveries.list(null, 500).stream()
        .filter(delivery -> delivery.subject().equals(task))
        .findFirst()
        .orElseThrow();
  }

  private static HttpServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", SlackTests::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    POSTS.add(
        new Post(
            exchange.getRequestURI().getPath(),
            headers.getFirst("Authorization"),
            headers.getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            Instant.now()));
    Answer queued = ANSWERS.poll();
    Answer answer =
        queued == null
            ? new Answer(200, "", "{\"ok\": true, \"channel\": \"C0123456789\", \"ts\": \"1.2\"}")
            : queued;
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
