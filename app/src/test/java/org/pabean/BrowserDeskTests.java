package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day at the desk: people who decide, a lead who gives tasks away, two on one task. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserDeskTests extends BrowserTests {

  @Autowired private JdbcClient jdbc;

  private Caller seller;

  @BeforeEach
  void nothingElseIsFree() {
    seller = caller(Role.SELLER);
    // What other tests left open is held by somebody who is not here.
    jdbc.sql(
            "update review_task set claimed_by = :who, claimed_until = now() + interval '1 day'"
                + " where closed_at is null")
        .param("who", seller.account().id())
        .update();
  }

  @Test
  void aSpecialistsDayByKeyboardAlone() {
    String paring = "Ceramic Paring Knife 4 Inch " + Goods.word();
    UUID first = heldTask(paring, seller);
    UUID second = heldTask("Ceramic Utility Knife " + Goods.word(), seller);
    UUID third = heldTask("Ceramic Bread Knife " + Goods.word(), seller);
    UUID fourth = heldTask("Ceramic Cheese Knife " + Goods.word(), seller);
    try (Browser desk = Browser.open()) {
      logIn(desk, "Somchai", Role.SPECIALIST);
      desk.keys("gq");
      desk.see("Claim next");
      desk.keys("?");
      desk.see("claim what is ticked, or the row");
      desk.shoot("desk-01-keys");
      desk.keys(Keys.ESCAPE);
      desk.keys("n");
      at(desk, first);
      desk.shoot("desk-02-task");
      desk.size(390, 844);
      desk.shoot("desk-02-phone", true);
      desk.size(1280, 800);
      desk.dark(true);
      desk.shoot("desk-02-dark");
      desk.dark(false);

      // Four keys: choose, answer, basis, send.
      desk.keys("1");
      desk.keys("a");
      desk.see("Basis of the code");
      desk.keys("1");
      desk.shoot("desk-03-picked");
      desk.keys(Keys.ENTER);
      at(desk, second);
      desk.see("for " + paring);
      desk.shoot("desk-04-decided");
      assertThat(decision(first)).satisfies(d -> assertThat(d.rationale()).isNotBlank());

      desk.keys("u");
      at(desk, first);
      desk.see("Undone. The task is open again, with what you wrote.");
      desk.see("taken back by Somchai");
      assertThat(state(first)).isEqualTo("HELD");
      desk.shoot("desk-05-undone");
      desk.keys("a");
      desk.keys(Keys.ENTER);
      at(desk, second);

      desk.keys("s");
      at(desk, third);
      desk.keys("e");
      desk.see("Why a lead");
      desk.keys("1");
      desk.keys(Keys.ENTER);
      at(desk, fourth);
      assertThat(decision(third).verdict()).isEqualTo("ESCALATE");

      desk.keys("/");
      desk.atField("q");
      desk.keys("8211.92");
      desk.find("#hits input[value='821192']");
      desk.shoot("desk-06-search");
      desk.keys(Keys.ENTER);
      desk.keys("a");
      desk.keys("2");
      desk.keys(Keys.ENTER);
      desk.see("Nothing else in this list is free for you");
      assertThat(decision(fourth).verdict()).isEqualTo("RECLASSIFY");
      assertThat(decision(fourth).code()).isEqualTo("821192");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void variantsAreDecidedOnceWithExceptions() {
    String name = "Ceramic Steak Knife " + Goods.word();
    UUID black = heldTask(name + " Black 5 Inch", seller);
    UUID white = heldTask(name + " White 6 Inch", seller);
    UUID green = heldTask(name + " Green 8 Inch Pack of 2", seller);
    UUID other = heldTask("Ceramic Boning Knife " + Goods.word(), seller);
    try (Browser desk = Browser.open()) {
      logIn(desk, "Mei", Role.SPECIALIST);
      desk.visit(address("/tasks/" + black));
      desk.keys("c");
      desk.see("also applies to 2 of 2 variants");
      desk.keys("v");
      desk.see("White 6 Inch");
      desk.shoot("desk-11-variants");
      assertThat(desk.barriers()).isEmpty();
      desk.find("[data-variant='" + green + "'] input").click();
      desk.see("also applies to 1 of 2 variants");
      desk.keys("v");
      desk.keys("a");
      desk.keys("1");
      desk.keys(Keys.ENTER);
      desk.see("One variant was decided alike");
      assertThat(List.of(state(black), state(white), state(green), state(other)))
          .containsExactly("FINAL", "FINAL", "HELD", "HELD");
    }
  }

  @Test
  void aLeadGivesTasksToPeopleAndSeesWhatEachHas() {
    UUID task = heldTask("Ceramic Fillet Knife " + Goods.word(), seller);
    try (Browser lead = Browser.open();
        Browser desk = Browser.open()) {
      logIn(lead, "Linh", Role.LEAD);
      String mei = "Mei " + Goods.word();
      Caller person = logIn(desk, mei, Role.SPECIALIST);
      lead.visit(address("/queue?who=free"));
      lead.keys("j");
      lead.keys("x");
      assertThat(lead.find("#ticked").getText()).isEqualTo("1");
      lead.type("give", mei);
      lead.shoot("desk-21-give");
      lead.press("Give to");
      lead.see("1 task given to " + mei);
      lead.press("People");
      lead.see(mei);
      lead.shoot("desk-22-people");
      assertThat(lead.barriers()).isEmpty();

      desk.visit(address("/queue"));
      desk.keys("n");
      at(desk, task);
      desk.see("given to " + mei);
      lead.visit(address("/queue?person=" + person.account().id() + "&who=held"));
      lead.see("of " + mei);
      assertThat(lead.all("tr[data-task]")).hasSize(1);
      lead.visit(address("/review/people/" + person.account().id() + "/decided"));
      lead.see("Nothing yet today");
    }
  }

  @Test
  void twoPeopleSeeAtOnceWhoHoldsWhat() {
    String title = "Ceramic Carving Knife " + Goods.word();
    UUID task = heldTask(title, seller);
    try (Browser one = Browser.open();
        Browser two = Browser.open()) {
      logIn(one, "Somchai", Role.SPECIALIST);
      logIn(two, "Mei", Role.SPECIALIST);
      one.visit(address("/queue?who=free"));
      two.visit(address("/tasks/" + task));
      one.live();
      two.live();
      one.see("never opened");

      two.keys("c");
      two.see("claimed by you");
      one.find("tr[data-task='" + task + "']");
      one.see("Mei");
      one.shoot("desk-31-held");

      one.visit(address("/tasks/" + task));
      one.see("Mei works on it");
      one.live();
      two.press("Give back");
      one.see("This task is free now");
      one.shoot("desk-32-free");
      one.press("Show it");
      one.keys("c");
      one.see("claimed by you");
      one.keys("a");
      one.keys("1");
      two.visit(address("/tasks/" + task));
      two.see("Somchai works on it");
      two.live();
      one.keys(Keys.ENTER);
      two.see("has settled this task");

      two.visit(address("/queue"));
      two.live();
      String fresh = "Ceramic Oyster Knife " + Goods.word();
      heldTask(fresh, seller);
      two.see(fresh);
    }
  }

  @Test
  void aListIsKeptUnderANameAndCanBeSent() {
    String word = Goods.word();
    heldTask("Ceramic Sashimi Knife " + word, seller);
    try (Browser lead = Browser.open();
        Browser desk = Browser.open()) {
      logIn(lead, "Linh", Role.LEAD);
      lead.visit(address("/queue"));
      lead.keys("/");
      lead.atField("text");
      lead.keys(word, Keys.ENTER);
      lead.see("Keep this list");
      assertThat(lead.address()).contains("text=" + word);
      lead.find(".desk details summary").click();
      lead.type("name", "Sashimi " + word);
      lead.find("[name=shared]").click();
      lead.press("Keep");
      lead.see("The view “Sashimi " + word + "” is kept");
      lead.shoot("desk-41-view");
      String sent = lead.address();

      logIn(desk, "Mei", Role.SPECIALIST);
      desk.visit(sent);
      assertThat(desk.all("tr[data-task]")).hasSize(1);
      desk.visit(address("/queue"));
      desk.press("Sashimi " + word);
      desk.see("Ceramic Sashimi Knife " + word);
      assertThat(desk.all("tr[data-task]")).hasSize(1);
      desk.visit(address("/queue?age=often"));
      desk.see("Age: 'often' is not a length of time, write 30m, 4h or 2d");
    }
  }

  private void at(Browser desk, UUID task) {
    desk.find("main[data-task='" + task + "']");
    desk.see("claimed by you");
  }

  private record Answered(String verdict, String code, String rationale) {}

  private Answered decision(UUID task) {
    return jdbc.sql(
            "select verdict, coalesce(code, '') code, rationale from decision where task_id = :task"
                + " order by decided_at desc limit 1")
        .param("task", task)
        .query(Answered.class)
        .single();
  }

  private String state(UUID task) {
    return jdbc.sql(
            "select i.state from item i join review_task t on t.item_id = i.id where t.id = :task")
        .param("task", task)
        .query(String.class)
        .single();
  }
}
