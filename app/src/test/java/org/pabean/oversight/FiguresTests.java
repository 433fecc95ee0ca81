package org.pabean.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.TestFiles;
import org.pabean.listing.Listing;
import org.pabean.oversight.Ask.Figure;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.Intake;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Its own database, for the figures count all that ever happened in it. */
@TestPropertySource(properties = "pabean.database.data-dir=target/figures-data")
@Import(FiguresTests.StandingClock.class)
class FiguresTests extends DatabaseTests {

  static {
    TestFiles.remove("figures-data/postgres");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {

    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Instant.parse("2026-11-02T02:00:00Z"));
    }
  }

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Figures figures;
  @Autowired private HoldProof proof;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void theFiguresOfADayAreThoseOfWhatHappened() {
    Actor seller = somebody(Role.SELLER);
    Actor mei = somebody(Role.SPECIALIST);
    Actor linh = somebody(Role.LEAD);
    clock.advance(Duration.ofDays(7));
    UUID accepted = hold(Goods.knife(), seller);
    UUID prohibited = hold(Goods.knife(), seller);
    UUID waiting = hold(Goods.knife(), seller);
    UUID escalated = hold(Goods.knife(), seller);
    clock.advance(Duration.ofHours(2));
    decide(accepted, Verdict.ACCEPT, Code.parse("8211.92"), mei);
    decide(escalated, Verdict.ESCALATE, null, mei);
    clock.advance(Duration.ofHours(2));
    decide(prohibited, Verdict.PROHIBIT, null, linh);

    Overview view = figures.of(figures.last(1));

    assertThat(view.days()).hasSize(1);
    Overview.Day today = view.days().get(0);
    assertThat(today.received()).isEqualTo(4);
    assertThat(today.held()).isEqualTo(4);
    assertThat(today.decided()).isEqualTo(2);
    assertThat(view.totals().medianHours()).isEqualTo(3);
    assertThat(view.people())
        .extracting(Overview.Person::id, Overview.Person::decided, Overview.Person::medianHours)
        .containsExactlyInAnyOrder(tuple(mei.id(), 1L, 2.0), tuple(linh.id(), 1L, 4.0));
    assertThat(view.reasons())
        .filteredOn(reason -> reason.category().equals("blade"))
        .singleElement()
        .extracting(Overview.Reason::tasks)
        .isEqualTo(4L);
    // The blade rule: one prohibited, so upheld; one accepted without a permit, so overturned.
    List<Overview.Rule> blade =
        view.rules().stream().filter(rule -> rule.category().equals("blade")).toList();
    assertThat(blade).isNotEmpty();
    assertThat(blade.get(0).upheld()).isEqualTo(1);
    assertThat(blade.get(0).overturned()).isEqualTo(1);
    // Each number opens its list.
    assertThat(events(Figure.HELD, "blade", "", "")).hasSize(4);
    assertThat(events(Figure.DECIDED, "", blade.get(0).rule(), "upheld"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.said()).contains("PROHIBIT");
              assertThat(row.actor()).isEqualTo(linh.name());
              assertThat(row.title()).contains("Ceramic kitchen knife");
            });
    // What waits is what the queue says, and the backlog of the day has come to the same.
    assertThat(view.open().tasks()).isEqualTo(queue.countOpen());
    assertThat(today.backlog()).isEqualTo(queue.countOpen());
    assertThat(queue.find(waiting).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void aHundredThousandEventsAreNotReadForTheFiguresOfThreeDays() {
    jdbc.sql(
            """
            insert into record_event (at, actor_id, actor, role, kind, version, subject, payload)
            select '2025-01-01'::timestamptz + n * interval '5 minutes', gen_random_uuid(), 'Mei',
              'SPECIALIST',
              case n % 4 when 0 then 'item.received' when 1 then 'task.held' when 2 then 'task.decided'
                else 'item.final' end, 1, gen_random_uuid(),
              case n % 4 when 0 then '{}'
                when 1 then '{"again":false,"reasons":["blade"]}'
                when 2 then format('{"decisionId":"%s","openedAt":"2024-12-31T00:00:00Z","triggers":[{"category":"blade","pack":"sg@1","rule":"SG-01","settled":false}],"verdict":"PROHIBIT"}', n)
                else '{"by":"machine"}' end
            from generate_series(1, 100000) as n
            """)
        .update();
    jdbc.sql("analyze record_event").update();
    Period days =
        new Period(
            LocalDate.parse("2025-06-01"),
            LocalDate.parse("2025-06-03"),
            ZoneId.of("Asia/Singapore"));

    record Reads(long seqRead, long indexFetched) {}
    Reads reads =
        transaction.execute(
            status -> {
              Overview view = figures.of(days);
              assertThat(view.totals().received()).isEqualTo(216);
              assertThat(view.totals().decided()).isEqualTo(216);
              assertThat(view.rules())
                  .singleElement()
                  .satisfies(rule -> assertThat(rule.upheld()).isEqualTo(216));
              return jdbc.sql(
                      """
                      select seq_tup_read seq_read, idx_tup_fetch index_fetched
                      from pg_stat_xact_user_tables where relname = 'record_event'
                      """)
                  .query(Reads.class)
                  .single();
            });

    assertThat(reads).isNotNull();
    assertThat(reads.seqRead()).isZero();
    // The backlog at the begin counts what was held and decided before, by its own indexes.
    assertThat(reads.indexFetched()).isLessThan(60_000);
  }

  @Test
  void theProofFailsWhenSomebodySwitchedTheTriggersOff() {
    UUID task = hold(Goods.knife(), somebody(Role.SELLER));
    assertThat(proof.check()).isTrue();
    assertThat(proof.health().getStatus()).isEqualTo(Status.UP);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql("update review_task set closed_at = now(), closed_as = 'DECIDED' where id = :id")
              .param("id", task)
              .update();
          assertThat(proof.check()).isFalse();
          assertThat(proof.health().getStatus()).isEqualTo(Status.DOWN);
          assertThat(proof.health().getDetails()).containsEntry("heldWithoutTask", 1L);
          status.setRollbackOnly();
        });
    assertThat(proof.check()).isTrue();
  }

  @Test
  void aPeriodThatIsNoneIsRefused() {
    LocalDate day = LocalDate.parse("2026-11-02");
    assertThatThrownBy(() -> figures.period(day, day.minusDays(1)))
        .hasMessageContaining("comes before the first");
    assertThatThrownBy(() -> figures.period(day.minusYears(3), day))
        .hasMessageContaining("at most 400 days");
  }

  private List<Happened> events(Figure figure, String reason, String rule, String outcome) {
    return figures.events(new Ask(figure, reason, rule, outcome, null), figures.last(1), 0, 50);
  }

  private UUID hold(Listing listing, Actor seller) {
    UUID task =
        intake
            .submit(List.of(new Submission(listing, "SG", null)), seller, null)
            .lines()
            .get(0)
            .taskId();
    return Objects.requireNonNull(task);
  }

  private void decide(UUID task, Verdict verdict, @Nullable Code code, Actor actor) {
    ReviewTask claimed = queue.claim(task, actor);
    decisions.decide(task, claimed.version(), new Answer(verdict, code, "because", "GIR 1"), actor);
  }
}
