package org.pabean.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.TestFiles;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.ItemState;
import org.pabean.record.Journal;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.Intake;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Its own context, for a clock that walks through a week with a holiday. */
@TestPropertySource(properties = "pabean.database.data-dir=target/deadline-data")
@Import(DeadlinesTests.StandingClock.class)
class DeadlinesTests extends DatabaseTests {

  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  static {
    TestFiles.remove("deadline-data/postgres");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {

    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));
    }
  }

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Catalogue catalogue;
  @Autowired private Calendars calendars;
  @Autowired private Deadlines deadlines;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;

  private Actor seller;
  private Actor lead;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    lead = somebody(Role.LEAD);
    calendars.putInForce(builtIn("SG"), lead);
  }

  @Test
  void eachStepComesOnceAndNothingIsDecidedByTime() {
    LocalDateTime friday = goTo(DayOfWeek.FRIDAY, 17);
    ReviewTask task = hold();
    // Deepavali is kept on the first of these Mondays.
    boolean holiday = friday.toLocalDate().toString().equals("2026-11-06");
    LocalDateTime due = friday.plusDays(holiday ? 4 : 3).withHour(16);
    assertThat(task.dueAt()).isEqualTo(instant(due));

    List<String> told = new ArrayList<>();
    for (int hour = 0; hour < 24 * 8; hour++) {
      clock.advance(Duration.ofHours(1));
      deadlines.takeSteps();
      deadlines.takeSteps();
      List<String> now = steps(task);
      for (String step : now.subList(told.size(), now.size())) {
        told.add(step);
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), SINGAPORE);
        switch (step) {
          case "deadline.reminder" -> assertThat(at).isEqualTo(due.minusHours(4));
          case "deadline.escalation" -> assertThat(at).isEqualTo(due.minusHours(1));
          default -> assertThat(at).isEqualTo(due);
        }
      }
    }

    assertThat(told)
        .containsExactly("deadline.reminder", "deadline.escalation", "deadline.overdue");
    assertThat(outbox(task)).containsExactlyInAnyOrderElementsOf(told);
    assertThat(catalogue.get(task.itemId()).state()).isEqualTo(ItemState.HELD);
    assertThat(queue.find(task.id()).orElseThrow().isOpen()).isTrue();
    assertThat(queue.decisions(task.itemId())).isEmpty();
  }

  @Test
  void twoNodesTakeEachStepOnce() {
    goTo(DayOfWeek.TUESDAY, 9);
    List<ReviewTask> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tasks.add(hold());
    }
    clock.advance(Duration.ofDays(5));

    List<CompletableFuture<Void>> nodes = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      nodes.add(
          CompletableFuture.runAsync(
              () -> {
                while (deadlines.takeSteps() > 0) {
                  Thread.onSpinWait();
                }
              }));
    }
    nodes.forEach(CompletableFuture::join);
    // A step that another node had in its hands while this one looked.
    deadlines.takeSteps();

    for (ReviewTask task : tasks) {
      assertThat(steps(task))
          .containsExactlyInAnyOrder(
              "deadline.reminder", "deadline.escalation", "deadline.overdue");
    }
  }

  @Test
  void aNewCalendarMovesWhatIsStillToComeAndRepeatsNothing() {
    LocalDateTime tuesday = goTo(DayOfWeek.TUESDAY, 9);
    ReviewTask task = hold();
    clock.advance(Duration.ofHours(4));
    deadlines.takeSteps();
    assertThat(steps(task)).containsExactly("deadline.reminder");

    // The same week with half the hours: eight hours end on Wednesday evening.
    Map<DayOfWeek, String> half = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      half.put(day, "14:00-18:00");
    }
    calendars.putInForce(CalendarText.parse("half", "Half days", "Asia/Singapore", half, ""), lead);

    Instant later = instant(tuesday.plusDays(1).withHour(18));
    assertThat(queue.find(task.id()).orElseThrow().dueAt()).isEqualTo(later);
    clock.advance(Duration.ofHours(6));
    deadlines.takeSteps();
    assertThat(steps(task)).containsExactly("deadline.reminder");
    clock.advance(Duration.ofDays(2));
    deadlines.takeSteps();
    assertThat(steps(task))
        .containsExactly("deadline.reminder", "deadline.escalation", "deadline.overdue");
  }

  @Test
  void whatWasDecidedInTimeIsNotRemindedOf() {
    goTo(DayOfWeek.TUESDAY, 9);
    ReviewTask task = hold();
    ReviewTask claimed = queue.claim(task.id(), lead);
    decisions.decide(
        task.id(),
        claimed.version(),
        new Answer(Verdict.PROHIBIT, null, "a weapon", "the Act"),
        lead);
    clock.advance(Duration.ofDays(5));
    deadlines.takeSteps();

    assertThat(steps(task)).isEmpty();
  }

  private ReviewTask hold() {
    UUID id =
        intake
            .submit(List.of(new Submission(Goods.knife(), "SG", null)), seller, null)
            .lines()
            .get(0)
            .taskId();
    return queue.find(Objects.requireNonNull(id)).orElseThrow();
  }

  /** Lets time pass until that hour of the next such day in Singapore. */
  private LocalDateTime goTo(DayOfWeek day, int hour) {
    do {
      clock.advance(Duration.ofHours(1));
    } while (local().getDayOfWeek() != day || local().getHour() != hour);
    return local();
  }

  private LocalDateTime local() {
    return LocalDateTime.ofInstant(clock.instant(), SINGAPORE);
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(SINGAPORE).toInstant();
  }

  private List<String> steps(ReviewTask task) {
    return journal.of(task.itemId()).stream()
        .map(event -> event.kind())
        .filter(kind -> kind.startsWith("deadline."))
        .toList();
  }

  private List<String> outbox(ReviewTask task) {
    return jdbc.sql("select type from event where subject = :task and type like 'deadline.%'")
        .param("task", task.id())
        .query(String.class)
        .list();
  }

  private static WorkCalendar builtIn(String name) {
    return CalendarText.builtIn().stream()
        .filter(calendar -> calendar.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
