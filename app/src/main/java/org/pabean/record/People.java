package org.pabean.record;

import java.util.Locale;
import org.pabean.record.PersonFact.LoggedIn;
import org.pabean.security.Account;
import org.pabean.security.AccountChanged;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who logged in, and what was done to accounts. */
@Component
class People {

  private final Journal journal;

  People(Journal journal) {
    this.journal = journal;
  }

  /** Who cannot be written down is not let in: the record comes before the log-in is answered. */
  @EventListener
  @Transactional
  public void on(AuthenticationSuccessEvent event) {
    if (event.getAuthentication().getPrincipal() instanceof Login login) {
      journal.write(new LoggedIn(login.actor().id(), login.getUsername()), login.actor());
    }
  }

  @EventListener
  @Transactional
  public void on(AccountChanged changed) {
    Account account = changed.account();
    var fact =
        new PersonFact.AccountChanged(
            account.id(),
            changed.change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            account.login(),
            account.role().name(),
            changed.detail());
    Actor by = changed.by();
    if (by == null) {
      journal.write(fact);
    } else {
      journal.write(fact, by);
    }
  }
}
