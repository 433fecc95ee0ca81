package org.pabean.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on decisions that contradict each other. */
@Repository
class ConflictTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  ConflictTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A conflict by the ids of the two. */
  record Pair(
      UUID id,
      UUID one,
      UUID other,
      boolean sameGoods,
      OffsetDateTime foundAt,
      @Nullable String settledBy,
      @Nullable String reason) {}

  /** Lets nobody else look for conflicts until the transaction ends. */
  void lockSearch() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('knowledge conflict'))")
        .query((row, n) -> n)
        .list();
  }

  /** Writes a pair down; nothing happens if it stands already. */
  boolean insert(UUID one, UUID other, boolean sameGoods, OffsetDateTime now) {
    return jdbc.sql(
                """
                insert into knowledge_conflict (id, one, other, same_goods, found_at)
                values (:id, least(:one::uuid, :other::uuid), greatest(:one::uuid, :other::uuid),
                  :same, :now)
                on conflict do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("one", one)
            .param("other", other)
            .param("same", sameGoods)
            .param("now", now)
            .update()
        == 1;
  }

  /**
   * Those that no lead has settled and of which neither is retired or replaced, the first first.
   */
  List<Pair> open(int limit) {
    return jdbc.sql(select("c.settled_at is null and " + bothInForce()) + " limit :limit")
        .param("today", LocalDate.now(clock))
        .param("limit", limit)
        .query((row, n) -> pair(row))
        .list();
  }

  long countOpen() {
    return jdbc.sql(
            "select count(*) from knowledge_conflict c where c.settled_at is null and "
                + bothInForce())
        .param("today", LocalDate.now(clock))
        .query(Long.class)
        .single();
  }

  List<Pair> of(UUID known) {
    return jdbc.sql(select("c.one = :id or c.other = :id"))
        .param("id", known)
        .query((row, n) -> pair(row))
        .list();
  }

  /** The pair, locked until the transaction ends. */
  Optional<Pair> lock(UUID id) {
    return jdbc.sql(select("c.id = :id") + " for update of c")
        .param("id", id)
        .query((row, n) -> pair(row))
        .optional();
  }

  void settle(UUID id, String reason, UUID by, OffsetDateTime now) {
    jdbc.sql(
            """
            update knowledge_conflict set settled_by = :by, settled_at = :now, reason = :reason
            where id = :id and settled_at is null
            """)
        .param("by", by)
        .param("now", now)
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  private static String select(String condition) {
    return """
        select c.*, a.name settled_by_name from knowledge_conflict c
          left join account a on a.id = c.settled_by
        where %s order by c.found_at, c.id
        """
        .formatted(condition);
  }

  private static String bothInForce() {
    return """
        2 = (select count(*) from precedent p where p.id in (c.one, c.other) and p.retired_at is null
            and (p.valid_until is null or p.valid_until >= :today))
          + (select count(*) from prohibition p where p.id in (c.one, c.other) and p.lifted_at is null)
        """;
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        row.getObject("id", UUID.class),
        row.getObject("one", UUID.class),
        row.getObject("other", UUID.class),
        row.getBoolean("same_goods"),
        row.getObject("found_at", OffsetDateTime.class),
        row.getString("settled_by_name"),
        row.getString("reason"));
  }
}
