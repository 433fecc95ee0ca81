package org.pabean.knowledge;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Precedent;
import org.pabean.assess.Precedents;
import org.pabean.assess.Prohibition;
import org.pabean.listing.GoodsKey;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All SQL on precedents. */
@Repository
class PrecedentTable implements Precedents {

  private final JdbcClient jdbc;
  private final Clock clock;

  PrecedentTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Precedent> find(
      Listing listing, String destination, Edition edition, LocalDate date) {
    String goods = GoodsKey.of(listing).hex();
    Optional<Precedent> found = find(goods, destination, edition, date);
    if (found.isEmpty() || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return found;
    }
    // Whoever retires it waits until what rests on it is written; if they came first, it is gone.
    KnowledgeTable.lockShared(jdbc, goods, destination);
    return find(goods, destination, edition, date);
  }

  private Optional<Precedent> find(
      String goods, String destination, Edition edition, LocalDate date) {
    return jdbc.sql(
            """
            select * from precedent
            where goods_key = :goods and destination = :to and edition = :edition
              and retired_at is null and decided_on <= :date
              and (valid_until is null or valid_until >= :date)
            """)
        .param("goods", goods)
        .param("to", destination)
        .param("edition", edition.id())
        .param("date", date)
        .query((row, n) -> precedent(row))
        .optional();
  }

  @Override
  public Optional<Prohibition> prohibition(Listing listing, String destination) {
    return jdbc.sql(
            """
            select decided_by, decided_on, rationale from prohibition
            where goods_key = :goods and destination = :to and lifted_at is null
            """)
        .param("goods", GoodsKey.of(listing).hex())
        .param("to", destination)
        .query(Prohibition.class)
        .optional();
  }

  /** Inserts a prohibition; gives its id. */
  UUID insertProhibition(
      UUID decision,
      GoodsKey goods,
      String destination,
      String title,
      Prohibition prohibition,
      Strength strength) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into prohibition (id, decision_id, goods_key, destination, decided_by, decided_on,
              rationale, title, strength)
            values (:id, :decision, :goods, :to, :by, :on, :rationale, :title, :strength)
            """)
        .param("id", id)
        .param("decision", decision)
        .param("goods", goods.hex())
        .param("to", destination)
        .param("by", prohibition.decidedBy())
        .param("on", prohibition.decidedOn())
        .param("rationale", prohibition.rationale())
        .param("title", title)
        .param("strength", strength.name())
        .update();
    return id;
  }

  /** Who decided what is in force for the same goods, and how much it weighs. */
  record Before(@Nullable Code code, UUID decidedBy, Strength strength) {}

  /** What is in force for the same goods: at most a code, or a prohibition. */
  List<Before> before(GoodsKey goods, String destination, Edition edition) {
    return jdbc.sql(
            """
            select r.code, d.decided_by, r.strength from precedent r
              join decision d on d.id = r.decision_id
            where r.goods_key = :goods and r.destination = :to and r.edition = :edition
              and r.retired_at is null
            union all
            select null, d.decided_by, p.strength from prohibition p
              join decision d on d.id = p.decision_id
            where p.goods_key = :goods and p.destination = :to and p.lifted_at is null
            """)
        .param("goods", goods.hex())
        .param("to", destination)
        .param("edition", edition.id())
        .query(
            (row, n) -> {
              @Nullable String code = row.getString("code");
              return new Before(
                  code == null ? null : Code.parse(code),
                  row.getObject("decided_by", UUID.class),
                  Strength.valueOf(row.getString("strength")));
            })
        .list();
  }

  /** Retires what was decided before for the same goods; gives its ids. */
  List<String> retire(GoodsKey goods, String destination, Edition edition, UUID by) {
    return jdbc.sql(
            """
            with retired as (
              update precedent set retired_at = :now, retired_by = :by
              where goods_key = :goods and destination = :to and edition = :edition
                and retired_at is null
              returning id),
            lifted as (
              update prohibition set lifted_at = :now, lifted_by = :by
              where goods_key = :goods and destination = :to and lifted_at is null
              returning id)
            select id::text from retired union all select id::text from lifted
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("goods", goods.hex())
        .param("to", destination)
        .param("edition", edition.id())
        .query(String.class)
        .list();
  }

  void insert(
      UUID decision,
      GoodsKey goods,
      String destination,
      String title,
      Precedent precedent,
      Strength strength) {
    jdbc.sql(
            """
            insert into precedent (id, decision_id, goods_key, destination, edition, code, decided_by,
              decided_on, rationale, legal_basis, settled, title, strength)
            values (:id, :decision, :goods, :to, :edition, :code, :by, :on, :rationale, :basis,
              :settled, :title, :strength)
            """)
        .param("id", UUID.fromString(precedent.id()))
        .param("decision", decision)
        .param("goods", goods.hex())
        .param("to", destination)
        .param("edition", precedent.edition().id())
        .param("code", precedent.code().digits())
        .param("by", precedent.decidedBy())
        .param("on", precedent.decidedOn())
        .param("rationale", precedent.rationale())
        .param("basis", precedent.legalBasis())
        .param("title", title)
        .param("strength", strength.name())
        .param("settled", precedent.settled().toArray(new String[0]))
        .update();
  }

  Optional<UUID> findByDecision(UUID decision) {
    return jdbc.sql("select id from precedent where decision_id = :decision")
        .param("decision", decision)
        .query(UUID.class)
        .optional();
  }

  /** Puts out of force what a decision taught, which is withdrawn; gives its ids. */
  List<String> forget(UUID decision) {
    return jdbc.sql(
            """
            with retired as (
              update precedent set retired_at = :now, retired_by = :decision
              where decision_id = :decision and retired_at is null
              returning id),
            lifted as (
              update prohibition set lifted_at = :now, lifted_by = :decision
              where decision_id = :decision and lifted_at is null
              returning id)
            select id::text from retired union all select id::text from lifted
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("decision", decision)
        .query(String.class)
        .list();
  }

  /** Puts back in force what a decision had replaced, which is withdrawn; gives its ids. */
  List<String> restore(UUID decision) {
    return jdbc.sql(
            """
            with restored as (
              update precedent set retired_at = null, retired_by = null
              where retired_by = :decision and decision_id <> :decision
              returning id),
            imposed as (
              update prohibition set lifted_at = null, lifted_by = null
              where lifted_by = :decision and decision_id <> :decision
              returning id)
            select id::text from restored union all select id::text from imposed
            """)
        .param("decision", decision)
        .query(String.class)
        .list();
  }

  /** Precedents in force that speak of any of these words, the most like first. */
  List<KnownGoods> search(String query, int limit) {
    return jdbc.sql(
            """
            select r.*, d.item_id, ts_rank(r.words, q) rank from precedent r
              join decision d on d.id = r.decision_id, to_tsquery('simple', :query) q
            where r.retired_at is null and (r.valid_until is null or r.valid_until >= :today)
              and r.words @@ q
            order by rank desc, r.decided_on desc, r.id limit :limit
            """)
        .param("query", query)
        .param("today", LocalDate.now(clock))
        .param("limit", limit)
        .query((row, n) -> known(row))
        .list();
  }

  /** Precedents in force with this code or below it, the last first. */
  List<KnownGoods> withCode(String digits, int limit) {
    return jdbc.sql(
            """
            select r.*, d.item_id from precedent r join decision d on d.id = r.decision_id
            where r.retired_at is null and (r.valid_until is null or r.valid_until >= :today)
              and starts_with(r.code, :digits)
            order by r.decided_on desc, r.id limit :limit
            """)
        .param("digits", digits)
        .param("today", LocalDate.now(clock))
        .param("limit", limit)
        .query((row, n) -> known(row))
        .list();
  }

  private static KnownGoods known(ResultSet row) throws SQLException {
    return new KnownGoods(
        row.getObject("item_id", UUID.class),
        row.getString("title"),
        row.getString("destination"),
        precedent(row),
        Strength.valueOf(row.getString("strength")));
  }

  private static Precedent precedent(ResultSet row) throws SQLException {
    Array settled = row.getArray("settled");
    return new Precedent(
        row.getString("id"),
        Code.parse(row.getString("code")),
        new Edition(row.getString("edition")),
        row.getString("decided_by"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("rationale"),
        row.getString("legal_basis"),
        Set.of((String[]) settled.getArray()));
  }
}
