package org.pabean.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many reviewers at once before a running server, some slow, some asleep until their lease has
 * lapsed, some who send twice: {@code DeskLoad ADDRESS LOGIN PASSWORD TASKS REVIEWERS}. The log-in
 * is an administrator's; the server should run with a short {@code PABEAN_LEASE}, such as 5s. Fails
 * if a task is decided twice or is lost.
 */
public final class DeskLoad {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient REST = HttpClient.newHttpClient();
  private static final int PER_REQUEST = 50;
  private static final int MOST_THINKING = 1500;

  private final String address;
  private final String run = "load" + Long.toString(System.currentTimeMillis(), 36);
  private final Map<String, AtomicInteger> decided = new ConcurrentHashMap<>();
  private final Map<String, Queue<Double>> times = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  private DeskLoad(String address) {
    this.address = address;
  }

  /** Runs the load and prints a table. */
  public static void main(String[] args) throws Exception {
    var load = new DeskLoad(args[0]);
    DeskPeople people = DeskPeople.of(args[0], args[1], args[2]);
    String token = people.token();
    int tasks = Integer.parseInt(args[3]);
    List<DeskPeople.Person> reviewers = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[4]); i++) {
      reviewers.add(people.specialist(load.run + "-" + i));
    }
    load.makeTasks(tasks, token);
    long start = System.nanoTime();
    load.review(reviewers);
    double seconds = (System.nanoTime() - start) / 1e9;
    load.print(tasks, reviewers.size(), seconds);
    load.check(tasks, token);
  }

  private void makeTasks(int tasks, String token) throws Exception {
    for (int from = 0; from < tasks; from += PER_REQUEST) {
      List<Map<String, Object>> body = new ArrayList<>();
      for (int i = from; i < Math.min(tasks, from + PER_REQUEST); i++) {
        String title = "Ceramic kitchen knife %s no %s".formatted(run, Integer.toString(i, 36));
        body.add(Map.of("sku", run + "-" + i, "title", title, "destination", "SG"));
      }
      JsonNode receipt = rest("POST", "/api/v1/listings", JSON.writeValueAsString(body), token);
      for (JsonNode line : receipt.at("/lines")) {
        decided.put(line.at("/taskId").asString(), new AtomicInteger());
      }
    }
    if (decided.size() != tasks) {
      throw new IllegalStateException(tasks + " sent, " + decided.size() + " held");
    }
  }

  private void review(List<DeskPeople.Person> reviewers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(reviewers.size());
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < reviewers.size(); i++) {
        var random = new Random(i);
        DeskPeople.Person person = reviewers.get(i);
        all.add(threads.submit(() -> work(person, random)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void work(DeskPeople.Person person, Random random) throws Exception {
    while (decided.values().stream().anyMatch(count -> count.get() == 0)) {
      Thread.sleep(random.nextInt(MOST_THINKING));
      page(person, random.nextInt(10) == 0);
      long before = System.nanoTime();
      HttpResponse<String> next =
          send("POST", "/api/v1/tasks/claim?text=" + run, "", person.token());
      note("next task", before);
      if (next.statusCode() == 204) {
        continue;
      }
      expect(next, 200);
      JsonNode task = JSON.readTree(next.body());
      if (random.nextInt(20) == 0) {
        count("fell asleep over a task");
        continue;
      }
      decide(person, task, random.nextInt(10) == 0);
    }
    return null;
  }

  /** The page of the queue; who is slow reads it in small sips. */
  private void page(DeskPeople.Person person, boolean slowly) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/queue?sort=risk&text=" + run)).build();
    long before = System.nanoTime();
    HttpResponse<InputStream> page = person.pages().send(request, BodyHandlers.ofInputStream());
    try (InputStream body = page.body()) {
      if (slowly) {
        count("read slowly");
        while (body.readNBytes(4096).length > 0) {
          Thread.sleep(20);
        }
      } else {
        body.readAllBytes();
        note("queue page", before);
      }
    }
    if (page.statusCode() != 200) {
      throw new IOException("the queue answered " + page.statusCode());
    }
  }

  private void decide(DeskPeople.Person person, JsonNode task, boolean twice) throws Exception {
    String id = task.at("/id").asString();
    String order =
        """
        {"version": %s, "verdict": "RECLASSIFY", "code": "6911.10", "rationale": "porcelain", "legalBasis": "GIR 1"}
        """
            .formatted(task.at("/version").asString());
    for (int i = 0; i < (twice ? 2 : 1); i++) {
      long before = System.nanoTime();
      HttpResponse<String> answer =
          send("POST", "/api/v1/tasks/" + id + "/decision", order, person.token());
      note("decision", before);
      if (answer.statusCode() == 200) {
        Objects.requireNonNull(decided.get(id), id).incrementAndGet();
      } else if (answer.statusCode() == 409) {
        count("refused: " + JSON.readTree(answer.body()).at("/code").asString());
      } else {
        expect(answer, 200);
      }
    }
  }

  private void print(int tasks, int reviewers, double seconds) {
    System.out.printf(Locale.ROOT, "%d tasks, %d reviewers, %.0f s%n%n", tasks, reviewers, seconds);
    System.out.println("| what | n | median ms | p95 ms | p99 ms |");
    System.out.println("|---|---|---|---|---|");
    times.forEach(
        (what, all) -> {
          double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              Locale.ROOT,
              "| %s | %d | %.0f | %.0f | %.0f |%n",
              what,
              sorted.length,
              at(sorted, 0.5),
              at(sorted, 0.95),
              at(sorted, 0.99));
        });
    System.out.println();
    counts.forEach((what, count) -> System.out.println(what + ": " + count));
  }

  private void check(int tasks, String token) throws Exception {
    int once = (int) decided.values().stream().filter(count -> count.get() == 1).count();
    JsonNode open = rest("GET", "/api/v1/tasks?limit=1&text=" + run, "", token).at("/tasks");
    System.out.printf(
        Locale.ROOT, "decided exactly once: %d of %d; still open: %d%n", once, tasks, open.size());
    if (once != tasks || !open.isEmpty()) {
      throw new IllegalStateException("a task was decided twice, or lost");
    }
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(sorted.length * share))];
  }

  private void note(String what, long before) {
    times
        .computeIfAbsent(what, w -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - before) / 1e6);
  }

  private void count(String what) {
    counts.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
  }

  private JsonNode rest(String method, String path, String body, String token) throws Exception {
    HttpResponse<String> answer = send(method, path, body, token);
    expect(answer, 200, 201);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body, String token)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return REST.send(request, BodyHandlers.ofString());
  }

  private static void expect(HttpResponse<String> answer, int... wanted) throws IOException {
    if (Arrays.stream(wanted).noneMatch(status -> status == answer.statusCode())) {
      throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
