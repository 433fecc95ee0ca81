package org.pabean.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on precedents and prohibitions together, as people read and retire them. */
@Repository
class KnowledgeTable {

  private static final String SELECT =
      """
      select k.*, d.item_id, r.reason, a.name retired_by_name,
        case when k.ended_at is null and k.valid_until < :today then 'EXPIRED'
          when k.ended_at is null then 'IN_FORCE' when r.id is not null then 'RETIRED'
          when exists (select from decision_withdrawal w where w.decision_id = k.decision_id)
            then 'WITHDRAWN'
          else 'REPLACED' end state
      from (
        select id, decision_id, goods_key, title, destination, code, edition, decided_by, decided_on,
          rationale, legal_basis, said, strength, valid_until, retired_at ended_at
        from precedent
        union all
        select p.id, p.decision_id, p.goods_key, p.title, p.destination, null, '', p.decided_by,
          p.decided_on, p.rationale, x.legal_basis, p.said, p.strength, null, p.lifted_at
        from prohibition p join decision x on x.id = p.decision_id) k
      join decision d on d.id = k.decision_id
      left join knowledge_retirement r on r.id = k.id left join account a on a.id = r.retired_by
      """;

  /**
   * Locks the goods of a precedent for a destination: shared by those who finalise on it, alone by
   * who retires it.
   */
  private static final String LOCK =
      "select pg_advisory_xact_lock%s(hashtextextended('precedent ' || :goods || ' ' || :to, 0))";

  private static final int MOST_ALIKE = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  KnowledgeTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Waits for all who are finalising these goods on a precedent, and lets nobody begin to. */
  void lock(KnownDecision known) {
    lock(jdbc, "", known.goods(), known.destination());
  }

  static void lockShared(JdbcClient jdbc, String goods, String destination) {
    lock(jdbc, "_shared", goods, destination);
  }

  private static void lock(JdbcClient jdbc, String how, String goods, String destination) {
    jdbc.sql(LOCK.formatted(how))
        .param("goods", goods)
        .param("to", destination)
        .query((row, n) -> n)
        .list();
  }

  Optional<KnownDecision> find(UUID id) {
    return jdbc.sql(SELECT + " where k.id = :id")
        .param("id", id)
        .param("today", today())
        .query((row, n) -> known(row))
        .optional();
  }

  /** All on goods in the same words to the same destination, the last first. */
  List<KnownDecision> ofSameGoods(KnownDecision known) {
    return jdbc.sql(
            SELECT
                + """
                 where k.goods_key = :goods and k.destination = :to and k.id <> :id
                order by k.decided_on desc, k.ended_at desc nulls first, k.id
                """)
        .param("goods", known.goods())
        .param("to", known.destination())
        .param("id", known.id())
        .param("today", today())
        .query((row, n) -> known(row))
        .list();
  }

  /**
   * What is in force and says something else, to six digits, of goods with any of these words to
   * the same destination, or of the same goods to another; the most alike first. A prohibition says
   * nothing of other destinations.
   */
  List<KnownDecision> against(KnownDecision known, String words) {
    Code code = known.code();
    return jdbc.sql(
            SELECT
                + """
                 where k.ended_at is null and (k.valid_until is null or k.valid_until >= :today)
                  and k.id <> :id and substr(k.code, 1, 6) is distinct from :six
                  and (k.edition = :edition or k.code is null or :six::text is null)
                  and (k.destination = :to and :words <> '' and k.said @@ to_tsquery('simple', :words)
                    or k.goods_key = :goods and k.code is not null and :six::text is not null)
                order by k.goods_key <> :goods,
                  ts_rank(k.said, to_tsquery('simple', :words)) desc, k.id
                limit :limit
                """)
        .param("id", known.id())
        .param("six", code == null ? null : code.upTo(6).digits())
        .param("edition", known.edition())
        .param("to", known.destination())
        .param("words", words)
        .param("goods", known.goods())
        .param("limit", MOST_ALIKE)
        .param("today", today())
        .query((row, n) -> known(row))
        .list();
  }

  /** Sets the last day on which it is used; whether it is in force. */
  boolean limit(UUID id, @Nullable LocalDate until) {
    return jdbc.sql(
                "update precedent set valid_until = :until where id = :id and retired_at is null")
            .param("until", until)
            .param("id", id)
            .update()
        == 1;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The last decided first. */
  List<KnownDecision> find(KnowledgeFilter filter, String words, int offset, int limit) {
    return jdbc.sql(
            "select * from ("
                + SELECT
                + """
                ) k
                where (:words = '' or k.said @@ to_tsquery('simple', :words))
                  and (:code = '' or starts_with(k.code, :code))
                  and (:to = '' or k.destination = :to)
                  and (:by = '' or position(lower(:by) in lower(k.decided_by)) > 0)
                  and (:state::text is null or k.state = :state)
                order by k.decided_on desc, k.id offset :offset limit :limit
                """)
        .param("words", words)
        .param("code", filter.code())
        .param("to", filter.destination())
        .param("by", filter.by())
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("today", today())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, n) -> known(row))
        .list();
  }

  /** The items that are final or prohibited because of it, and because of nothing later. */
  List<UUID> resting(KnownDecision known) {
    return jdbc.sql(
            """
            select i.id from assessment a join item i on i.id = a.item_id and i.assessment_id = a.id
            where a.content -> 'precedent' ->> 'id' = :id::text and i.state = 'FINAL'
              and not exists (
                select from decision x where x.item_id = i.id and x.assessment_id = a.id
                  and x.verdict <> 'ESCALATE' and x.id <> :decision
                  and not exists (select from decision_withdrawal w where w.decision_id = x.id))
            union
            select i.id from item i join decision d on d.item_id = i.id
            where d.id = :decision and i.state <> 'HELD' and i.assessment_id = d.assessment_id
              and not exists (select from decision_withdrawal w where w.decision_id = d.id)
            order by 1
            """)
        .param("id", known.id())
        .param("decision", known.decisionId())
        .query(UUID.class)
        .list();
  }

  /** Puts it out of force; whether it was in force. */
  boolean retire(UUID id, String reason, UUID by, OffsetDateTime now) {
    int ended =
        jdbc.sql("update precedent set retired_at = :now where id = :id and retired_at is null")
                .param("now", now)
                .param("id", id)
                .update()
            + jdbc.sql(
                    "update prohibition set lifted_at = :now where id = :id and lifted_at is null")
                .param("now", now)
                .param("id", id)
                .update();
    if (ended == 0) {
      return false;
    }
    jdbc.sql(
            """
            insert into knowledge_retirement (id, reason, retired_by, retired_at)
            values (:id, :reason, :by, :now)
            """)
        .param("id", id)
        .param("reason", reason)
        .param("by", by)
        .param("now", now)
        .update();
    return true;
  }

  static KnownDecision known(ResultSet row) throws SQLException {
    @Nullable String code = row.getString("code");
    Timestamp ended = row.getTimestamp("ended_at");
    return new KnownDecision(
        row.getObject("id", UUID.class),
        row.getObject("decision_id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("goods_key"),
        row.getString("title"),
        row.getString("destination"),
        code == null ? null : Code.parse(code),
        row.getString("edition"),
        row.getString("decided_by"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("rationale"),
        row.getString("legal_basis"),
        Strength.valueOf(row.getString("strength")),
        row.getObject("valid_until", LocalDate.class),
        KnownDecision.State.valueOf(row.getString("state")),
        ended == null ? null : ended.toInstant(),
        row.getString("retired_by_name"),
        row.getString("reason"));
  }
}
