package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;

/** A specialist asks; the seller answers on a phone, by the link or logged in. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserAskTests extends BrowserTests {

  @Test
  void theSellerAnswersByALinkWithoutAnAccount() {
    try (Browser desk = Browser.open();
        Browser phone = Browser.open()) {
      logIn(desk, "Mei", Role.SPECIALIST);
      Caller seller = caller(Role.SELLER);
      UUID task = shirt("Kaos pria " + Goods.word(), "id", seller);
      String link = ask(desk, task);
      assertThat(link).startsWith(address("/ask/"));

      phone.size(390, 844);
      phone.visit(link);
      phone.see("A question about your goods");
      assertThat(phone.barriers()).isEmpty();
      phone.shoot("ask-phone", true);
      assertThat(phone.text()).doesNotContain("6109", "Why it is held", "Mei");
      phone.run("document.querySelector('input[name=answer]').click()");
      phone.press("Send the answer");
      phone.see("Thank you.");
      phone.visit(link);
      phone.see("Answered:");
      assertThat(phone.all("form")).isEmpty();
      phone.visit(link.substring(0, link.length() - 3) + "xyz");
      phone.see("There is no such question");

      desk.visit(address("/tasks/" + task));
      desk.see("the seller answered");
    }
  }

  @Test
  void theSellerAnswersLoggedIn() {
    try (Browser desk = Browser.open();
        Browser shop = Browser.open()) {
      logIn(desk, "Mei", Role.SPECIALIST);
      Caller seller = logIn(shop, "Sari", Role.SELLER);
      UUID task = shirt("Kaos wanita " + Goods.word(), "id", seller);
      ask(desk, task);
      desk.visit(address("/queue?who=asked"));
      desk.see("seller asked");
      assertThat(desk.barriers()).isEmpty();

      shop.visit(address("/"));
      shop.see("Answer it");
      assertThat(shop.barriers()).isEmpty();
      shop.shoot("ask-today");
      shop.press("Answer it");
      shop.see("asks the seller");
      assertThat(shop.barriers()).isEmpty();
      shop.shoot("ask-item");
      shop.run("document.querySelector('input[name=answer]').click()");
      shop.press("Send the answer");
      shop.see("Thank you. The team has your answer.");
    }
  }

  /** Asks what the machine proposes, by keyboard; gives the link. */
  private String ask(Browser desk, UUID task) {
    desk.visit(address("/tasks/" + task));
    desk.press("Claim to decide");
    desk.see("The seller");
    desk.keys("q");
    desk.find("#ask-text");
    assertThat(desk.barriers()).isEmpty();
    desk.run("document.querySelector('.asking').scrollIntoView()");
    desk.shoot("ask-form");
    desk.run("document.querySelector('.asking form').requestSubmit()");
    desk.see("The seller is asked.");
    desk.see("the seller was asked");
    desk.shoot("ask-asked");
    List<String> links = desk.texts("code.secret");
    assertThat(links).hasSize(1);
    return links.get(0);
  }

  private UUID shirt(String title, String lang, Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\", \"lang\": \"%s\"}"
                .formatted(title, lang),
            seller);
    return UUID.fromString(receipt.text("/lines/0/taskId"));
  }
}
