package org.pabean.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.HttpTests;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes through which door of the desk's pages; and the stream, with somebody who is slow. */
class DeskDoorsTests extends HttpTests {

  private static final String PASSWORD = "kapal layar putih";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired private Accounts accounts;
  @Autowired private TaskStream stream;
  @Autowired private JdbcClient jdbc;

  /** Somebody with a session. */
  private record Person(Account account, HttpClient http, String csrf) {}

  @Test
  void eachRoleReachesWhatIsItsOwn() throws Exception {
    UUID task = held(caller(Role.SELLER));
    UUID someone = caller(Role.SPECIALIST).account().id();
    Map<String, Role> pages = new HashMap<>(Map.of("/rules.csv", Role.SPECIALIST));
    pages.put("/knowledge", Role.SPECIALIST);
    pages.put("/knowledge.csv", Role.SPECIALIST);
    pages.put("/knowledge/conflicts", Role.SPECIALIST);
    pages.put("/knowledge/" + UUID.randomUUID(), Role.SPECIALIST);
    pages.putAll(
        Map.of(
            "/rules",
            Role.SPECIALIST,
            "/audits",
            Role.SPECIALIST,
            "/lead/autonomy",
            Role.LEAD,
            "/rules/tl/edit",
            Role.LEAD,
            "/queue?who=free",
            Role.SPECIALIST,
            "/tasks/" + task,
            Role.SPECIALIST,
            "/review/search?q=knife",
            Role.SPECIALIST,
            "/review/people",
            Role.LEAD,
            "/review/people/" + someone + "/decided",
            Role.LEAD));
    Map<String, Role> actions = new HashMap<>();
    actions.put("/audits/" + UUID.randomUUID() + "/answer", Role.SPECIALIST);
    actions.put("/knowledge/" + UUID.randomUUID() + "/retire", Role.LEAD);
    actions.put("/knowledge/" + UUID.randomUUID() + "/reopen", Role.LEAD);
    actions.put("/knowledge/" + UUID.randomUUID() + "/limit", Role.LEAD);
    actions.put("/knowledge/conflicts/" + UUID.randomUUID() + "/settle", Role.LEAD);
    actions.putAll(
        Map.of(
            "/rules/check",
            Role.LEAD,
            "/queue/next",
            Role.SPECIALIST,
            "/queue/claim?task=" + task,
            Role.SPECIALIST,
            "/queue/release?task=" + task,
            Role.SPECIALIST,
            "/queue/assign?task=" + task,
            Role.LEAD,
            "/queue/views?name=All",
            Role.SPECIALIST,
            "/queue/views?name=Ours&shared=true",
            Role.LEAD,
            "/tasks/" + task + "/ask?version=1",
            Role.SPECIALIST,
            "/tasks/" + task + "/assign",
            Role.LEAD,
            "/review/decisions/" + UUID.randomUUID() + "/undo",
            Role.SPECIALIST));
    for (Role role : Role.values()) {
      Person person = logIn(role);
      for (Map.Entry<String, Role> page : pages.entrySet()) {
        int status = send(person, get(page.getKey())).statusCode();
        assertThat(status != 403)
            .as("%s at %s: %d", role, page.getKey(), status)
            .isEqualTo(role.includes(page.getValue()));
        assertThat(status).isLessThan(500);
      }
      for (Map.Entry<String, Role> action : actions.entrySet()) {
        int status = send(person, post(action.getKey(), person)).statusCode();
        assertThat(status != 403)
            .as("%s at %s: %d", role, action.getKey(), status)
            .isEqualTo(role.includes(action.getValue()));
        assertThat(status).isLessThan(500);
      }
      if (!role.includes(Role.SPECIALIST)) {
        assertThat(send(person, get("/review/stream")).statusCode()).isEqualTo(403);
      }
    }
  }

  @Test
  void whoDoesNotReadIsDroppedAndNobodyElseWaits() throws Exception {
    Person fast = logIn(Role.SPECIALIST);
    Person slow = logIn(Role.SPECIALIST);
    int before = stream.size();
    HttpResponse<InputStream> read =
        fast.http.send(get("/review/stream").build(), BodyHandlers.ofInputStream());
    assertThat(read.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    HttpResponse<InputStream> unread =
        slow.http.send(get("/review/stream").build(), BodyHandlers.ofInputStream());
    await().until(() -> stream.size() == before + 2);
    try (InputStream body = read.body();
        InputStream never = unread.body()) {
      assertThat(never).isNotNull();
      UUID task = held(caller(Role.SELLER));
      String seen = readUntil(body, task.toString());
      assertThat(seen).contains("event:open").contains("\"what\":\"opened\"");

      // More than the buffers of the server and of the network hold, which only one of them reads.
      var drained = new AtomicLong();
      var reader = new Thread(() -> drain(body, drained));
      reader.setDaemon(true);
      reader.start();
      String filler = "x".repeat(7000);
      for (int i = 0; i < 4000 && stream.size() == before + 2; i++) {
        jdbc.sql("select pg_notify('pabean_task', :payload)")
            .param(
                "payload",
                "{\"task\":\"%s\",\"what\":\"changed\",\"version\":1,\"destination\":\"%s\",\"forLead\":false}"
                    .formatted(task, filler))
            .query((row, n) -> n)
            .list();
        // However slow the machine: who reads is never further behind than a buffer may be.
        long due = (i - StreamClient.BUFFER / 4L) * filler.length();
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(2))
            .atMost(Duration.ofSeconds(30))
            .until(() -> drained.get() >= due);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(stream.size()).isEqualTo(before + 1));
    }
  }

  private static void drain(InputStream body, AtomicLong drained) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        drained.addAndGet(n);
      }
    } catch (IOException e) {
      // The test has closed it.
      Thread.currentThread().interrupt();
    }
  }

  private static String readUntil(InputStream body, String wanted) throws IOException {
    var seen = new StringBuilder();
    byte[] part = new byte[4096];
    while (seen.indexOf(wanted) < 0) {
      int read = body.read(part);
      assertThat(read).as("the stream ended: " + seen).isPositive();
      seen.append(new String(part, 0, read, StandardCharsets.UTF_8));
    }
    return seen.toString();
  }

  private Person logIn(Role role) throws Exception {
    Account account = accounts.create("door-" + UUID.randomUUID(), "Door " + role, role, PASSWORD);
    HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var stranger = new Person(account, http, "");
    String form = "username=" + account.login() + "&password=" + encoded(PASSWORD);
    String before = csrf(send(stranger, get("/login")).body());
    HttpRequest.Builder login =
        HttpRequest.newBuilder(URI.create(address("/login")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(before)));
    assertThat(send(stranger, login).statusCode()).isEqualTo(302);
    return new Person(account, http, csrf(send(stranger, get("/settings")).body()));
  }

  private static String csrf(String page) {
    Matcher found = CSRF.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(address(path)))
        .header("Accept", "text/html, */*")
        .GET();
  }

  private HttpRequest.Builder post(String path, Person person) {
    return HttpRequest.newBuilder(URI.create(address(path)))
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(person.csrf)));
  }

  private static HttpResponse<String> send(Person person, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return person.http.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private UUID held(Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"Ceramic knife %s\", \"destination\": \"SG\", \"origin\": \"CN\"}"
                .formatted(Goods.word()),
            seller);
    return UUID.fromString(receipt.text("/lines/0/taskId"));
  }
}
