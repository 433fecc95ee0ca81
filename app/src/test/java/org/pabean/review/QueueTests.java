package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.listing.Listing;
import org.pabean.review.QueueFilter.Holder;
import org.pabean.review.QueueFilter.Order;
import org.pabean.review.QueueFilter.Part;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue as lists: their order, their pages, their counts, and who gets what from them. */
class QueueTests extends QueueDatabaseTests {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Assignments assignments;
  @Autowired private SavedViews views;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor specialist;
  private Actor other;
  private Actor lead;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    specialist = somebody(Role.SPECIALIST);
    other = somebody(Role.SPECIALIST);
    lead = somebody(Role.LEAD);
  }

  /** What the test knows of a task that it made. */
  private record Made(UUID id, int risk, BigDecimal worth, Instant opened, Instant due) {}

  @Test
  void tenThousandTasksComeInOrderAndPageByPage() {
    String word = Goods.word();
    Map<UUID, Made> made = make(10_000, word);
    QueueFilter all = QueueWords.filter(Map.of("text", word));
    Comparator<Made> byDue =
        Comparator.comparing(Made::due)
            .thenComparing(Made::opened)
            .thenComparing(m -> m.id().toString());
    Comparator<Made> byRisk =
        Comparator.comparing(Made::risk)
            .thenComparing(Made::worth, Comparator.reverseOrder())
            .thenComparing(Made::opened)
            .thenComparing(m -> m.id().toString());

    for (Order order : Order.values()) {
      List<Made> pages = read(all.by(order), 137).stream().map(made::get).toList();
      assertThat(pages).as("all of them").hasSize(10_000).doesNotContainNull();
      assertThat(new HashSet<>(pages)).as("none twice").hasSize(10_000);
      assertThat(pages).isSortedAccordingTo(order == Order.DUE ? byDue : byRisk);
    }
    UUID middle = read(all, 500).get(4_999);
    QueuePlace place = queue.place(middle, all, lead);
    assertThat(place.number()).isEqualTo(5_000);
    assertThat(place.of()).isEqualTo(10_000);
    assertThat(place.next()).isEqualTo(read(all, 500).get(5_000));
    assertThat(place.previous()).isEqualTo(read(all, 500).get(4_998));
  }

  @Test
  void aPageIsWhereItWasWhenTasksBeforeItAreGone() {
    String word = Goods.word();
    make(60, word);
    QueueFilter all = QueueWords.filter(Map.of("text", word));
    QueuePart first = queue.page(all, lead, null, 20);
    List<UUID> rest = read(all, 20).subList(20, 60);
    for (ReviewTask task : first.tasks()) {
      close(task.id());
    }

    List<UUID> then = new ArrayList<>();
    String after = first.next();
    while (after != null) {
      QueuePart part = queue.page(all, lead, after, 20);
      part.tasks().forEach(task -> then.add(task.id()));
      after = part.next();
    }

    assertThat(then).containsExactlyElementsOf(rest);
    assertThatThrownBy(() -> queue.page(all, lead, "nonsense", 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nonsense' is not a place in the queue");
  }

  @Test
  void everyCountIsTheLengthOfItsList() {
    String word = Goods.word();
    make(300, word);
    QueueFilter all = QueueWords.filter(Map.of("text", word));
    read(all, 500).stream().limit(30).forEach(id -> claimIfPossible(id, specialist));
    clock.advance(LEASE.plusSeconds(1));
    read(all, 500).stream().skip(30).limit(40).forEach(id -> claimIfPossible(id, specialist));
    UUID given = read(all.standing(Part.REVIEW, Holder.FREE, false), 500).get(0);
    assignments.assign(given, other.id(), null, lead);

    for (Actor actor : List.of(specialist, other, lead)) {
      QueueCounts counts = queue.counts(all, actor);
      assertThat(counts.all()).isEqualTo(300).isEqualTo(length(all, actor));
      assertThat(counts.fresh())
          .isEqualTo(length(all.standing(Part.ALL, Holder.NEW, false), actor));
      assertThat(counts.mine())
          .isEqualTo(length(all.standing(Part.ALL, Holder.MINE, false), actor));
      assertThat(counts.free())
          .isEqualTo(length(all.standing(Part.ALL, Holder.FREE, false), actor));
      assertThat(counts.overdue())
          .isEqualTo(length(all.standing(Part.ALL, Holder.ANY, true), actor));
      assertThat(counts.blocked())
          .isPositive()
          .isEqualTo(length(all.standing(Part.BLOCKED, Holder.ANY, false), actor));
      assertThat(counts.lead())
          .isEqualTo(length(all.standing(Part.LEAD, Holder.ANY, false), actor));
      assertThat(counts.destinations()).isNotEmpty();
      counts
          .destinations()
          .forEach(d -> assertThat(length(all.to(d.name()), actor)).isEqualTo(d.tasks()));
      counts
          .categories()
          .forEach(c -> assertThat(length(all.because(c.name()), actor)).isEqualTo(c.tasks()));
    }
    assertThat(queue.counts(all, specialist).mine()).isPositive();
    assertThat(queue.counts(all, other).mine()).isEqualTo(1);
    assertThat(queue.counts(all, other).free()).isGreaterThan(queue.counts(all, specialist).free());
  }

  @Test
  void aListIsNarrowedByWhatItsAddressSays() {
    String word = Goods.word();
    make(100, word);
    assertThat(length(QueueWords.filter(Map.of("text", word, "worth", "50")), lead))
        .isBetween(1L, 99L);
    assertThat(length(QueueWords.filter(Map.of("text", word, "seller", "s-" + word + "-7")), lead))
        .as("how the SKU begins: 7, 70 to 79")
        .isEqualTo(11);
    assertThat(length(QueueWords.filter(Map.of("text", word, "seller", seller.name())), lead))
        .isEqualTo(100);
    assertThat(length(QueueWords.filter(Map.of("text", word, "to", "ZZ")), lead)).isZero();
    assertThat(length(QueueWords.filter(Map.of("text", word + " 42")), lead)).isPositive();
    for (Map<String, String> wrong :
        List.of(
            Map.of("age", "soon"),
            Map.of("worth", "-1"),
            Map.of("who", "nobody"),
            Map.of("lane", "fast"),
            Map.of("person", "Mei"))) {
      assertThatThrownBy(() -> QueueWords.filter(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(wrong.keySet().iterator().next() + ": ");
    }
  }

  @Test
  void aTaskComesBackEachTimeItsLeaseLapses() {
    UUID task = hold(Goods.knife());
    String word = word(task);
    QueueFilter only = QueueWords.filter(Map.of("text", word));
    for (int time = 0; time < 10; time++) {
      Actor person = time % 2 == 0 ? specialist : other;
      assertThat(queue.claimNext(only, person)).map(ReviewTask::id).contains(task);
      assertThat(queue.claimNext(only, time % 2 == 0 ? other : specialist)).isEmpty();
      clock.advance(LEASE);
    }
    assertThat(queue.find(task).orElseThrow().isOpen()).isTrue();
  }

  @Test
  void ofManyWhoClaimTheNextEachGetsAnother() throws Exception {
    String word = Goods.word();
    make(40, word);
    QueueFilter all = QueueWords.filter(Map.of("text", word, "lane", "review", "sort", "risk"));
    long free = length(all, lead);
    List<Callable<UUID>> runners =
        IntStream.range(0, 8)
            .<Callable<UUID>>mapToObj(
                i -> {
                  Actor person = somebody(Role.SPECIALIST);
                  return () -> queue.claimNext(all, person).orElseThrow().id();
                })
            .toList();

    List<UUID> claimed =
        Race.run(runners).stream().map(f -> Objects.requireNonNull(f.value())).toList();

    assertThat(claimed).doesNotHaveDuplicates();
    assertThat(length(all.standing(Part.REVIEW, Holder.FREE, false), lead)).isEqualTo(free - 8);
  }

  @Test
  void whatIsGivenToSomebodyIsOfferedToNobodyElse() {
    UUID task = hold(Goods.knife());
    QueueFilter only = QueueWords.filter(Map.of("text", word(task)));
    queue.claim(task, specialist);

    ReviewTask given = assignments.assign(task, other.id(), null, lead);

    assertThat(given.claim()).as("who was at it loses it").isNull();
    assertThat(queue.claimNext(only, specialist)).isEmpty();
    assertThatThrownBy(() -> queue.claim(task, specialist))
        .isInstanceOfSatisfying(
            TaskNotYours.class, e -> assertThat(e.reason()).isEqualTo(Reason.ASSIGNED_TO_ANOTHER))
        .hasMessageContaining(other.name());
    assertThat(queue.claimNext(only, other)).map(ReviewTask::id).contains(task);
    clock.advance(LEASE);
    assertThat(queue.claimNext(only, specialist)).as("lapsed, and still given").isEmpty();
    PersonLoad load = load(other);
    assertThat(load.assigned()).isEqualTo(1);
    assignments.assign(task, null, null, lead);
    assertThat(queue.claimNext(only, specialist)).map(ReviewTask::id).contains(task);
    assertThat(load(specialist).claimed()).isEqualTo(1);
  }

  @Test
  void onlyALeadGivesAndOnlyToWhoMayDecide() {
    UUID task = hold(Goods.knife());
    UUID blocked = hold(Goods.vape());
    assertThatThrownBy(() -> assignments.assign(task, other.id(), null, specialist))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> assignments.load(specialist))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> assignments.assign(task, seller.id(), null, lead))
        .hasMessageContaining("is a seller and decides no tasks");
    assertThatThrownBy(() -> assignments.assign(task, UUID.randomUUID(), null, lead))
        .hasMessageContaining("nobody who may log in");
    assertThatThrownBy(() -> assignments.assign(blocked, other.id(), null, lead))
        .hasMessageContaining("only a lead may decide this task");
    assertThatThrownBy(() -> assignments.assign(task, other.id(), 99L, lead))
        .isInstanceOf(TaskNotYours.class)
        .hasMessageContaining("has changed");
    assertThatThrownBy(() -> assignments.decidedToday(other.id(), specialist))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(queue.find(task).orElseThrow().assigned()).isNull();
  }

  @Test
  void whatIsSkippedIsNotOfferedAgainForAWhile() {
    UUID task = hold(Goods.knife());
    QueueFilter only = QueueWords.filter(Map.of("text", word(task)));
    queue.claim(task, specialist);

    queue.skip(task, specialist);

    assertThat(queue.claimNext(only, specialist)).isEmpty();
    assertThat(queue.claimNext(only, other)).map(ReviewTask::id).contains(task);
    queue.release(task, other);
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(queue.claimNext(only, specialist)).map(ReviewTask::id).contains(task);
  }

  @Test
  void aTaskIsDueWhenTheGoodsLeave() {
    // Eleven in the morning in Singapore, in the midst of a working week.
    do {
      clock.advance(Duration.ofMinutes(1));
    } while (!isMorningOf(DayOfWeek.WEDNESDAY));
    Listing knife = Goods.knife();
    LocalDate day = LocalDate.ofInstant(clock.instant(), SINGAPORE);
    UUID task = hold(knife);
    assertThat(queue.find(task).orElseThrow().dueAt())
        .as("within eight hours of work")
        .isEqualTo(clock.instant().plus(Duration.ofHours(23)));

    submit(new Submission(knife, "SG", null, day.plusDays(8)));
    assertThat(queue.find(task).orElseThrow().dueAt())
        .as("never later than before")
        .isEqualTo(clock.instant().plus(Duration.ofHours(23)));
    submit(new Submission(knife, "SG", null, day.plusDays(1)));
    assertThat(queue.find(task).orElseThrow().dueAt())
        .as("the end of the last working day before they leave")
        .isEqualTo(at(day, 18));
    submit(new Submission(knife, "SG", null, day.minusDays(30)));
    assertThat(queue.find(task).orElseThrow().dueAt())
        .as("never before it was opened")
        .isEqualTo(clock.instant());
    UUID leaving = submit(new Submission(Goods.knife(), "SG", null, day.plusDays(1)));
    assertThat(queue.find(leaving).orElseThrow().dueAt()).isEqualTo(at(day, 18));
  }

  private boolean isMorningOf(DayOfWeek day) {
    ZonedDateTime now = clock.instant().atZone(SINGAPORE);
    return now.getDayOfWeek() == day && now.getHour() == 11 && now.getMinute() == 0;
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(SINGAPORE).toInstant();
  }

  @Test
  void viewsAreOnesOwnUnlessALeadSharesThem() {
    views.save("Knives", "why=blade", false, specialist);
    views.save("Knives", "why=blade&to=SG", false, specialist);
    String shared = "All late " + Goods.word();
    views.save(shared, "late=yes", true, lead);

    assertThat(views.all(specialist))
        .filteredOn(SavedView::own)
        .extracting(SavedView::query)
        .containsExactly("why=blade&to=SG");
    assertThat(views.all(other))
        .extracting(SavedView::name)
        .contains(shared)
        .doesNotContain("Knives");
    assertThatThrownBy(() -> views.save("Ours", "late=yes", true, specialist))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> views.save(" ", "", false, specialist))
        .hasMessageContaining("give the view a name");
    UUID id =
        views.all(other).stream()
            .filter(v -> v.name().equals(shared))
            .findFirst()
            .orElseThrow()
            .id();
    views.remove(id, other);
    assertThat(views.all(other)).extracting(SavedView::name).contains(shared);
    views.remove(id, lead);
    assertThat(views.all(other)).extracting(SavedView::name).doesNotContain(shared);
  }

  private PersonLoad load(Actor person) {
    return assignments.load(lead).stream()
        .filter(load -> load.id().equals(person.id()))
        .findFirst()
        .orElseThrow();
  }

  private void claimIfPossible(UUID task, Actor actor) {
    if (!queue.find(task).orElseThrow().forLead()) {
      queue.claim(task, actor);
    }
  }

  private long length(QueueFilter filter, Actor actor) {
    return queue.page(filter, actor, null, 100_000).tasks().size();
  }

  private List<UUID> read(QueueFilter filter, int size) {
    List<UUID> all = new ArrayList<>();
    String after = null;
    do {
      QueuePart part = queue.page(filter, lead, after, size);
      part.tasks().forEach(task -> all.add(task.id()));
      after = part.next();
    } while (after != null);
    return all;
  }

  private UUID hold(Listing listing) {
    return submit(new Submission(listing, "SG", null));
  }

  private UUID submit(Submission submission) {
    Receipt.Line line = intake.submit(List.of(submission), seller, null).lines().get(0);
    return Objects.requireNonNull(line.taskId());
  }

  /** The word that only this task's goods have. */
  private String word(UUID task) {
    return jdbc.sql("select words from review_task where id = :id")
        .param("id", task)
        .query(String.class)
        .single()
        .replaceAll("^.*?(q[0-9a-f]{12}).*$", "$1");
  }

  private void close(UUID task) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "update item set state = 'PROHIBITED' where id = (select item_id from review_task"
                      + " where id = :id)")
              .param("id", task)
              .update();
          jdbc.sql(
                  "update review_task set closed_at = now(), closed_as = 'RELISTED' where id = :id")
              .param("id", task)
              .update();
        });
  }

  /**
   * Many tasks at once, past the machine: copies of one, with prices, times and lanes of their own.
   */
  private Map<UUID, Made> make(int count, String word) {
    UUID model = hold(Goods.knife());
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(
                      "create temporary table n on commit drop as select g, gen_random_uuid() p,"
                          + " gen_random_uuid() i, gen_random_uuid() a, gen_random_uuid() t from"
                          + " generate_series(1, :count) g")
                  .param("count", count)
                  .update();
              for (String sql : COPIES) {
                jdbc.sql(sql)
                    .param("word", word)
                    .param("model", model)
                    .param("now", START.atOffset(ZoneOffset.UTC))
                    .update();
              }
              return jdbc
                  .sql(
                      """
                      select n.t id, case when g % 10 = 0 then 0 when g % 3 = 0 then 2 else 1 end risk,
                        (g * 7 % 100)::numeric worth, t.opened_at opened, t.due_at due
                      from n join review_task t on t.id = n.t
                      """)
                  .query(
                      (row, i) ->
                          new Made(
                              row.getObject("id", UUID.class),
                              row.getInt("risk"),
                              row.getBigDecimal("worth"),
                              row.getTimestamp("opened").toInstant(),
                              row.getTimestamp("due").toInstant()))
                  .list()
                  .stream()
                  .collect(Collectors.toMap(Made::id, Function.identity()));
            }));
  }

  private static final List<String> COPIES =
      List.of(
          """
          insert into product (id, seller_id, product_key, goods_key, listing, created_at, updated_at)
          select n.p, p.seller_id, 's-' || :word || '-' || g, 'copy-' || n.p,
            p.listing || jsonb_build_object('sku', 'S-' || :word || '-' || g, 'title', 'Knife ' || :word || ' ' || g,
              'price', jsonb_build_object('amount', g * 7 % 100, 'currency', 'USD')), :now, :now
          from n, review_task t join item i on i.id = t.item_id join product p on p.id = i.product_id
          where t.id = :model
          """,
          """
          insert into assessment (id, item_id, as_of, content, created_at)
          select n.a, n.i, a.as_of, a.content
            || case when g % 10 = 0 then '{"lane": "BLOCKED"}'::jsonb else '{}' end
            || case when g % 3 = 0 and g % 10 <> 0 then jsonb_build_object('findings', jsonb_build_array(
                 (a.content -> 'findings' -> 0) || '{"category": "confidence"}')) else '{}' end, :now
          from n, review_task t join assessment a on a.id = t.assessment_id
          where t.id = :model and :word::text is not null
          """,
          """
          insert into item (id, product_id, destination, state, lane, code, assessment_id, version, updated_at)
          select n.i, n.p, case when g % 4 = 0 then 'VN' else 'SG' end, 'HELD',
            case when g % 10 = 0 then 'BLOCKED' else 'REVIEW' end, '691200', n.a, 1, :now
          from n where :word::text is not null and :model::uuid is not null
          """,
          """
          insert into review_task (id, item_id, assessment_id, for_lead, version, opened_at, due_at)
          select n.t, n.i, n.a, g % 10 = 0, 1, :now::timestamptz - make_interval(mins => g * 13 % 977),
            :now::timestamptz + make_interval(mins => g * 31 % 1009 - 300)
          from n where :word::text is not null and :model::uuid is not null
          """);
}
