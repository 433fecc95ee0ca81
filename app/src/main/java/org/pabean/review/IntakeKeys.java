package org.pabean.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pabean.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Remembers which requests were already answered, by the key that the client gave them. */
@Repository
class IntakeKeys {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  IntakeKeys(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  private record Row(byte[] requestHash, String receipt) {}

  /** The receipt given before under this key. */
  Optional<Receipt> find(Actor actor, @Nullable String key, List<Submission> request) {
    if (key == null) {
      return Optional.empty();
    }
    Optional<Row> row =
        jdbc.sql(
                """
                select request_hash, receipt from intake_key
                where account_id = :account and key = :key
                """)
            .param("account", actor.id())
            .param("key", key)
            .query(Row.class)
            .optional();
    if (row.isPresent() && !Arrays.equals(row.get().requestHash, hash(request))) {
      throw new IntakeKeyReused(key);
    }
    return row.map(r -> json.readValue(r.receipt, Receipt.class));
  }

  /** Takes the key for this transaction; false if another request has it already. */
  boolean take(Actor actor, @Nullable String key, List<Submission> request) {
    return key == null
        || jdbc.sql(
                    """
                    insert into intake_key (account_id, key, request_hash, receipt, created_at)
                    values (:account, :key, :hash, '{"lines": []}', :now)
                    on conflict do nothing
                    """)
                .param("account", actor.id())
                .param("key", key)
                .param("hash", hash(request))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
  }

  /** Keeps the receipt under a key taken before in this transaction. */
  void fill(Actor actor, @Nullable String key, Receipt receipt) {
    if (key != null) {
      jdbc.sql(
              """
              update intake_key set receipt = :receipt::jsonb
              where account_id = :account and key = :key
              """)
          .param("receipt", json.writeValueAsString(receipt))
          .param("account", actor.id())
          .param("key", key)
          .update();
    }
  }

  private byte[] hash(List<Submission> request) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
