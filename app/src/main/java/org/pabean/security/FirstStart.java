package org.pabean.security;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Makes the first account of a fresh installation and prints its one-time password. */
@Component
@ConditionalOnProperty(name = "pabean.security.first-account", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

  private final Accounts accounts;

  FirstStart(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.isEmpty()) {
      Accounts.OneTime admin =
          accounts.createWithOneTimePassword("admin", "Administrator", Role.ADMIN);
      // Printed, not logged: a log may be kept and read by others.
      System.out.printf(
          "%nFirst start. Log in as '%s' with the one-time password  %s%n%n",
          admin.account().login(), admin.password());
    }
  }
}
