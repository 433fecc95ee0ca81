package org.pabean.record;

import java.util.UUID;

/** What happens to people and their accounts. */
public sealed interface PersonFact extends Fact {

  /** The account. */
  UUID accountId();

  @Override
  default UUID subject() {
    return accountId();
  }

  /** A person logged in at the pages. */
  record LoggedIn(UUID accountId, String login) implements PersonFact {
    @Override
    public Kind kind() {
      return Kind.LOGGED_IN;
    }
  }

  /**
   * An account is not what it was.
   *
   * @param change what was done, such as {@code made} or {@code role-changed}
   * @param login of the account
   * @param role that it has from now on
   * @param detail such as the name of a token; may be empty
   */
  record AccountChanged(UUID accountId, String change, String login, String role, String detail)
      implements PersonFact {
    @Override
    public Kind kind() {
      return Kind.ACCOUNT_CHANGED;
    }
  }
}
