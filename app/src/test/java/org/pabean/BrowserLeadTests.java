package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;

/** A lead looks at how the desk does, and at when it works; others do not get there. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserLeadTests extends BrowserTests {

  private static final List<String> PAGES =
      List.of(
          "/lead",
          "/lead/events?figure=HELD",
          "/lead/calendar",
          "/lead/days.csv",
          "/lead/reasons.csv",
          "/lead/rules.csv",
          "/lead/people.csv",
          "/lead/totals.csv");

  @Test
  void aLeadSeesTheFiguresAndChangesTheCalendar() throws Exception {
    Caller seller = caller(Role.SELLER);
    Caller mei = caller(Role.SPECIALIST);
    for (int i = 0; i < 4; i++) {
      UUID task = heldTask("Ceramic kitchen knife " + Goods.word(), seller);
      Reply claimed = post("/api/v1/tasks/%s/claim".formatted(task), mei);
      String verdict = i == 0 ? "\"PROHIBIT\"" : "\"RECLASSIFY\", \"code\": \"691110\"";
      post(
          "/api/v1/tasks/%s/decision".formatted(task),
          """
            {"verdict": %s, "version": %s, "rationale": "as the note says", "legalBasis": "Ch. 82 note 1"}
            """
              .formatted(verdict, claimed.body().at("/version").asString()),
          mei);
    }
    heldTask("Camping knife " + Goods.word(), seller);

    try (Browser browser = Browser.open()) {
      logIn(browser, "Linh", Role.LEAD);
      browser.press("Lead");
      browser.see("How the desk does");
      browser.see("Rules: upheld and overturned");
      assertThat(
              browser.run(
                  "return Chart.getChart(document.querySelector('canvas')).data.labels.length"))
          .isEqualTo(30L);
      browser.shoot("lead", true);
      browser.size(390, 844);
      browser.shoot("lead-phone", true);
      browser.size(1280, 800);
      browser.find("#reasons a").click();
      browser.see("because of");
      browser.shoot("lead-events");

      browser.visit(address("/lead/calendar"));
      browser.see("Working calendar");
      browser.shoot("lead-calendar", true);
      browser.run("document.querySelector('[name=MONDAY]').value = '9 to 5'");
      browser.press("Keep it and put it in force");
      browser.see("'9 to 5' of Monday");
      browser.run("document.querySelector('[name=MONDAY]').value = '10:00-18:00'");
      browser.press("Keep it and put it in force");
      browser.see("is in force");
      assertThat(browser.find("[name=MONDAY]").getDomProperty("value")).isEqualTo("10:00-18:00");
      assertThat(browser.faults()).isEmpty();

      for (String page : PAGES) {
        assertThat(status(page, browser)).as(page).isEqualTo(200);
      }
    }
  }

  @Test
  void whoIsNoLeadDoesNotSeeTheFigures() throws Exception {
    for (Role role : List.of(Role.SELLER, Role.SPECIALIST)) {
      try (Browser browser = Browser.open()) {
        logIn(browser, "Mei", role);
        assertThat(browser.texts("nav a")).doesNotContain("Lead");
        for (String page : PAGES) {
          assertThat(status(page, browser)).as("%s as %s", page, role).isEqualTo(403);
        }
      }
    }
  }

  private int status(String page, Browser browser) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(page)))
            .header("Cookie", browser.cookies())
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
