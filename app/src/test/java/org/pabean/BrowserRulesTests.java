package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pabean.security.Role;

/** A lead changes rules in the browser, and another looks at it. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserRulesTests extends BrowserTests {

  private final String word = Goods.word();

  @Test
  void aRuleIsTriedPutInForceLoosenedByTwoAndGoneBackFrom() throws IOException {
    try (Browser linh = Browser.open();
        Browser mei = Browser.open()) {
      Caller lead = logIn(linh, "Linh", Role.LEAD);
      logIn(mei, "Mei", Role.LEAD);
      heldTask("Ceramic knife for theodolite " + word, lead);

      linh.visit(address("/rules/new"));
      linh.choose(write("pack.yaml", pack("1", "hold").replace("Blue theodolite", "Level")));
      linh.press("Check and try");
      linh.see("the example 'Level' must fire the rule and does not");
      linh.shoot("rules-faults");
      linh.choose(write("pack.yaml", pack("1", "hold")));
      linh.press("Check and try");
      linh.see("A theodolite");
      assertThat(linh.barriers()).isEmpty();
      linh.shoot("rules-trial");
      linh.press("Put in force");
      linh.see("Say why the rules change");
      linh.type("why", "The house asks for it");
      linh.press("Check and try");
      linh.press("Put in force");
      linh.see("desk-" + word + "@1 is in force on every node.");

      linh.visit(address("/rules/desk-" + word + "/edit"));
      linh.choose(write("pack.yaml", pack("2", "note")));
      linh.type("why", "Too many alarms");
      linh.press("Check and try");
      linh.see("may let pass");
      linh.press("Put forward for another lead");
      linh.see("it waits for another lead");
      assertThat(linh.text()).doesNotContain("Agree and put in force");

      mei.visit(linh.address());
      mei.see("Too many alarms");
      assertThat(mei.barriers()).isEmpty();
      mei.shoot("rules-proposal");
      mei.press("Agree and put in force");
      mei.see("desk-" + word + "@2 is in force on every node.");
      mei.press("Go back to it");
      mei.see("desk-" + word + "@1 is in force on every node.");
      mei.run("document.querySelector('details.rule').open = true");
      assertThat(mei.barriers()).isEmpty();
      mei.shoot("rules-opened");
    }
  }

  private String pack(String version, String effect) {
    return HousePack.yaml("desk-" + word, version, "SG", "theodolite", effect);
  }
}
