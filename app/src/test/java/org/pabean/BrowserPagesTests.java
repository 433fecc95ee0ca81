package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;

/** Every page, with goods on it, on a desk and on a phone. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserPagesTests extends BrowserTests {

  private static final String WORD_WITHOUT_END = "Messer".repeat(24);

  // What is decided on goods holds for all sellers, so that the story needs a knife of its own.
  private static final String GOODS = LISTINGS.replace("Kitchen Knife", "Santoku Knife");
  private static final String ORDER = SHIPMENT.replace("Kitchen Knife", "Santoku Knife");

  private static final Set<String> ON_A_PHONE = Set.of("queue", "task-mine", "lead");

  private final Map<String, String> pages = new LinkedHashMap<>();

  @Test
  void everyPageFitsTheScreenAndEveryLinkLeadsSomewhere() throws IOException {
    try (Browser browser = Browser.open()) {
      var softly = new SoftAssertions();
      browser.visit(address("/login"));
      look(browser, "login", softly);
      Caller admin = logIn(browser, "Aminah", Role.ADMIN);
      makeGoods(browser, admin);
      makePaths(admin);
      Set<URI> links = new HashSet<>();
      for (Map.Entry<String, String> page : pages.entrySet()) {
        browser.visit(address(page.getValue()));
        look(browser, page.getKey(), softly);
        links.addAll(browser.links());
        softly.assertThat(browser.faults()).as("console of " + page.getKey()).isEmpty();
      }
      softly.assertThat(links).hasSizeGreaterThan(20);
      for (URI link : links) {
        softly.assertThat(fetch(link, browser).status()).as("status of " + link).isLessThan(400);
      }
      softly.assertAll();
    }
  }

  @Test
  void whatIsNotThereIsSaidOnAPageOfItsOwn() {
    try (Browser browser = Browser.open()) {
      logIn(browser, "Sari", Role.SELLER);
      var softly = new SoftAssertions();
      browser.visit(address("/items/" + UUID.randomUUID()));
      browser.see("There is no such item");
      look(browser, "error-item", softly);
      browser.visit(address("/nothing/here"));
      browser.see("There is nothing to show at this address");
      look(browser, "error-404", softly);
      browser.visit(address("/queue"));
      browser.see("Your role does not reach this page");
      look(browser, "error-403", softly);
      softly.assertAll();
    }
  }

  /**
   * Looks at the page on a desk and on a phone, and keeps a picture of each. Axe is asked by day
   * and by night, and on the phone of those pages that are laid out anew there.
   */
  private static void look(Browser browser, String name, SoftAssertions softly) {
    for (int[] size : new int[][] {{1280, 800}, {390, 844}}) {
      browser.size(size[0], size[1]);
      String where = "%s at %d".formatted(name, size[0]);
      softly
          .assertThat(
              browser.run(
                  "return document.documentElement.scrollWidth -"
                      + " document.documentElement.clientWidth"))
          .as("overflow of " + where)
          .isEqualTo(0L);
      softly.assertThat(browser.all("h1")).as("h1 of " + where).hasSize(1);
      softly.assertThat(browser.title()).as("title of " + where).endsWith(" · Pabean");
      if (size[0] > 1000 || ON_A_PHONE.contains(name)) {
        softly.assertThat(browser.barriers()).as("barriers of " + where).isEmpty();
      }
      browser.shoot("page-%s-%d".formatted(name, size[0]), size[0] == 390);
    }
    browser.size(1280, 800);
    browser.dark(true);
    softly.assertThat(browser.barriers()).as("barriers of %s in the dark", name).isEmpty();
    browser.shoot("page-%s-dark".formatted(name));
    browser.dark(false);
  }

  /** Something of everything: read, classified, held, blocked, decided, issued, not delivered. */
  private void makeGoods(Browser browser, Caller admin) throws IOException {
    pages.put("preview", upload(browser));
    String result = upload(browser);
    browser.press("Classify 4 listings");
    browser.see("6 rows classified");
    pages.put("result", result);
    for (String part : new String[] {"FINAL", "BLOCKED", "REJECTED"}) {
      pages.put("result-" + part, result + "?show=" + part);
    }
    post("/api/v1/webhooks/hosts", "{\"host\": \"localhost\"}", admin);
    Reply webhook =
        post("/api/v1/webhooks", "{\"url\": \"http://localhost:9/never-there\"}", admin);
    heldTask("Disposable vape with nicotine", admin);
    delete("/api/v1/webhooks/" + webhook.text("/id"), admin);
    Reply customs =
        post("/api/v1/webhooks", "{\"url\": \"http://localhost:9/hooks/customs\"}", admin);
    post("/api/v1/webhooks/" + customs.text("/id") + "/secret", admin);
    pages.put("webhook", "/admin/webhooks/" + customs.text("/id"));
  }

  private String upload(Browser browser) throws IOException {
    browser.visit(address("/upload"));
    browser.choose(write("listings.csv", GOODS));
    browser.press("Read the file");
    browser.see("4 listings read");
    return URI.create(browser.address()).getPath();
  }

  private void makePaths(Caller admin) {
    Reply held = post("/api/v1/shipments", ORDER, admin);
    Reply ready =
        post(
            "/api/v1/shipments",
            ORDER.replace("S-2041", "S-2042").replaceFirst("(?s),\\s*\\{\"quantity\": 6.*", "]}"),
            admin);
    String routine = "/api/v1/shipments/" + ready.text("/id") + "/documents/commercial-invoice";
    assertThat(post(routine, admin).status()).isEqualTo(201);
    UUID free = heldTask("Ceramic Bread Knife 8 Inch " + WORD_WITHOUT_END, admin);
    UUID mine = heldTask("Ceramic Fruit Knife 5 Inch, Green Blade", admin);
    UUID closed = heldTask("Automatic knife with push button", admin);
    claim(mine, admin);
    claim(closed, admin);
    decide(closed, admin);
    pages.put("today", "/");
    pages.put("upload", "/upload");
    pages.put("queue", "/queue");
    pages.put("queue-none", "/queue?late=yes");
    pages.put("queue-list", "/queue?to=SG&why=blade&sort=risk");
    pages.put("queue-people", "/review/people");
    pages.put("queue-decided", "/review/people/" + admin.account().id() + "/decided");
    pages.put("task-free", "/tasks/" + free);
    pages.put("task-mine", "/tasks/" + mine);
    pages.put("task-closed", "/tasks/" + closed);
    pages.put("lead", "/lead");
    pages.put("lead-events", "/lead/events?figure=HELD");
    pages.put("lead-calendar", "/lead/calendar");
    pages.put("audits", "/audits");
    pages.put("autonomy", "/lead/autonomy");
    pages.put("rules", "/rules");
    pages.put("rules-pack", "/rules/tl");
    pages.put("rules-edit", "/rules/tl/edit");
    pages.put("knowledge", "/knowledge");
    pages.put("knowledge-conflicts", "/knowledge/conflicts");
    pages.put("knowledge-none", "/knowledge?q=zzzz");
    pages.put(
        "knowledge-one", "/knowledge/" + get("/api/v1/precedents", admin).text("/precedents/0/id"));
    pages.put("items", "/items");
    pages.put("items-held", "/items?show=HELD");
    pages.put("item-held", "/items/" + held.text("/lines/1/itemId"));
    pages.put("item-final", "/items/" + held.text("/lines/0/itemId"));
    pages.put("shipments", "/shipments");
    pages.put("shipment-new", "/shipments/new");
    pages.put("shipment-held", "/shipments/" + held.text("/id"));
    pages.put("shipment-ready", "/shipments/" + ready.text("/id"));
    pages.put("deliveries", "/deliveries");
    pages.put("webhooks", "/admin/webhooks");
    pages.put("people", "/admin/people");
    pages.put("settings", "/settings");
  }

  private void claim(UUID task, Caller by) {
    assertThat(post("/api/v1/tasks/" + task + "/claim", by).status()).isEqualTo(200);
  }

  private void decide(UUID task, Caller by) {
    Reply seen = get("/api/v1/tasks/" + task, by);
    Reply decided =
        post(
            "/api/v1/tasks/" + task + "/decision",
            """
            {"version": %s, "verdict": "PROHIBIT", "legalBasis": "the Act",
             "rationale": "It opens by a button: a flick knife, which may not be imported."}
            """
                .formatted(seen.body().at("/version").asString()),
            by);
    assertThat(decided.status()).as(decided.body().toString()).isLessThan(300);
  }
}
