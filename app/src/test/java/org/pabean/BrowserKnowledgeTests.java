package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;

/** A lead finds a bad decision, retires it, and all that rested on it is held again. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserKnowledgeTests extends BrowserTests {

  @Test
  void aBadDecisionIsFoundRetiredAndWhatRestedOnItIsHeldAgain() {
    try (Browser browser = Browser.open()) {
      Caller lead = logIn(browser, "Linh", Role.LEAD);
      Caller seller = caller(Role.SELLER);
      String word = Goods.word();
      String title = "Ceramic Paring Knife " + word;
      UUID task = heldTask(title, seller);
      decide(task, lead);
      Reply again =
          post(
              "/api/v1/listings",
              "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title),
              caller(Role.SELLER));
      assertThat(again.text("/lines/0/state")).isEqualTo("FINAL");

      browser.visit(address("/knowledge"));
      browser.type("q", word);
      browser.press("Search");
      browser.see(title);
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("knowledge");
      browser.press(title);
      browser.see("What rests on it");
      browser.find("#retire summary").click();
      browser.see("Why it is wrong");
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("knowledge-one", true);
      browser.type("reason", "The blade is of steel, as the picture shows.");
      browser.press("Retire");
      browser.see("items that rested on it are held again");
      browser.see("No item stands as it does because of it");
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("knowledge-retired");
      browser.size(390, 844);
      browser.shoot("knowledge-retired-phone", true);
      browser.size(1280, 800);

      browser.visit(address("/items/" + again.text("/lines/0/itemId")));
      browser.see("The decision that it rested on is retired");
      browser.shoot("knowledge-item");
    }
  }

  @Test
  void decisionsThatContradictEachOtherWaitForALead() {
    try (Browser browser = Browser.open()) {
      Caller lead = logIn(browser, "Linh", Role.LEAD);
      Caller seller = caller(Role.SELLER);
      String title = "Ceramic Paring Knife " + Goods.word() + " " + Goods.word();
      decide(heldTask(title + " White", seller), lead);
      decide(heldTask(title + " Black", seller), "821192", lead);

      browser.visit(address("/knowledge"));
      browser.see("contradict");
      browser.visit(address("/knowledge/conflicts"));
      browser.see("Nearly the same words");
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("knowledge-conflicts");
      browser.size(390, 844);
      browser.shoot("knowledge-conflicts-phone", true);
      browser.size(1280, 800);
      browser.press("Retire 8211.92");
      browser.see("contradicts it");
      browser.see("Why it is wrong");
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("knowledge-contradicted", true);
      browser.type("reason", "The blade is ceramic, whatever its colour.");
      browser.press("Retire");
      browser.see("is held again");
      browser.see("Said of the same goods, or against it");
      browser.shoot("knowledge-settled", true);
      browser.visit(address("/knowledge/conflicts"));
      assertThat(browser.text()).doesNotContain(title);
    }
  }

  private void decide(UUID task, Caller by) {
    decide(task, "691200", by);
  }

  private void decide(UUID task, String code, Caller by) {
    Reply claimed = post("/api/v1/tasks/" + task + "/claim", by);
    Reply decided =
        post(
            "/api/v1/tasks/" + task + "/decision",
            """
            {"version": %s, "verdict": "RECLASSIFY", "code": "%s",
             "rationale": "The blade is ceramic, other than porcelain.", "legalBasis": "General Rule 1"}
            """
                .formatted(claimed.text("/version"), code),
            by);
    assertThat(decided.status()).as(decided.body().toString()).isLessThan(300);
  }
}
