package org.pabean.security;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** The session of a person at the pages. */
public final class Login extends User {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Account account;
  private boolean mustChangePassword;

  Login(Account account, String passwordHash) {
    super(
        account.login(),
        passwordHash,
        account.disabledAt() == null,
        true,
        true,
        true,
        List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    this.account = account;
    this.mustChangePassword = account.mustChangePassword();
  }

  /** The person as the one who acts. */
  public Actor actor() {
    return account.actor();
  }

  /** Whether the person must choose a password before anything else. */
  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Notes that the person has chosen a password. */
  public void passwordChanged() {
    this.mustChangePassword = false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
