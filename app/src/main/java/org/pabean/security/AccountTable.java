package org.pabean.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on accounts and API tokens. */
@Repository
class AccountTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An account and what its password is compared with. */
  record Credentials(Account account, String passwordHash) {}

  void insert(Account account, String passwordHash) {
    jdbc.sql(
            """
            insert into account (id, login, name, role, password_hash, must_change_password, created_at)
            values (:id, :login, :name, :role, :hash, :must, :now)
            """)
        .param("id", account.id())
        .param("login", account.login())
        .param("name", account.name())
        .param("role", account.role().name())
        .param("hash", passwordHash)
        .param("must", account.mustChangePassword())
        .param("now", now())
        .update();
  }

  boolean isEmpty() {
    return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
  }

  Optional<Credentials> findByLogin(String login) {
    return jdbc.sql("select * from account where login = :login")
        .param("login", login)
        .query((row, n) -> new Credentials(account(row), row.getString("password_hash")))
        .optional();
  }

  Optional<Account> find(UUID id) {
    return jdbc.sql("select * from account where id = :id")
        .param("id", id)
        .query((row, n) -> account(row))
        .optional();
  }

  List<Account> all() {
    return jdbc.sql("select * from account order by login").query((row, n) -> account(row)).list();
  }

  void setPassword(UUID id, String hash) {
    jdbc.sql(
            "update account set password_hash = :hash, must_change_password = false where id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  void setDisabled(UUID id, boolean disabled) {
    jdbc.sql(
            "update account set disabled_at = case when :disabled then :now::timestamptz end where id = :id")
        .param("disabled", disabled)
        .param("now", now())
        .param("id", id)
        .update();
  }

  void insertToken(UUID id, UUID accountId, String name, byte[] hash) {
    jdbc.sql(
            """
            insert into api_token (id, account_id, name, token_hash, created_at)
            values (:id, :account, :name, :hash, :now)
            """)
        .param("id", id)
        .param("account", accountId)
        .param("name", name)
        .param("hash", hash)
        .param("now", now())
        .update();
  }

  Optional<Account> findByToken(byte[] hash) {
    return jdbc.sql(
            """
            select a.* from api_token t join account a on a.id = t.account_id
            where t.token_hash = :hash and t.revoked_at is null and a.disabled_at is null
            """)
        .param("hash", hash)
        .query((row, n) -> account(row))
        .optional();
  }

  List<ApiToken> tokens(UUID accountId) {
    return jdbc.sql(
            """
            select id, name, created_at from api_token
            where account_id = :account and revoked_at is null order by created_at
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new ApiToken(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  int revokeToken(UUID id, UUID accountId) {
    return jdbc.sql(
            """
            update api_token set revoked_at = :now
            where id = :id and account_id = :account and revoked_at is null
            """)
        .param("now", now())
        .param("id", id)
        .param("account", accountId)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Account account(ResultSet row) throws SQLException {
    Timestamp disabled = row.getTimestamp("disabled_at");
    Instant disabledAt = disabled == null ? null : disabled.toInstant();
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("must_change_password"),
        disabledAt);
  }
}
