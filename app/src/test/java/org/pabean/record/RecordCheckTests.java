package org.pabean.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.DatabaseTests;
import org.pabean.Said;
import org.pabean.TestFiles;
import org.pabean.record.ProgramFact.VersionsChanged;
import org.pabean.record.RecordCheck.Fault;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Its own database, for whoever owns a database can change it behind the program's back. */
@TestPropertySource(properties = "pabean.database.data-dir=target/record-data")
class RecordCheckTests extends DatabaseTests {

  static {
    TestFiles.remove("record-data/postgres");
  }

  @Autowired private Journal journal;
  @Autowired private Sealer sealer;
  @Autowired private VersionsInForce versions;
  @Autowired private RecordTable table;
  @Autowired private DataSource database;
  @Autowired private JdbcClient jdbc;
  @Autowired private JsonMapper json;
  @Autowired private TransactionTemplate transaction;

  private final UUID item = UUID.randomUUID();
  private long before;

  @BeforeEach
  void tenEvents() {
    Actor mei = somebody(Role.SPECIALIST);
    // Else it may be written at any time after the start.
    versions.compareLoaded();
    sealer.sealAll();
    before = lastSeq();
    for (int i = 0; i < 10; i++) {
      UUID task = new UUID(0, i + 1);
      write(new TaskFact.Released(item, task), mei);
    }
    sealer.sealAll();
    assertThat(lastSeq()).isGreaterThanOrEqualTo(before + 10);
    assertThat(check(null).fault()).isNull();
    keepCopy();
  }

  /** What a test breaks is put back afterwards. */
  private void keepCopy() {
    behindTheTriggers(
        "drop schema if exists kept cascade",
        "create schema kept",
        "create table kept.event as select * from record_event",
        "create table kept.seal as select * from record_seal",
        "create table kept.head as select * from record_head");
  }

  @AfterEach
  void putBack() {
    behindTheTriggers(
        "delete from record_seal",
        "delete from record_unsealed",
        "delete from record_event",
        "delete from record_head",
        "insert into record_event overriding system value select * from kept.event",
        "insert into record_seal select * from kept.seal",
        "insert into record_head select * from kept.head");
    assertThat(check(null).fault()).isNull();
  }

  @Test
  void aRecordThatNobodyTouchedIsWhole() {
    RecordCheck.Result result = check(null);

    assertThat(result.fault()).isNull();
    assertThat(result.waiting()).isZero();
    assertThat(result.events()).isEqualTo(lastSeq());
    assertThat(result.published()).isNotNull();
    assertThat(check(result.head()).fault()).isNull();
    assertThat(check(Head.parse(String.valueOf(result.head()).split(":")[1])).fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload = replace(payload, '000000000004', '00000000000f')",
        "payload = payload || ' '",
        "actor = 'Somebody else'",
        "role = 'LEAD'",
        "actor_id = null",
        "kind = 'task.claimed'",
        "version = 2",
        "at = at + interval '1 microsecond'",
        "subject = '00000000-0000-0000-0000-000000000009'"
      })
  void aChangedByteIsFoundWhereItWasChanged(String change) {
    behindTheTriggers(
        "update record_event set %s where n = (select event from record_seal where seq = %d)"
            .formatted(change, before + 4));

    assertThat(check(null).fault())
        .extracting(Fault::seq, Fault::sentence)
        .containsExactly(
            before + 4, "the event was changed, put in or moved: its hash is not that of its seal");
  }

  @Test
  void aChangedSealIsFound() {
    behindTheTriggers(
        "update record_seal set hash = set_byte(hash, 31, (get_byte(hash, 31) + 1) %% 256) where seq = %d"
            .formatted(before + 7));

    assertThat(check(null).fault()).extracting(Fault::seq).isEqualTo(before + 7);
  }

  @Test
  void aMissingEventIsFoundWithItsSealAndWithout() {
    long n = eventAt(before + 5);
    behindTheTriggers("delete from record_event where n = " + n);
    assertThat(check(null).fault())
        .isEqualTo(new Fault(before + 5, "the event itself is missing; only its seal is left"));

    behindTheTriggers("delete from record_seal where event = " + n);
    assertThat(check(null).fault())
        .isEqualTo(
            new Fault(
                before + 5, "the event is missing; the next one is %d".formatted(before + 6)));
  }

  @Test
  void anEventPutInIsFoundBesideTheChainAndWithinIt() {
    String copy =
        """
        insert into record_event (at, actor_id, actor, role, kind, version, subject, payload)
        select at, actor_id, actor, role, kind, version, subject, payload from record_event
        where n = %d
        """
            .formatted(eventAt(before + 3));
    behindTheTriggers(copy);
    assertThat(check(null).fault())
        .satisfies(
            fault -> {
              assertThat(fault).isNotNull();
              assertThat(fault.seq()).isEqualTo(lastSeq() + 1);
              assertThat(fault.sentence()).contains("put in beside the chain");
            });

    behindTheTriggers(
        "update record_seal set seq = seq + 1000000 where seq > %d".formatted(before + 3),
        "update record_seal set seq = seq - 999999 where seq > 1000000",
        """
        insert into record_seal (seq, event, hash)
        select %d, max(n), sha256('x') from record_event
        """
            .formatted(before + 4));
    assertThat(check(null).fault()).extracting(Fault::seq).isEqualTo(before + 4);
  }

  @Test
  void twoEventsThatChangedPlacesAreFound() {
    long third = eventAt(before + 3);
    long fourth = eventAt(before + 4);
    behindTheTriggers(
        "update record_seal set event = -1 where seq = %d".formatted(before + 3),
        "update record_seal set event = %d where seq = %d".formatted(third, before + 4),
        "update record_seal set event = %d where seq = %d".formatted(fourth, before + 3));

    assertThat(check(null).fault()).extracting(Fault::seq).isEqualTo(before + 3);
  }

  @Test
  void anEndThatWasCutOffIsFoundByAHeadThatSomebodyKept() {
    Head kept = Objects.requireNonNull(check(null).head());
    cutAfter(before + 6);

    // Nothing within the database tells that there was more …
    assertThat(check(null).fault()).isNull();
    // … but the head does, with its number and without.
    assertThat(check(kept).fault()).extracting(Fault::seq).isEqualTo(before + 7);
    assertThat(check(new Head(null, kept.hash())).fault())
        .extracting(Fault::seq)
        .isEqualTo(before + 7);
  }

  @Test
  void anEndThatWasCutOffIsFoundByThePublishedHead() {
    behindTheTriggers(
        "insert into record_head (day, seq, hash, published_at) select '2999-01-01', seq, hash, now() from record_seal where seq = %d"
            .formatted(before + 9));
    cutAfter(before + 6);

    assertThat(check(null).fault())
        .satisfies(
            fault -> {
              assertThat(fault).isNotNull();
              assertThat(fault.seq()).isEqualTo(before + 7);
              assertThat(fault.sentence()).contains("the end is cut off");
            });
  }

  @Test
  void aChainThatWasComputedAnewIsFoundByAHead() {
    Head kept = Objects.requireNonNull(check(null).head());
    behindTheTriggers("update record_event set actor = 'Nobody' where n = " + eventAt(before + 8));
    computeAnew();

    assertThat(check(null).fault()).isNull();
    assertThat(check(kept).fault())
        .satisfies(
            fault -> {
              assertThat(fault).isNotNull();
              assertThat(fault.seq()).isBetween(1L, before + 8);
              assertThat(fault.sentence()).contains("written anew");
            });
  }

  @Test
  void theTriggersRefuseWhatWouldChangeTheRecord() {
    for (String sql :
        List.of(
            "update record_event set actor = 'x'",
            "delete from record_event",
            "truncate record_event cascade",
            "update record_seal set hash = sha256('x')",
            "delete from record_seal",
            "truncate record_seal",
            "update record_head set seq = 1",
            "delete from record_head",
            "truncate record_head")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .hasMessageContaining("are never changed or removed");
    }
  }

  @Test
  void anEventIsKeptOrLostTogetherWithTheFact() {
    long events = count("record_event");
    transaction.executeWithoutResult(
        status -> {
          journal.write(new VersionsChanged(Map.of("model", "never")));
          status.setRollbackOnly();
        });
    assertThat(count("record_event")).isEqualTo(events);
    assertThatThrownBy(() -> journal.write(new VersionsChanged(Map.of("model", "outside"))))
        .hasMessageContaining("transaction");
  }

  @Test
  void manyWritersNeverWaitForEachOtherAndTheChainIsWhole() {
    Actor mei = somebody(Role.SPECIALIST);
    UUID late = UUID.randomUUID();
    // One transaction writes first and is committed last: its event is sealed all the same.
    transaction.executeWithoutResult(
        status -> {
          journal.write(new TaskFact.Released(late, UUID.randomUUID()));
          List<CompletableFuture<Void>> writers =
              IntStream.range(0, 8)
                  .mapToObj(
                      writer ->
                          CompletableFuture.runAsync(
                              () -> {
                                for (int i = 0; i < 50; i++) {
                                  write(
                                      new TaskFact.Released(UUID.randomUUID(), UUID.randomUUID()),
                                      mei);
                                  if (i % 10 == 0) {
                                    sealer.sealAll();
                                  }
                                }
                              }))
                  .toList();
          writers.forEach(CompletableFuture::join);
          // The others are committed and can be sealed though this one is still at work.
          CompletableFuture.runAsync(sealer::sealAll).join();
          assertThat(CompletableFuture.supplyAsync(table::countUnsealed).join()).isZero();
        });
    sealer.sealAll();

    assertThat(check(null).fault()).isNull();
    assertThat(lastSeq()).isGreaterThanOrEqualTo(before + 411);
    assertThat(journal.of(late))
        .singleElement()
        .satisfies(event -> assertThat(event.seq()).isNotNull());
  }

  @Test
  void theCommandTellsBesideTheRunningServer() {
    Said whole = audit("verify", "--data-dir", "target/record-data");
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("The record is whole", "head " + check(null).head());

    behindTheTriggers("update record_event set role = 'ADMIN' where n = " + eventAt(before + 2));
    Said broken = audit("verify", "--data-dir", "target/record-data");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out()).contains("First bad number: " + (before + 2));
    Said forPrograms = audit("verify", "--data-dir", "target/record-data", "--json");
    assertThat(forPrograms.exit()).isEqualTo(1);
    assertThat(json.readTree(forPrograms.out()).at("/first_bad").asLong()).isEqualTo(before + 2);

    assertThat(audit("verify", "--data-dir", "target/record-data", "--head", "abc"))
        .satisfies(
            said -> {
              assertThat(said.exit()).isEqualTo(2);
              assertThat(said.err()).contains("'abc' is no head");
            });
    assertThat(audit("verify", "--data-dir", "target/nowhere"))
        .satisfies(
            said -> {
              assertThat(said.exit()).isEqualTo(2);
              assertThat(said.err()).contains("holds no data of Pabean");
            });
    assertThat(audit().exit()).isEqualTo(2);
  }

  @Test
  void aDatabaseWithoutARecordIsNotWhole() {
    jdbc.sql("create database empty_one").update();
    String url = jdbc.sql("select current_setting('port')").query(String.class).single();
    var empty =
        new DriverManagerDataSource(
            "jdbc:postgresql://localhost:%s/empty_one?user=postgres".formatted(url));

    assertThatThrownBy(() -> RecordCheck.of(empty, null))
        .isInstanceOf(RecordCheck.NoRecord.class)
        .hasMessageContaining("start the server on it once");
  }

  private static Said audit(String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit"));
    all.addAll(List.of(arguments));
    return Said.by(all.toArray(String[]::new));
  }

  private RecordCheck.Result check(@Nullable Head head) {
    return RecordCheck.of(database, head);
  }

  private void write(Fact fact, Actor actor) {
    transaction.executeWithoutResult(status -> journal.write(fact, actor));
  }

  /** As the owner of the database can: no trigger and no foreign key is asked. */
  private void behindTheTriggers(String... statements) {
    transaction.executeWithoutResult(
        status -> {
          // Else rows of one moment would be kept beside those of another.
          table.lockSealing();
          jdbc.sql("set local session_replication_role = replica").update();
          for (String statement : statements) {
            jdbc.sql(statement).update();
          }
        });
  }

  private void cutAfter(long seq) {
    behindTheTriggers(
        "delete from record_event where n in (select event from record_seal where seq > %d)"
            .formatted(seq),
        "delete from record_seal where seq > " + seq);
  }

  /** What somebody who knows the program well can do. */
  private void computeAnew() {
    List<Event> events = new ArrayList<>();
    table.eachSealed(events::add);
    byte[] hash = Chain.start();
    List<String> statements = new ArrayList<>();
    for (Event event : events) {
      long seq = event.seq() == null ? 0 : event.seq();
      hash = Chain.next(hash, seq, event);
      statements.add(
          "update record_seal set hash = decode('%s', 'hex') where seq = %d"
              .formatted(HexFormat.of().formatHex(hash), seq));
    }
    behindTheTriggers(statements.toArray(String[]::new));
  }

  private long eventAt(long seq) {
    return jdbc.sql("select event from record_seal where seq = :seq")
        .param("seq", seq)
        .query(Long.class)
        .single();
  }

  private long lastSeq() {
    return jdbc.sql("select coalesce(max(seq), 0) from record_seal").query(Long.class).single();
  }

  private long count(String name) {
    return jdbc.sql("select count(*) from " + name).query(Long.class).single();
  }
}
