package org.pabean;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.security.Accounts;
import org.pabean.security.Accounts.OneTime;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * People at real browsers before the whole server; its subclasses share that. They tell what
 * becomes of routine goods: so that this does not change with each new model, less confidence than
 * usual is enough here.
 */
@TestPropertySource(
    properties = {
      "pabean.registry.threshold=0.6",
      // It misses the protocol of just this Chromium, which nothing here needs.
      "logging.level.org.openqa.selenium=ERROR"
    })
abstract class BrowserTests extends HttpTests {

  private static final String PASSWORD = "kapal layar putih";

  /** Three routine listings, a knife, and two rows that are no listing. */
  protected static final String LISTINGS =
      """
      sku,title,description,material,use,origin,price,currency,weight_g
      WL-010,"Men's Bifold Wallet, Genuine Leather","Outer surface of genuine cow leather, polyester lining. Eight card slots.",genuine cow leather,carrying cards and banknotes in the pocket,IN,16.00,USD,95
      CI-26,Cast Iron Skillet 26 cm Pre-Seasoned,"Frying pan of cast iron, not enamelled, two pouring lips. For gas, induction and oven.",cast iron,cooking,CN,27.50,SGD,2350
      BTW-70,Cotton Bath Towel 70 x 140 cm 500 gsm,"Terry towel of combed cotton, woven border, colour grey.",100 % cotton terry,drying after the bath,IN,12.40,SGD,490
      KN-007,"Ceramic Kitchen Knife - 7 Inch Chef's Knife, White Blade","Fixed blade of white ceramic, 18 cm, handle of ABS plastic. For fruit, vegetables and boneless meat.","ceramic blade, ABS handle",cutting food,CN,14.20,USD,130
      MUG-1,,"A mug without a name",stoneware,drinking,CN,3.00,USD,300
      PAN-2,Frying Pan 24 cm,"Frying pan, priced by mistake",cast iron,cooking,CN,-9.00,USD,900
      """;

  /** A wallet and the knife. */
  protected static final String SHIPMENT =
      """
      {"reference": "S-2041", "destination": "SG",
       "consignor": {"name": "Song Lanh Trading Co., Ltd.", "street": "27 Street No. 41", "city": "Ho Chi Minh City",
                     "postcode": "700000", "country": "VN"},
       "consignee": {"name": "Merbau Lane Retail Pte. Ltd.", "street": "18 Merbau Lane, #03-07",
                     "city": "Singapore", "postcode": "339900", "country": "SG"},
       "incoterm": "DAP", "place": "Singapore", "currency": "USD", "freight": 24.50, "insurance": 3.00,
       "lines": [
         {"quantity": 10, "unit": "PCE", "unitPrice": 16.00,
          "listing": {"sku": "WL-010", "title": "Men's Bifold Wallet, Genuine Leather",
            "description": "Outer surface of genuine cow leather, polyester lining. Eight card slots.",
            "material": "genuine cow leather", "use": "carrying cards and banknotes in the pocket",
            "origin": "IN", "price": {"amount": 16.00, "currency": "USD"}, "weightGrams": 95}},
         {"quantity": 6, "unit": "PCE", "unitPrice": 14.20,
          "listing": {"sku": "KN-007", "title": "Ceramic Kitchen Knife - 7 Inch Chef's Knife, White Blade",
            "description": "Fixed blade of white ceramic, 18 cm, handle of ABS plastic. For fruit, vegetables and boneless meat.",
            "material": "ceramic blade, ABS handle", "use": "cutting food",
            "origin": "CN", "price": {"amount": 14.20, "currency": "USD"}, "weightGrams": 130}}]}
      """;

  @TempDir private Path files;
  @Autowired private Accounts accounts;

  /** Logs a new person in, with a password that works once. */
  protected void firstLogIn(Browser browser, String name, Role role) {
    OneTime account = accounts.createWithOneTimePassword(login(name), name, role);
    logIn(browser, account.account().login(), account.password());

    browser.see("Choose your password");
    browser.shoot("story-01-password");
    browser.type("password", PASSWORD);
    browser.type("again", "kapal layar biru");
    browser.press("Keep this password");
    browser.see("The two new passwords are not the same");
    browser.type("password", PASSWORD);
    browser.type("again", PASSWORD);
    browser.press("Keep this password");
    browser.see("Your password is changed");
  }

  /** Logs a new person in and says who it is. */
  protected Caller logIn(Browser browser, String name, Role role) {
    var account = accounts.create(login(name), name, role, PASSWORD);
    logIn(browser, account.login(), PASSWORD);
    browser.see("Today");
    return new Caller(account, accounts.createToken(account.id(), "browser test"));
  }

  private void logIn(Browser browser, String login, String password) {
    browser.visit(address("/"));
    browser.see("Log in");
    browser.type("username", login);
    browser.type("password", password);
    browser.press("Log in");
  }

  private static String login(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + UUID.randomUUID();
  }

  /** Sends goods that the rules hold; gives the task. */
  protected UUID heldTask(String title, Caller seller) {
    Reply receipt =
        post(
            "/api/v1/listings",
            "{\"title\": \"%s\", \"destination\": \"SG\", \"origin\": \"CN\"}".formatted(title),
            seller);
    return UUID.fromString(receipt.text("/lines/0/taskId"));
  }

  protected Path write(String name, String content) throws IOException {
    return Files.writeString(files.resolve(name), content);
  }

  /** Fetches what this person's browser would. */
  protected Reply fetch(URI address, Browser as) {
    return exchange(HttpRequest.newBuilder(address).header("Cookie", as.cookies()).GET());
  }
}
