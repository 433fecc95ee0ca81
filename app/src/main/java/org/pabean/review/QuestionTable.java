package org.pabean.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on questions to sellers. */
@Repository
class QuestionTable {

  private static final String SELECT =
      """
      select q.*, a.name asked_by_name from seller_question q join account a on a.id = q.asked_by
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  QuestionTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(SellerQuestion question, UUID askedBy, byte[] tokenHash) {
    jdbc.sql(
            """
            insert into seller_question (id, task_id, item_id, text, local_text, choices,
              token_hash, asked_by, asked_at, expires_at)
            values (:id, :task, :item, :text, :local, :choices::jsonb, :hash, :by, :at, :expires)
            """)
        .param("id", question.id())
        .param("task", question.taskId())
        .param("item", question.itemId())
        .param("text", question.text())
        .param("local", question.localText())
        .param("choices", json.writeValueAsString(question.choices()))
        .param("hash", tokenHash)
        .param("by", askedBy)
        .param("at", utc(question.askedAt()))
        .param("expires", utc(question.expiresAt()))
        .update();
  }

  /** Puts the task aside until then, free for nobody to be offered. */
  void setWaiting(UUID task, @Nullable Instant until) {
    jdbc.sql(
            """
            update review_task set waits_until = :until, version = version + 1,
              claimed_by = null, claimed_until = null
            where id = :task and closed_at is null
            """)
        .param("until", until == null ? null : utc(until))
        .param("task", task)
        .update();
  }

  /** Takes the answer, if none was given yet and it is not too late. */
  boolean answer(UUID id, String answer, Instant now) {
    return jdbc.sql(
                """
                update seller_question set answer = :answer, answered_at = :now
                where id = :id and answer is null and expires_at > :now
                """)
            .param("id", id)
            .param("answer", answer)
            .param("now", utc(now))
            .update()
        == 1;
  }

  Optional<SellerQuestion> byToken(byte[] tokenHash) {
    return jdbc.sql(SELECT + "where q.token_hash = :hash")
        .param("hash", tokenHash)
        .query((row, n) -> question(row))
        .optional();
  }

  Optional<SellerQuestion> find(UUID id) {
    return jdbc.sql(SELECT + "where q.id = :id")
        .param("id", id)
        .query((row, n) -> question(row))
        .optional();
  }

  List<SellerQuestion> ofItem(UUID item) {
    return jdbc.sql(SELECT + "where q.item_id = :item order by q.asked_at desc")
        .param("item", item)
        .query((row, n) -> question(row))
        .list();
  }

  /** What a seller was asked and has not answered, about goods that are still held. */
  List<SellerQuestion> open(UUID seller, Instant now, int limit) {
    return jdbc.sql(
            SELECT
                + """
                join review_task t on t.id = q.task_id and t.closed_at is null
                join item i on i.id = q.item_id join product p on p.id = i.product_id
                where p.seller_id = :seller and q.answer is null and q.expires_at > :now
                order by q.asked_at limit :limit
                """)
        .param("seller", seller)
        .param("now", utc(now))
        .param("limit", limit)
        .query((row, n) -> question(row))
        .list();
  }

  private SellerQuestion question(ResultSet row) throws SQLException {
    Timestamp answered = row.getTimestamp("answered_at");
    return new SellerQuestion(
        row.getObject("id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("text"),
        row.getString("local_text"),
        Arrays.asList(json.readValue(row.getString("choices"), SellerQuestion.Choice[].class)),
        row.getString("asked_by_name"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getString("answer"),
        answered == null ? null : answered.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
