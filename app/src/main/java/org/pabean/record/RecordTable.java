package org.pabean.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on events, their seals and the heads that were published. */
@Repository
class RecordTable {

  /** Names the lock of the one who seals. */
  private static final long SEALER = 7_203_012_009L;

  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;

  RecordTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A place in the chain.
   *
   * @param seq the place
   * @param event the event's number
   * @param hash hexadecimal
   */
  record Seal(long seq, long event, String hash) {}

  /** Inserts an event, and that it waits for its seal. */
  void insert(Event event) {
    jdbc.sql(
            """
            with inserted as (
              insert into record_event (at, actor_id, actor, role, kind, version, subject, payload)
              values (:at, :actorId, :actor, :role, :kind, :version, :subject, :payload)
              returning n)
            insert into record_unsealed (event) select n from inserted
            """)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("actorId", event.actorId())
        .param("actor", event.actor())
        .param("role", event.role())
        .param("kind", event.kind())
        .param("version", event.version())
        .param("subject", event.subject())
        .param("payload", event.payload())
        .update();
  }

  List<Event> bySubject(UUID subject) {
    return jdbc.sql(
            """
            select e.*, s.seq, s.hash from record_event e left join record_seal s on s.event = e.n
            where e.subject = :subject order by e.n
            """)
        .param("subject", subject)
        .query((row, n) -> event(row))
        .list();
  }

  Optional<Event> last(Kind kind) {
    return jdbc.sql(
            """
            select e.*, s.seq, s.hash from record_event e left join record_seal s on s.event = e.n
            where e.kind = :kind order by e.at desc, e.n desc limit 1
            """)
        .param("kind", kind.slug())
        .query((row, n) -> event(row))
        .optional();
  }

  /** Waits until nobody else seals, on this node or another; holds until the transaction ends. */
  void lockSealing() {
    jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", SEALER).query().listOfRows();
  }

  boolean isAnyUnsealed() {
    return jdbc.sql("select exists (select from record_unsealed)").query(Boolean.class).single();
  }

  long countUnsealed() {
    return jdbc.sql("select count(*) from record_unsealed").query(Long.class).single();
  }

  /** The first events that wait for their seal. Those not yet committed are not among them. */
  List<Event> unsealed(int limit) {
    return jdbc.sql(
            """
            select e.*, null::bigint seq, null::bytea hash
            from record_unsealed u join record_event e on e.n = u.event
            order by u.event limit :limit
            """)
        .param("limit", limit)
        .query((row, n) -> event(row))
        .list();
  }

  void seal(List<Seal> seals) {
    Long[] events = seals.stream().map(Seal::event).toArray(Long[]::new);
    jdbc.sql(
            """
            insert into record_seal (seq, event, hash)
            select seq, event, decode(hash, 'hex')
            from unnest(:seqs::bigint[], :events::bigint[], :hashes::text[]) as t (seq, event, hash)
            """)
        .param("seqs", seals.stream().map(Seal::seq).toArray(Long[]::new))
        .param("events", events)
        .param("hashes", seals.stream().map(Seal::hash).toArray(String[]::new))
        .update();
    jdbc.sql("delete from record_unsealed where event = any (:events::bigint[])")
        .param("events", events)
        .update();
  }

  Optional<Head> head() {
    return jdbc.sql("select seq, hash from record_seal order by seq desc limit 1")
        .query((row, n) -> Head.of(row.getLong("seq"), row.getBytes("hash")))
        .optional();
  }

  /** Keeps the head of a day; false if that day has one. */
  boolean publish(LocalDate day, long seq, String hash, Instant now) {
    return jdbc.sql(
                """
                insert into record_head (day, seq, hash, published_at)
                values (:day, :seq, decode(:hash, 'hex'), :now) on conflict do nothing
                """)
            .param("day", day)
            .param("seq", seq)
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The heads that were published, in their order. */
  List<Head> published() {
    return jdbc.sql("select seq, hash from record_head order by day")
        .query((row, n) -> Head.of(row.getLong("seq"), row.getBytes("hash")))
        .list();
  }

  /** Whether this database has a record at all. */
  boolean exists() {
    return jdbc.sql("select to_regclass('record_seal') is not null").query(Boolean.class).single();
  }

  /** What the check sees and nobody changes meanwhile. */
  void freeze() {
    jdbc.sql("set transaction isolation level repeatable read, read only").update();
  }

  /** A seal and the event it names; the event's number is negative if there is no such event. */
  void eachSealed(Consumer<Event> reader) {
    jdbc.sql(
            """
            select s.seq, s.hash, coalesce(e.n, -1) n, coalesce(e.at, 'epoch') at, e.actor_id,
              coalesce(e.actor, '') actor, coalesce(e.role, '') role, coalesce(e.kind, '') kind,
              coalesce(e.version, 0) version, coalesce(e.subject, gen_random_uuid()) subject,
              coalesce(e.payload, '') payload
            from record_seal s left join record_event e on e.n = s.event order by s.seq
            """)
        .withFetchSize(ROWS_AT_ONCE)
        .query((RowCallbackHandler) row -> reader.accept(event(row)));
  }

  /** The first event that has no seal and waits for none: it did not come by way of the program. */
  Optional<Long> firstPutIn() {
    return jdbc.sql(
            """
            select e.n from record_event e
            where not exists (select from record_seal s where s.event = e.n)
              and not exists (select from record_unsealed u where u.event = e.n)
            order by e.n limit 1
            """)
        .query(Long.class)
        .optional();
  }

  /** Where in the chain an event would stand; one more than there are if at its end. */
  long placeOf(long event) {
    return jdbc.sql(
            """
            select coalesce((select min(seq) from record_seal where event > :event),
              (select coalesce(max(seq), 0) + 1 from record_seal))
            """)
        .param("event", event)
        .query(Long.class)
        .single();
  }

  private static Event event(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("hash");
    return new Event(
        row.getLong("n"),
        row.getObject("seq", Long.class),
        row.getTimestamp("at").toInstant(),
        row.getObject("actor_id", UUID.class),
        row.getString("actor"),
        row.getString("role"),
        row.getString("kind"),
        row.getInt("version"),
        row.getObject("subject", UUID.class),
        row.getString("payload"),
        hash == null ? null : HexFormat.of().formatHex(hash));
  }
}
