package org.pabean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do at the pages, from the first log-in to the invoice. */
@EnabledIf(value = Browser.IS_INSTALLED, disabledReason = Browser.IS_MISSING)
class BrowserStoryTests extends BrowserTests {

  private static final String KNIFE = "Ceramic Kitchen Knife - 7 Inch Chef's Knife, White Blade";
  private static final String WHY =
      "Note 1 to chapter 82 keeps that chapter to blades of base metal. The maker's data sheet says"
          + " porcelain: white, vitrified, not permeable. Kitchenware of porcelain.";

  @Autowired private JdbcClient jdbc;

  @Test
  void aListingGoesAllTheWay() throws IOException {
    try (Browser shop = Browser.open();
        Browser desk = Browser.open()) {
      firstLogIn(shop, "Sari", Role.SELLER);
      uploads(shop);
      shop.shoot("story-05-lanes");
      entersAShipment(shop);
      String shipment = shop.address();

      firstLogIn(desk, "Somchai", Role.SPECIALIST);
      opensTheKnife(desk);
      decidesByKeyboard(desk);
      desk.see("Decided 6911.10 for " + KNIFE + ".");
      desk.see("Shipment S-2041 can go now.");
      desk.shoot("story-11-decided");

      shop.visit(shipment);
      issuesTheInvoice(shop);
      uploadsAgain(shop);
      assertThat(shop.faults()).isEmpty();
      assertThat(desk.faults()).isEmpty();
    }
  }

  private void uploads(Browser shop) throws IOException {
    shop.see("Nothing has come in yet");
    shop.press("Upload listings");
    shop.see("Drop a file here");
    shop.choose(write("listings.csv", LISTINGS));
    shop.see("listings.csv");
    shop.shoot("story-02-chosen");
    shop.press("Read the file");

    shop.see("4 listings read, 2 rejected");
    assertThat(shop.texts("#rejected tbody tr"))
        .satisfiesExactly(
            row -> assertThat(row).contains("6", "title", "the title is empty"),
            row -> assertThat(row).contains("7", "price", "negative"));
    shop.shoot("story-03-preview");
    shop.press("Classify 4 listings");

    shop.see("6 rows classified for SG Singapore");
    assertThat(shop.texts(".legend a"))
        .map(part -> part.replaceAll("\\s+", " "))
        .containsExactly("3 final", "1 held", "0 blocked", "2 rejected");
    shop.see(KNIFE);
  }

  private void entersAShipment(Browser shop) throws IOException {
    shop.press("Shipments");
    shop.press("Enter a shipment");
    shop.see("One shipment as a JSON file");
    shop.choose(write("shipment.json", SHIPMENT));
    shop.press("Enter the shipment");

    shop.see("1 of 2 held");
    shop.see("Waits for 1 line: no paper leaves while a line is not final.");
    assertThat(shop.find("aside .reasons").getText()).startsWith("Line 2").contains("Knives");
    assertThat(shop.find("aside button").isEnabled()).isFalse();
    shop.shoot("story-06-held");
  }

  private void opensTheKnife(Browser desk) {
    desk.press("Queue");
    desk.see(KNIFE);
    desk.shoot("story-07-queue");
    desk.press(KNIFE);
    desk.see("Nobody else can decide it while you hold it");
    desk.keys("c");
    desk.see("claimed by you");

    assertThat(desk.texts("mark.reason")).contains("Knife");
    assertThat(desk.texts(".readings .code")).contains("6912.00", "8211.92");
    desk.see("Guns, Explosives and Weapons Control Act");
    desk.see("Chapter 82 covers knives whose blade is of base metal only");
    desk.see("against: it does not cover ceramic-blade knives (69.11, 69.12)");
    desk.shoot("story-08-task");
  }

  private void decidesByKeyboard(Browser desk) {
    desk.keys("2");
    assertThat(desk.find(".chosen-code").getText()).isEqualTo("8211.92");
    desk.keys("/");
    desk.atField("q");
    desk.keys("porcelain kitchen");
    desk.see("6911.10");
    desk.find("#hits input[value='691110']");
    desk.shoot("story-09-search");
    desk.keys(Keys.ENTER);
    assertThat(desk.find(".chosen-code").getText()).isEqualTo("6911.10");

    desk.keys("a");
    desk.see("Basis of the code");
    desk.keys("1");
    desk.type("basisMore", "Ch. 82 note 1");
    desk.find("[name=rationale]").clear();
    desk.type("rationale", WHY);
    desk.shoot("story-10-typed");
    desk.keysWith(Keys.CONTROL, Keys.ENTER);
  }

  private void issuesTheInvoice(Browser shop) throws IOException {
    shop.see("All 2 lines are final");
    shop.press("Issue the papers");
    shop.see("In force: Commercial invoice INV-S-2041-1, version 1");
    shop.shoot("story-12-issued");

    String link = String.valueOf(shop.find(".doc a").getDomProperty("href"));
    Reply invoice = fetch(URI.create(link), shop);
    assertThat(invoice.status()).isEqualTo(200);
    assertThat(invoice.header("Content-Type")).isEqualTo("application/pdf");
    byte[] pdf = invoice.response().body();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve("story.pdf"), pdf);
    amendsTheRecord(shop);
  }

  private void amendsTheRecord(Browser shop) throws IOException {
    shop.see("Packages in all is missing");
    String link = shop.find("a[href$='/record.json']").getDomProperty("href");
    String record =
        new String(
            fetch(URI.create(String.valueOf(link)), shop).response().body(),
            StandardCharsets.UTF_8);
    String packed =
        record.replaceFirst(
            "\\{",
            """
            {"packages": [{"type": "CT", "grossGrams": 2100,
              "contents": [{"line": 1, "quantity": 10}, {"line": 2, "quantity": 6}]}],
            """);
    shop.choose(write("S-2041.json", packed));
    shop.press("Amend the record");
    shop.see("The record is taken");
    shop.press("Issue again, if anything changed");
    // What the invoice says has not changed, though the machine now knows the knife.
    shop.see(
        "In force: Commercial invoice INV-S-2041-1, version 1;"
            + " Packing list PACKING-LIST-S-2041-1, version 1.");
    shop.shoot("story-12-papers");
  }

  private void uploadsAgain(Browser shop) throws IOException {
    shop.press("Upload");
    shop.see("Your last uploads");
    shop.choose(write("again.csv", LISTINGS));
    shop.press("Read the file");
    shop.press("Classify 4 listings");
    shop.see("6 rows classified");
    assertThat(shop.find(".legend .FINAL").getText()).startsWith("4");
    shop.press(KNIFE);

    shop.see("Final, as decided before");
    shop.see("Same goods decided before: 6911.10 by Somchai");
    shop.see(WHY);
    shop.see("Ch. 82 note 1");
    shop.shoot("story-13-precedent");
  }

  @Test
  void aLateDecisionKeepsWhatWasTypedAndSaysWhoHasTheTask() {
    UUID task = heldTask("Ceramic Paring Knife 3 Inch, Black Blade", caller(Role.SELLER));
    try (Browser first = Browser.open();
        Browser second = Browser.open()) {
      firstLogIn(first, "Somchai", Role.SPECIALIST);
      firstLogIn(second, "Mei", Role.SPECIALIST);
      claims(first, task);
      first.keys("2");
      first.type("rationale", "The picture shows a metal edge under the coating.");
      first.type("basisMore", "Ch. 82 note 1");
      first.keys(Keys.ESCAPE);
      first.quiet();

      lapse(task);
      first.press("Reclassify");
      first.see("Not decided. You do not hold this task any more");
      assertThat(first.find("[name=rationale]").getDomProperty("value"))
          .isEqualTo("The picture shows a metal edge under the coating.");
      first.shoot("late-1-lapsed");

      claims(second, task);
      first.press("Reclassify");
      first.see("Not decided. Mei is working on this task. What you wrote is kept.");
      first.see("What you wrote and could not send");
      first.see("The picture shows a metal edge under the coating. Ch. 82 note 1");
      first.shoot("late-2-anothers");

      second.press("Give back");
      second.see("The task is back in the queue");
      claims(first, task);
      assertThat(first.find("[name=basisMore]").getDomProperty("value")).isEqualTo("Ch. 82 note 1");
      lapse(task);
      first.press("Reclassify");
      first.press("Claim it again");
      first.see("claimed by you");
      first.press("Reclassify");
      first.see("Decided");
      first.see("Ceramic Paring Knife 3 Inch, Black Blade.");
    }
  }

  private void claims(Browser desk, UUID task) {
    desk.visit(address("/tasks/" + task));
    desk.press("Claim to decide");
    desk.see("claimed by you");
  }

  /** Nobody waits ten minutes for a lease to end. */
  private void lapse(UUID task) {
    jdbc.sql("update review_task set claimed_until = :then where id = :id")
        .param("then", Instant.now().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
        .param("id", task)
        .update();
  }
}
