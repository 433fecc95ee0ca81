package org.pabean.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.security.AccountChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts and tokens and checks them. */
@Service
public class Accounts {

  /** The fewest characters of a password. */
  public static final int SHORTEST_PASSWORD = 10;

  private final AccountTable table;
  private final PasswordEncoder passwords;
  private final ApplicationEventPublisher events;

  Accounts(AccountTable table, PasswordEncoder passwords, ApplicationEventPublisher events) {
    this.table = table;
    this.passwords = passwords;
    this.events = events;
  }

  /**
   * Makes an account with a password of its own choosing.
   *
   * @throws IllegalArgumentException if the login is taken or the password too short
   */
  @Transactional
  public Account create(String login, String name, Role role, String password) {
    checkPassword(password);
    return insert(account(login, name, role, false), password, null);
  }

  /** An account and the password that works once. */
  public record OneTime(Account account, String password) {}

  /** Makes an account with a random password, which must be changed at the first log-in. */
  @Transactional
  public OneTime createWithOneTimePassword(String login, String name, Role role) {
    return createWithOneTimePassword(login, name, role, null);
  }

  /**
   * Makes an account with a random password, which must be changed at the first log-in.
   *
   * @param by who makes it; null if the program does
   */
  @Transactional
  public OneTime createWithOneTimePassword(
      String login, String name, Role role, @Nullable Actor by) {
    String password = SecretText.random(9);
    return new OneTime(insert(account(login, name, role, true), password, by), password);
  }

  /** Whether there is no account at all: a fresh installation. */
  public boolean isEmpty() {
    return table.isEmpty();
  }

  /** All accounts, by login. */
  public List<Account> all() {
    return table.all();
  }

  /** The account with this id. */
  public Optional<Account> find(UUID id) {
    return table.find(id);
  }

  /** Whether this is the account's password. */
  public boolean isPassword(Account account, String password) {
    return table
        .findByLogin(account.login())
        .filter(found -> passwords.matches(password, found.passwordHash()))
        .isPresent();
  }

  /**
   * Changes a password; it is then no longer a one-time one.
   *
   * @throws IllegalArgumentException if it is too short
   */
  @Transactional
  public void changePassword(UUID id, String password) {
    checkPassword(password);
    table.setPassword(id, passwords.encode(password));
    tellOwn(id, Change.PASSWORD_CHANGED, "");
  }

  /** Lets an account log in, or no longer. */
  @Transactional
  public void setDisabled(UUID id, boolean disabled, Actor by) {
    table.setDisabled(id, disabled);
    Change change = disabled ? Change.CLOSED : Change.OPENED;
    find(id).ifPresent(account -> events.publishEvent(new AccountChanged(account, change, "", by)));
  }

  /** Makes a token and returns it; it is stored only as a hash and cannot be shown again. */
  @Transactional
  public String createToken(UUID accountId, String name) {
    String token = "pab_" + SecretText.random(30);
    table.insertToken(UUID.randomUUID(), accountId, name.strip(), SecretText.hash(token));
    tellOwn(accountId, Change.TOKEN_MADE, name.strip());
    return token;
  }

  /** The account's tokens in use. */
  public List<ApiToken> tokens(UUID accountId) {
    return table.tokens(accountId);
  }

  /** Ends a token; false if the account has no such token in use. */
  @Transactional
  public boolean revokeToken(UUID accountId, UUID tokenId) {
    boolean ended = table.revokeToken(tokenId, accountId) == 1;
    if (ended) {
      tellOwn(accountId, Change.TOKEN_ENDED, tokenId.toString());
    }
    return ended;
  }

  Optional<Account> findByToken(String token) {
    return table.findByToken(SecretText.hash(token));
  }

  /** Tells what somebody did to their own account. */
  private void tellOwn(UUID id, Change change, String detail) {
    find(id)
        .ifPresent(
            account ->
                events.publishEvent(new AccountChanged(account, change, detail, account.actor())));
  }

  private static Account account(String login, String name, Role role, boolean mustChange) {
    String key = login.strip().toLowerCase(Locale.ROOT);
    if (!key.matches("[a-z0-9][a-z0-9._@+-]{1,79}")) {
      throw new IllegalArgumentException(
          "'%s' cannot be a log-in: use 2 to 80 letters, digits and . _ @ + -".formatted(login));
    }
    return new Account(UUID.randomUUID(), key, name.strip(), role, mustChange, null);
  }

  private Account insert(Account account, String password, @Nullable Actor by) {
    try {
      table.insert(account, passwords.encode(password));
    } catch (DuplicateKeyException e) {
      throw new IllegalArgumentException("the log-in '%s' is taken".formatted(account.login()), e);
    }
    events.publishEvent(new AccountChanged(account, Change.MADE, "", by));
    return account;
  }

  private static void checkPassword(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          "the password is too short: use at least %d characters".formatted(SHORTEST_PASSWORD));
    }
  }
}
