package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.TestFiles;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Its own context, for a clock that the tests move. */
@TestPropertySource(
    properties = {
      "pabean.database.data-dir=target/review-desk-data",
      "pabean.review.lease=10m",
    })
@Import(ReviewDeskTests.StandingClock.class)
class ReviewDeskTests extends DatabaseTests {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Code PORCELAIN = Code.parse("6911.10");
  private static final Code STONEWARE = Code.parse("6912.00");

  static {
    TestFiles.remove("review-desk-data/postgres");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class StandingClock {

    @Bean
    @Primary
    SettableClock settableClock() {
      return new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
    }
  }

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Catalogue catalogue;
  @Autowired private Accounts accounts;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor specialist;
  private Actor other;
  private Actor lead;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    specialist = named("Somchai", Role.SPECIALIST);
    other = named("Mei", Role.SPECIALIST);
    lead = named("Linh", Role.LEAD);
  }

  @Test
  void ofTwoWhoClaimATaskAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
    for (int round = 0; round < 60; round++) {
      UUID task = hold(Goods.knife());

      List<Race.Finish<ReviewTask>> finishes =
          Race.run(List.of(() -> queue.claim(task, specialist), () -> queue.claim(task, other)));

      boolean firstWon = finishes.get(0).failure() == null;
      Race.Finish<ReviewTask> won = finishes.get(firstWon ? 0 : 1);
      Race.Finish<ReviewTask> lost = finishes.get(firstWon ? 1 : 0);
      Actor winner = firstWon ? specialist : other;
      assertThat(won.value()).as("round %d", round).isNotNull();
      assertThat(claimant(task)).isEqualTo(winner.id());
      assertThat(lost.failure())
          .as("round %d", round)
          .isInstanceOfSatisfying(
              TaskNotYours.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.CLAIMED_BY_ANOTHER);
                assertThat(refused.taskId()).isEqualTo(task);
                assertThat(refused).hasMessageContaining(winner.name());
              });
    }
  }

  @Test
  void nobodyGetsATaskThatAnotherGot() throws Exception {
    claimAllThatWait();
    Set<UUID> held =
        IntStream.range(0, 50).mapToObj(i -> hold(Goods.knife())).collect(Collectors.toSet());
    List<Callable<List<UUID>>> runners = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Actor person = somebody(Role.SPECIALIST);
      runners.add(() -> claimUntilNothingWaits(person));
    }

    List<UUID> claimed =
        Race.run(runners).stream()
            .flatMap(finish -> Objects.requireNonNull(finish.value()).stream())
            .toList();

    assertThat(claimed).hasSize(50).doesNotHaveDuplicates();
    assertThat(Set.copyOf(claimed)).isEqualTo(held);
  }

  @Test
  void aLapsedClaimReturnsTheTask() {
    claimAllThatWait();
    UUID task = hold(Goods.knife());
    queue.claim(task, specialist);

    clock.advance(LEASE.minus(MOMENT));
    assertThat(queue.claimNext(other)).as("still claimed").isEmpty();
    assertRefused(Reason.CLAIMED_BY_ANOTHER, () -> queue.claim(task, other));
    clock.advance(MOMENT);

    assertThat(claimUntilNothingWaits(other)).contains(task);
    assertThat(claimant(task)).isEqualTo(other.id());
    assertRefused(Reason.CLAIMED_BY_ANOTHER, () -> queue.claim(task, specialist))
        .hasMessageContaining(other.name());
  }

  @Test
  void aClaimMadeAgainLastsLonger() {
    UUID task = hold(Goods.knife());
    queue.claim(task, specialist);
    clock.advance(LEASE.minus(MOMENT));
    ReviewTask renewed = queue.claim(task, specialist);
    clock.advance(LEASE.minus(MOMENT));

    assertRefused(Reason.CLAIMED_BY_ANOTHER, () -> queue.claim(task, other));
    decisions.decide(task, renewed.version(), answer(PORCELAIN, "in time"), specialist);
  }

  @Test
  void aLateSubmitIsRefusedAndItsDraftKept() {
    UUID task = hold(Goods.knife());
    long version = queue.claim(task, specialist).version();
    clock.advance(LEASE);
    Answer late = answer(PORCELAIN, "a long thought");

    assertRefused(Reason.NOT_CLAIMED, () -> decisions.decide(task, version, late, specialist));
    assertThat(queue.draft(task, specialist)).contains(late);
    ReviewTask taken = queue.claim(task, other);
    Answer later = answer(PORCELAIN, "a longer thought");
    assertRefused(
            Reason.CLAIMED_BY_ANOTHER, () -> decisions.decide(task, version, later, specialist))
        .hasMessageContaining(other.name());
    assertThat(queue.draft(task, specialist)).contains(later);
    assertThat(queue.draft(task, other)).isEmpty();
    Decision decision =
        decisions.decide(task, taken.version(), answer(STONEWARE, "stoneware"), other);

    assertRefused(Reason.CLOSED, () -> decisions.decide(task, version, late, specialist));
    assertThat(queue.draft(task, specialist)).contains(late);
    assertThat(queue.decisions(decision.itemId()))
        .extracting(Decision::id)
        .containsOnly(decision.id());
    assertThat(item(decision.itemId()).code()).isEqualTo(STONEWARE);
  }

  @Test
  void whoNeverClaimedCannotDecide() {
    UUID task = hold(Goods.knife());

    assertRefused(
        Reason.NOT_CLAIMED, () -> decisions.decide(task, 1, answer(PORCELAIN, "quick"), lead));

    assertHeld(task);
  }

  @Test
  void aDecisionOnAStaleVersionIsRefused() {
    Listing knife = Goods.knife();
    UUID task = hold(knife);
    long seen = queue.claim(task, specialist).version();
    assertThat(hold(Goods.described(knife, "folding, steel blade"))).isEqualTo(task);
    Answer answer = answer(PORCELAIN, "on what I saw");

    assertRefused(Reason.CHANGED, () -> decisions.decide(task, seen, answer, specialist));

    assertHeld(task);
    assertThat(queue.draft(task, specialist)).contains(answer);
    long now = queue.find(task).orElseThrow().version();
    assertThat(now).isGreaterThan(seen);
    assertRefused(Reason.CHANGED, () -> decisions.decide(task, now + 1, answer, specialist));
    decisions.decide(task, now, answer, specialist);
    assertRefused(Reason.CLOSED, () -> decisions.decide(task, now, answer, specialist));
  }

  @Test
  void theSameDecisionSentTwiceAtOnceCountsOnce() throws Exception {
    for (int round = 0; round < 30; round++) {
      UUID task = hold(Goods.knife());
      long version = queue.claim(task, specialist).version();
      Callable<Decision> decide =
          () -> decisions.decide(task, version, answer(PORCELAIN, "double click"), specialist);

      List<Race.Finish<Decision>> finishes = Race.run(List.of(decide, decide, decide));

      List<Throwable> refused =
          finishes.stream().map(Race.Finish::failure).filter(Objects::nonNull).toList();
      assertThat(refused).as("round %d", round).hasSize(2);
      assertThat(refused)
          .allSatisfy(
              failure ->
                  assertThat(failure)
                      .isInstanceOfSatisfying(
                          TaskNotYours.class,
                          e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED)));
      UUID item = queue.find(task).orElseThrow().itemId();
      assertThat(queue.decisions(item)).hasSize(1);
      assertThat(item(item).state()).isEqualTo(ItemState.FINAL);
    }
  }

  @Test
  void whatIsBlockedOnlyALeadDecides() {
    claimAllThatWait();
    UUID task = hold(Goods.vape());
    Answer lift = answer(Code.parse("8543.40"), "a licence was shown");

    assertThat(queue.claimNext(specialist)).isEmpty();
    assertRefused(Reason.FOR_LEAD, () -> queue.claim(task, specialist));
    assertRefused(Reason.FOR_LEAD, () -> decisions.decide(task, 1, lift, specialist));
    assertThat(queue.draft(task, specialist)).contains(lift);
    assertHeld(task);

    ReviewTask claimed = queue.claimNext(lead).orElseThrow();
    assertThat(claimed.id()).isEqualTo(task);
    var prohibit = new Answer(Verdict.PROHIBIT, null, "no licence", "TVCA 1993");
    decisions.decide(task, claimed.version(), prohibit, lead);
    assertThat(item(claimed.itemId()).state()).isEqualTo(ItemState.PROHIBITED);
    assertThat(queue.findOpenByItem(claimed.itemId())).isEmpty();
  }

  @Test
  void whatIsEscalatedGoesToALead() {
    claimAllThatWait();
    UUID task = hold(Goods.knife());
    ReviewTask claimed = queue.claim(task, specialist);
    var escalate = new Answer(Verdict.ESCALATE, null, "two rulings contradict", "");

    decisions.decide(task, claimed.version(), escalate, specialist);

    ReviewTask waiting = queue.find(task).orElseThrow();
    assertThat(waiting.forLead()).isTrue();
    assertThat(waiting.claim()).isNull();
    assertHeld(task);
    assertThat(queue.claimNext(specialist)).isEmpty();
    assertRefused(Reason.FOR_LEAD, () -> queue.claim(task, specialist));
    assertThat(queue.claimNext(lead)).map(ReviewTask::id).contains(task);
    assertRefused(
        Reason.CHANGED,
        () -> decisions.decide(task, claimed.version(), answer(PORCELAIN, "unseen"), lead));
    decisions.decide(task, waiting.version(), answer(PORCELAIN, "the later ruling"), lead);
    assertThat(queue.decisions(waiting.itemId()))
        .extracting(decision -> decision.answer().verdict())
        .containsExactlyInAnyOrder(Verdict.RECLASSIFY, Verdict.ESCALATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"82", "8211", "821199", "999999", "69111000"})
  void aCodeThatCannotBeDeclaredIsRefused(String digits) {
    UUID task = hold(Goods.knife());
    long version = queue.claim(task, specialist).version();

    assertThatThrownBy(
            () ->
                decisions.decide(
                    task, version, answer(Code.parse(digits), "so it seems"), specialist))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be declared");

    assertHeld(task);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"RECLASSIFY", "PROHIBIT"})
  void whoDepartsFromTheMachineNamesTheLaw(Verdict verdict) {
    UUID task = hold(Goods.knife());
    long version = queue.claim(task, lead).version();
    Code code = verdict == Verdict.PROHIBIT ? null : PORCELAIN;
    var bare = new Answer(verdict, code, "so it seems", " ");

    assertThatThrownBy(() -> decisions.decide(task, version, bare, lead))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("legal basis");
    assertHeld(task);

    decisions.decide(task, version, new Answer(verdict, code, "so it is", "Note 1"), lead);
    assertThat(queue.find(task).orElseThrow().isOpen()).isFalse();
  }

  private Actor named(String name, Role role) {
    String login = "desk-" + UUID.randomUUID();
    return accounts.create(login, name, role, "a long password").actor();
  }

  private UUID hold(Listing listing) {
    Receipt receipt = intake.submit(List.of(new Submission(listing, "SG", null)), seller, null);
    Receipt.Line line = receipt.lines().get(0);
    assertThat(line.state()).isEqualTo(ItemState.HELD);
    return Objects.requireNonNull(line.taskId());
  }

  private void claimAllThatWait() {
    claimUntilNothingWaits(lead);
  }

  private List<UUID> claimUntilNothingWaits(Actor person) {
    List<UUID> claimed = new ArrayList<>();
    Optional<ReviewTask> next = queue.claimNext(person);
    while (next.isPresent()) {
      claimed.add(next.get().id());
      next = queue.claimNext(person);
    }
    return claimed;
  }

  private UUID claimant(UUID task) {
    return Objects.requireNonNull(queue.find(task).orElseThrow().claim()).by();
  }

  private Item item(UUID id) {
    return Objects.requireNonNull(transaction.execute(status -> catalogue.get(id)));
  }

  private void assertHeld(UUID task) {
    ReviewTask open = queue.find(task).orElseThrow();
    assertThat(open.isOpen()).isTrue();
    assertThat(item(open.itemId()).state()).isEqualTo(ItemState.HELD);
  }

  private static Answer answer(Code code, String rationale) {
    return new Answer(Verdict.RECLASSIFY, code, rationale, "General Rule 1");
  }

  private static AbstractThrowableAssert<?, TaskNotYours> assertRefused(
      Reason reason, ThrowingCallable work) {
    TaskNotYours refused = catchThrowableOfType(TaskNotYours.class, work);
    assertThat(refused).as("refused as %s", reason).isNotNull();
    assertThat(refused.reason()).isEqualTo(reason);
    return assertThat(refused);
  }
}
