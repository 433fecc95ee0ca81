package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the server without warning, again and again, while clients send listings and repeat what
 * was not answered.
 */
class KilledServerTests {

  private static final int LISTINGS = 2000;
  private static final int LARGEST_BATCH = 20;
  private static final int CLIENTS = 3;
  private static final int KILLS = 4;
  private static final String TOKEN = "pab_of-the-one-who-sends";

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<Batch, JsonNode> receipts = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final ServerProcess server =
      new ServerProcess(Path.of("target", "killed-server").toAbsolutePath());

  /**
   * Listings that are sent together under one key.
   *
   * @param answerLost whether the first answer does not reach the client, which then asks again: a
   *     kill seldom falls into the moment between the commit and the answer
   */
  private record Batch(String key, List<String> listings, boolean answerLost) {

    String body() {
      return "[" + String.join(",", listings) + "]";
    }
  }

  @BeforeEach
  void start() throws Exception {
    TestFiles.remove("killed-server/data/postgres");
    Files.createDirectories(Path.of("target", "killed-server"));
    server.start();
    server.awaitReady();
    addSeller();
  }

  @AfterEach
  void stop() throws InterruptedException {
    clients.shutdownNow();
    server.stop();
  }

  @Test
  @Timeout(150)
  void whatWasAcceptedSurvivesAndIsThereOnce() throws Exception {
    long seed = Long.getLong("pabean.test.seed", System.nanoTime());
    System.out.println("Killing the server with -Dpabean.test.seed=" + seed);
    var random = new Random(seed);
    List<Batch> batches = batches(random);
    Queue<Batch> waiting = new ConcurrentLinkedQueue<>(batches);
    List<Future<?>> sending = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      sending.add(clients.submit(() -> sendAll(waiting)));
    }

    for (int kill = 1; kill <= KILLS; kill++) {
      int moment = LISTINGS * kill / (KILLS + 2) + random.nextInt(LISTINGS / (KILLS + 2));
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(1))
          .failFast(() -> sending.stream().anyMatch(Future::isDone))
          .until(() -> accepted.get() >= moment);
      // Anywhere within a request, not only right after the last was answered.
      TimeUnit.MICROSECONDS.sleep(random.nextInt(50_000));
      server.kill();
      if (kill == 2) {
        killWhileItStarts(random);
      }
      server.start();
      server.awaitReady();
    }
    for (Future<?> client : sending) {
      client.get();
    }

    assertThat(accepted).hasValue(LISTINGS);
    assertThat(unanswered.get()).as("requests cut off").isPositive();
    assertEachIsThereOnce(batches);
    assertAskingAgainChangesNothing(batches);
    System.out.printf("%d kills cut off %d requests%n", KILLS + 1, unanswered.get());
  }

  private void killWhileItStarts(Random random) throws Exception {
    server.start();
    TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(3000));
    server.kill();
  }

  private Void sendAll(Queue<Batch> waiting) throws Exception {
    for (Batch batch = waiting.poll(); batch != null; batch = waiting.poll()) {
      JsonNode receipt = sendUntilAnswered(batch);
      if (batch.answerLost()) {
        assertThat(sendUntilAnswered(batch)).isEqualTo(receipt);
      }
      receipts.put(batch, receipt);
      accepted.addAndGet(batch.listings().size());
    }
    return null;
  }

  private JsonNode sendUntilAnswered(Batch batch) throws InterruptedException {
    while (true) {
      URI address = server.address();
      try {
        HttpResponse<String> answer = send(batch, address);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
        if (answer.statusCode() == 201) {
          return json.readTree(answer.body());
        }
      } catch (IOException e) {
        // Accepted or not, nobody knows: the same key asks again.
        unanswered.incrementAndGet();
      }
    }
  }

  private HttpResponse<String> send(Batch batch, URI address)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve("/api/v1/listings"))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", batch.key())
            .POST(BodyPublishers.ofString(batch.body()))
            .build(),
        BodyHandlers.ofString());
  }

  private void assertEachIsThereOnce(List<Batch> batches) throws IOException {
    assertThat(receipts).hasSameSizeAs(batches);
    assertThat(rows())
        .containsEntry("products", (long) LISTINGS)
        .containsEntry("items", (long) LISTINGS)
        .containsEntry("assessments", (long) LISTINGS)
        .containsEntry("keys", (long) batches.size())
        .containsEntry("lost", 0L)
        .containsEntry("untold", 0L);
    long held =
        receipts.values().stream()
            .flatMap(receipt -> receipt.path("lines").valueStream())
            .filter(line -> line.path("state").asString().equals("HELD"))
            .count();
    assertThat(held).isBetween(1L, LISTINGS - 1L);
    assertThat(rows()).containsEntry("tasks", held).containsEntry("open", held);
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(answered());
  }

  private void assertAskingAgainChangesNothing(List<Batch> batches) throws Exception {
    Map<String, Object> rows = rows();
    for (Batch batch : batches) {
      HttpResponse<String> again = send(batch, server.address());
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(json.readTree(again.body())).isEqualTo(receipts.get(batch));
    }
    assertThat(rows()).isEqualTo(rows);
  }

  /** What the clients were told: product, item, state and task of each listing. */
  private List<String> answered() {
    return receipts.values().stream()
        .flatMap(receipt -> receipt.path("lines").valueStream())
        .map(
            line ->
                Stream.of("sku", "itemId", "state", "taskId")
                    .map(field -> line.path(field).asString("-"))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** The same as the database has it. */
  private List<String> stored() throws IOException {
    return database()
        .sql(
            """
            select concat_ws(' ', p.product_key, i.id, i.state, coalesce(t.id::text, '-'))
            from product p join item i on i.product_id = p.id
              left join review_task t on t.item_id = i.id and t.closed_at is null
            """)
        .query(String.class)
        .list();
  }

  private Map<String, Object> rows() throws IOException {
    return database()
        .sql(
            """
            with held as (
              select i.id, i.state, count(t.id) filter (where t.closed_at is null) open,
                     count(t.id) tasks
              from item i left join review_task t on t.item_id = i.id group by i.id)
            select (select count(*) from product) products,
                   (select count(*) from item) items,
                   (select sum(version) from item) versions,
                   (select count(*) from assessment) assessments,
                   (select count(*) from review_task) tasks,
                   (select count(*) from review_task where closed_at is null) open,
                   (select count(*) from event) events,
                   (select count(*) from intake_key) keys,
                   (select count(*) from held
                    where not (state = 'FINAL' and tasks = 0
                               or state = 'HELD' and tasks = 1 and open = 1)) lost,
                   (select count(*) from review_task t
                    where 1 <> (select count(*) from event e
                                where e.subject = t.id and e.type = 'task.created')) untold
            """)
        .query()
        .singleRow();
  }

  private void addSeller() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
    UUID account = UUID.randomUUID();
    database()
        .sql(
            """
            insert into account
              (id, login, name, role, password_hash, must_change_password, created_at)
            values (:id, 'sender', 'Sender', 'SELLER', '', false, now())
            """)
        .param("id", account)
        .update();
    database()
        .sql(
            """
            insert into api_token (id, account_id, name, token_hash, created_at)
            values (gen_random_uuid(), :account, 'test', :hash, now())
            """)
        .param("account", account)
        .param("hash", hash)
        .update();
  }

  private JdbcClient database() throws IOException {
    return JdbcClient.create(new DriverManagerDataSource(server.databaseUrl()));
  }

  private static List<Batch> batches(Random random) {
    List<Batch> batches = new ArrayList<>();
    for (int first = 0; first < LISTINGS; ) {
      int size = Math.min(1 + random.nextInt(LARGEST_BATCH), LISTINGS - first);
      List<String> listings =
          IntStream.range(first, first + size).mapToObj(i -> listing(i, random)).toList();
      batches.add(new Batch("batch-from-" + first, listings, random.nextInt(4) == 0));
      first += size;
    }
    return batches;
  }

  private static String listing(int number, Random random) {
    String title =
        switch (random.nextInt(5)) {
          case 0, 1 -> "Men's leather wallet";
          case 2 -> "Disposable vape";
          default -> "Ceramic kitchen knife";
        };
    return "{\"sku\": \"K-%d\", \"title\": \"%s\", \"destination\": \"SG\"}"
        .formatted(number, title);
  }
}
