package org.pabean.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on destinations for which nothing is finalised unseen. */
@Repository
class FullReviewTable {

  private static final String LOCK = "select pg_advisory_xact_lock%s(hashtext('review ' || :to))";

  private final JdbcClient jdbc;

  FullReviewTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for all who are finalising something to the destination, and lets nobody begin to. */
  void lock(String destination) {
    jdbc.sql(LOCK.formatted("")).param("to", destination).query((row, n) -> n).list();
  }

  /** Lets nobody begin or end it until the transaction ends. */
  void lockShared(String destination) {
    jdbc.sql(LOCK.formatted("_shared")).param("to", destination).query((row, n) -> n).list();
  }

  Optional<String> reason(String destination) {
    return jdbc.sql("select reason from full_review where destination = :to and ended_at is null")
        .param("to", destination)
        .query(String.class)
        .optional();
  }

  List<FullReview.InForce> inForce() {
    return jdbc.sql(
            """
            select f.destination, f.reason, a.name by_name, f.begun_at from full_review f
              left join account a on a.id = f.begun_by
            where f.ended_at is null order by f.destination
            """)
        .query(
            (row, n) ->
                new FullReview.InForce(
                    row.getString("destination"),
                    row.getString("reason"),
                    row.getString("by_name"),
                    row.getTimestamp("begun_at").toInstant()))
        .list();
  }

  Optional<Instant> lastEnded(String destination) {
    return jdbc.sql(
            """
            select ended_at from full_review where destination = :to and ended_at is not null
            order by ended_at desc limit 1
            """)
        .param("to", destination)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  void insert(UUID id, String destination, String reason, @Nullable UUID by, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into full_review (id, destination, reason, begun_by, begun_at)
            values (:id, :to, :reason, :by, :now)
            """)
        .param("id", id)
        .param("to", destination)
        .param("reason", reason)
        .param("by", by)
        .param("now", now)
        .update();
  }

  boolean end(String destination, UUID by, OffsetDateTime now) {
    return jdbc.sql(
                """
                update full_review set ended_by = :by, ended_at = :now
                where destination = :to and ended_at is null
                """)
            .param("to", destination)
            .param("by", by)
            .param("now", now)
            .update()
        == 1;
  }
}
