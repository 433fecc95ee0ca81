package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;
import org.springframework.test.context.TestPropertySource;

/** A lead audits what went by itself, blind, and sees what that proves. */
@TestPropertySource(properties = "pabean.autonomy.audit-share=1")
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserAuditTests extends BrowserTests {

  @Test
  void theMachinesCodeIsSeenAfterTheAnswerAndAWrongOneIsHeldAgain() {
    try (Browser browser = Browser.open()) {
      logIn(browser, "Linh", Role.LEAD);
      Caller seller = caller(Role.SELLER);
      flask(seller);
      flask(seller);

      browser.visit(address("/audits"));
      browser.see("Judge by the listing alone");
      assertThat(browser.text()).doesNotContain("9617", "96 %", "95 %");
      assertThat(browser.barriers()).isEmpty();
      choose(browser, "9617.00");
      browser.shoot("audit-chosen");
      browser.press("Give this code");
      browser.see("You agree with the machine:");
      browser.shoot("audit-agreed");

      choose(browser, "7323.93");
      browser.press("Give this code");
      browser.see("The machine had made 9617.00 final");
      browser.see("The item is held again");
      assertThat(browser.barriers()).isEmpty();
      browser.press("The item");
      browser.see("An audit found another code");
      browser.shoot("audit-item");

      browser.visit(address("/lead/autonomy"));
      browser.see("Not proved yet:");
      assertThat(browser.barriers()).isEmpty();
      browser.press("Certify what is proved now");
      browser.see("The certificate is issued");
      assertThat(browser.barriers()).isEmpty();
      browser.shoot("autonomy", true);
      browser.size(390, 844);
      browser.shoot("autonomy-phone", true);
    }
  }

  private static void choose(Browser browser, String code) {
    browser.type("q", code);
    String choice = "#hits input[data-dotted='%s']".formatted(code);
    browser.find(choice).click();
    browser.type("rationale", "As the description says.");
  }

  private void flask(Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            """
            {"title": "Vacuum Insulated Stainless Steel Bottle 500 ml", "destination": "SG",
             "description": "Double-wall vacuum flask of stainless steel. Batch %s",
             "material": "stainless steel", "origin": "CN"}
            """
                .formatted(Goods.word()),
            seller);
    assertThat(receipt.text("/lines/0/state")).isEqualTo("FINAL");
  }
}
