package org.pabean.autonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.tariff.Code;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of audits. */
@Repository
@DependsOnDatabaseInitialization
class AuditTable {

  private static final String SELECT =
      """
      select a.*, b.name answered_by_name from audit a left join account b on b.id = a.answered_by
      """;

  private final JdbcClient jdbc;

  AuditTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  byte[] key() {
    return jdbc.sql("select key from audit_key").query((row, n) -> row.getBytes(1)).single();
  }

  /** Keeps what was drawn; the same thing is drawn once. */
  boolean insert(UUID id, Item item, Code code, double probability, String thing, Instant now) {
    return jdbc.sql(
                """
                insert into audit (id, item_id, assessment_id, destination, code, confidence,
                  by_precedent, probability, thing, drawn_at)
                values (:id, :item, :assessment, :to, :code, :confidence, :precedent, :probability,
                  :thing, :now)
                on conflict (thing) do nothing
                """)
            .param("id", id)
            .param("item", item.id())
            .param("assessment", item.assessmentId())
            .param("to", item.destination())
            .param("code", code.digits())
            .param("confidence", item.assessment().confidence())
            .param("precedent", item.assessment().precedent() != null)
            .param("probability", probability)
            .param("thing", thing)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /**
   * Gives the actor the audit that they are at, or else the oldest that nobody is at; none of goods
   * on which they decided themselves.
   */
  Optional<Audit> claimNext(UUID actor, Instant now, Duration lease) {
    return jdbc.sql(
            """
            update audit set claimed_by = :me, claimed_until = :until
            where id = (
              select a.id from audit a join item i on i.id = a.item_id
                join product p on p.id = i.product_id
              where a.answer is null and not :me = any(a.left_by)
                and (a.claimed_by = :me or a.claimed_until is null or a.claimed_until <= :now)
                and not exists (
                  select from decision d join item di on di.id = d.item_id
                    join product dp on dp.id = di.product_id
                  where d.decided_by = :me and dp.goods_key = p.goods_key)
              order by coalesce(a.claimed_by = :me and a.claimed_until > :now, false) desc,
                a.drawn_at, a.id
              limit 1 for update of a skip locked)
            returning id
            """)
        .param("me", actor)
        .param("now", utc(now))
        .param("until", utc(now.plus(lease)))
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** Gives an audit back; it is not offered to the same person again. */
  void release(UUID id, UUID actor) {
    jdbc.sql(
            """
            update audit set claimed_by = null, claimed_until = null,
              left_by = array_append(left_by, :me::uuid)
            where id = :id and claimed_by = :me and answer is null
            """)
        .param("id", id)
        .param("me", actor)
        .update();
  }

  Optional<UUID> holder(UUID id, Instant now) {
    return jdbc.sql("select claimed_by from audit where id = :id and claimed_until > :now")
        .param("id", id)
        .param("now", utc(now))
        .query(UUID.class)
        .optional();
  }

  boolean answer(UUID id, Code code, String rationale, UUID by, Instant now) {
    return jdbc.sql(
                """
                update audit set answer = :code, rationale = :rationale, answered_by = :by,
                  answered_at = :now, claimed_by = null, claimed_until = null
                where id = :id and answer is null
                """)
            .param("id", id)
            .param("code", code.digits())
            .param("rationale", rationale)
            .param("by", by)
            .param("now", utc(now))
            .update()
        == 1;
  }

  Optional<Audit> find(UUID id) {
    return jdbc.sql(SELECT + "where a.id = :id")
        .param("id", id)
        .query((row, n) -> audit(row))
        .optional();
  }

  long countOpen() {
    return jdbc.sql("select count(*) from audit where answer is null").query(Long.class).single();
  }

  /** The audits that were answered, the last first. */
  List<Audit> answered(int limit) {
    return jdbc.sql(SELECT + "where a.answer is not null order by a.answered_at desc limit :limit")
        .param("limit", limit)
        .query((row, n) -> audit(row))
        .list();
  }

  /**
   * What audits found of one destination, of one kind and from one confidence on.
   *
   * @param drawn how many items were drawn
   * @param answered how many of them were answered
   * @param errors how many of these were wrong
   */
  record Count(String destination, long drawn, long answered, long errors) {}

  /**
   * The counts of each destination.
   *
   * @param byPrecedent of items that only repeat a person's decision, or of the others
   * @param confidence only of items at least so sure
   */
  List<Count> counts(boolean byPrecedent, double confidence) {
    return jdbc.sql(
            """
            select destination, count(*) drawn, count(answer) answered,
              count(*) filter (where answer is not null and answer <> code) errors
            from audit where by_precedent = :precedent and confidence >= :confidence
            group by 1 order by 1
            """)
        .param("precedent", byPrecedent)
        .param("confidence", confidence)
        .query(Count.class)
        .list();
  }

  /** What audits answered after an instant found of one destination. */
  Count recent(String destination, Instant after) {
    return jdbc.sql(
            """
            select :to::text destination, count(*) drawn, count(answer) answered,
              count(*) filter (where answer <> code) errors
            from audit where not by_precedent and destination = :to and answered_at > :after
            """)
        .param("to", destination)
        .param("after", utc(after))
        .query(Count.class)
        .single();
  }

  private static Audit audit(ResultSet row) throws SQLException {
    @Nullable String answer = row.getString("answer");
    Timestamp answered = row.getTimestamp("answered_at");
    return new Audit(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("destination"),
        Code.parse(row.getString("code")),
        row.getDouble("confidence"),
        row.getBoolean("by_precedent"),
        row.getTimestamp("drawn_at").toInstant(),
        answer == null ? null : Code.parse(answer),
        row.getString("rationale"),
        row.getString("answered_by_name"),
        answered == null ? null : answered.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
