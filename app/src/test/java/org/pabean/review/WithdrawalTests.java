package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions taken back, and variants decided together. Shares the program of the queue's tests. */
class WithdrawalTests extends QueueDatabaseTests {

  private static final Code PORCELAIN = Code.parse("6911.10");

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Withdrawals withdrawals;
  @Autowired private SimilarTasks similar;
  @Autowired private TaskHistory history;
  @Autowired private Catalogue catalogue;
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

  @Test
  void aDecisionTakenBackLeavesEverythingAsItWas() {
    Listing knife = Goods.knife();
    UUID task = hold(knife);
    Item before = item(task);
    Decision decision = decide(task, answer("porcelain after all"));
    assertThat(item(task).state()).isEqualTo(ItemState.FINAL);

    ReviewTask open = withdrawals.withdraw(decision.id(), specialist);

    assertThat(open.id()).isEqualTo(task);
    assertThat(open.isOpen()).isTrue();
    assertThat(Objects.requireNonNull(open.claim()).by()).isEqualTo(specialist.id());
    assertThat(item(task).state()).isEqualTo(ItemState.HELD);
    assertThat(item(task).code()).isEqualTo(before.code());
    assertThat(queue.draft(task, specialist)).contains(decision.answer());
    assertThat(history.of(before.id()))
        .extracting(TaskHistory.Entry::what)
        .containsExactly(
            TaskHistory.What.WITHDRAWN, TaskHistory.What.DECIDED, TaskHistory.What.HELD);
    assertThat(submit(knife).state()).as("no precedent is left").isEqualTo(ItemState.HELD);
    assertThat(eventsOf(task)).containsExactly("task.created", "task.decided", "task.reopened");

    Decision second = decide(task, answer("and now for good"));
    assertThat(queue.decisions(before.id())).hasSize(2);
    clock.advance(Duration.ofSeconds(5));
    withdrawals.withdraw(second.id(), specialist);
    assertThat(item(task).state()).isEqualTo(ItemState.HELD);
  }

  @Test
  void whatTheDecisionHadReplacedIsInForceAgain() {
    Listing knife = Goods.knife();
    UUID first = hold(knife);
    decide(first, answer("the first word"));
    // Another seller's like goods are held for a reason that the precedent does not settle.
    jdbc.sql(
            "update precedent set settled = '{}' where decision_id in (select id from decision"
                + " where task_id = :task)")
        .param("task", first)
        .update();
    seller = somebody(Role.SELLER);
    UUID second = hold(knife);
    Decision decision = decide(second, new Answer(Verdict.PROHIBIT, null, "a weapon", "the Act"));
    assertThat(inForce(first)).isZero();

    withdrawals.withdraw(decision.id(), specialist);

    assertThat(inForce(first)).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from prohibition where decision_id = :id and lifted_at is"
                        + " null")
                .param("id", decision.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anEscalationTakenBackIsOnesOwnTaskAgain() {
    UUID task = hold(Goods.knife());
    Decision escalation = decide(task, new Answer(Verdict.ESCALATE, null, "not sure", ""));
    ReviewTask open = withdrawals.withdraw(escalation.id(), specialist);
    assertThat(open.forLead()).isFalse();
    decide(task, answer("sure now"));

    UUID taken = hold(Goods.knife());
    Decision late = decide(taken, new Answer(Verdict.ESCALATE, null, "not sure", ""));
    queue.claim(taken, lead);
    assertRefused(late, specialist, "somebody has acted on it since");
    assertThat(queue.find(taken).orElseThrow().forLead()).isTrue();
  }

  @Test
  void itIsRefusedToOthersTooLateOrTwice() {
    UUID task = hold(Goods.knife());
    Decision decision = decide(task, answer("porcelain"));
    assertRefused(decision, lead, "only " + specialist.name() + ", who decided, can undo it");
    withdrawals.withdraw(decision.id(), specialist);
    assertRefused(decision, specialist, "undone already");

    Decision again = decide(task, answer("porcelain"));
    clock.advance(Duration.ofSeconds(11));
    assertRefused(again, specialist, "too late to undo this: a decision stands after 10 seconds");
    assertThat(item(task).state()).isEqualTo(ItemState.FINAL);
  }

  @Test
  void itIsRefusedOnceOtherGoodsRestOnIt() {
    Listing knife = Goods.knife();
    UUID task = hold(knife);
    Decision decision = decide(task, answer("porcelain"));
    seller = somebody(Role.SELLER);
    assertThat(submit(knife).state()).isEqualTo(ItemState.FINAL);

    assertRefused(decision, specialist, "the same goods came again and rest on this decision");
  }

  @Test
  void ofTwoWhoTakeItBackAtOnceOneDoes() throws Exception {
    for (int round = 0; round < 20; round++) {
      UUID task = hold(Goods.knife());
      Decision decision = decide(task, answer("double click"));
      List<Race.Finish<ReviewTask>> finishes =
          Race.run(
              List.of(
                  () -> withdrawals.withdraw(decision.id(), specialist),
                  () -> withdrawals.withdraw(decision.id(), specialist)));
      assertThat(finishes).filteredOn(f -> f.failure() == null).hasSize(1);
      assertThat(finishes)
          .filteredOn(f -> f.failure() != null)
          .allSatisfy(f -> assertThat(f.failure()).isInstanceOf(WithdrawalRefused.class));
      assertThat(item(task).state()).isEqualTo(ItemState.HELD);
    }
  }

  @Test
  void aWithdrawalIsNeverChanged() {
    Decision decision = decide(hold(Goods.knife()), answer("porcelain"));
    withdrawals.withdraw(decision.id(), specialist);
    for (String sql :
        List.of(
            "delete from decision_withdrawal where decision_id = :id",
            "update decision_withdrawal set withdrawn_at = now() where decision_id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param("id", decision.id()).update())
          .rootCause()
          .hasMessageContaining("never changed or removed");
    }
  }

  @Test
  void variantsAreAlikeButForSizeColourAndQuantity() {
    String name = "Ceramic Cook Knife " + Goods.word();
    UUID black = hold(sold("B-5", name + " Black 5 inch"));
    UUID white = hold(sold("W-7", name + ", White, 7-Inch, Pack of 2"));
    UUID folding = hold(sold("F-1", name + " Folding Black 5 inch"));

    assertThat(similar.find(queue.find(black).orElseThrow()))
        .extracting(ReviewTask::id)
        .containsExactly(white)
        .doesNotContain(folding);
    seller = somebody(Role.SELLER);
    hold(sold("B-5", name + " Green 9 inch"));
    assertThat(similar.find(queue.find(black).orElseThrow()))
        .as("another seller's goods may be others under the same name")
        .hasSize(1);
  }

  @Test
  void ofVariantsThoseThatChangedOrAreTakenAreToldAndLeft() {
    String name = "Ceramic Chopping Knife " + Goods.word();
    UUID first = hold(sold("1", name + " red"));
    UUID fine = hold(sold("2", name + " blue"));
    UUID changed = hold(sold("3", name + " green"));
    UUID taken = hold(sold("4", name + " black"));
    List<SimilarTasks.Seen> seen =
        List.of(fine, changed, taken).stream()
            .map(id -> new SimilarTasks.Seen(id, queue.find(id).orElseThrow().version()))
            .toList();
    submit(Goods.described(sold("3", name + " green"), "now with a steel blade"));
    queue.claim(taken, other);
    decide(first, answer("porcelain"));

    List<SimilarTasks.Outcome> outcomes = similar.decide(seen, answer("porcelain"), specialist);

    assertThat(outcomes).extracting(o -> o.decision() != null).containsExactly(true, false, false);
    assertThat(outcomes.get(1).refusal()).contains("has changed since you opened it");
    assertThat(outcomes.get(2).refusal()).contains(other.name() + " is working on this task");
    assertThat(item(fine).state()).isEqualTo(ItemState.FINAL);
    assertThat(item(changed).state()).isEqualTo(ItemState.HELD);
    assertThat(queue.find(changed).orElseThrow().claim()).as("not kept").isNull();
    assertThat(Objects.requireNonNull(queue.find(taken).orElseThrow().claim()).by())
        .isEqualTo(other.id());
    assertThat(eventsOf(fine)).contains("task.decided");
  }

  private static Listing sold(String sku, String title) {
    return new Listing.Builder()
        .with(Field.SKU, sku)
        .with(Field.TITLE, title)
        .with(Field.ORIGIN, "CN")
        .build();
  }

  private static Answer answer(String why) {
    return new Answer(Verdict.RECLASSIFY, PORCELAIN, why, "General Rule 1");
  }

  private Decision decide(UUID task, Answer answer) {
    return decisions.decide(task, queue.claim(task, specialist).version(), answer, specialist);
  }

  private void assertRefused(Decision decision, Actor actor, String why) {
    assertThatThrownBy(() -> withdrawals.withdraw(decision.id(), actor))
        .isInstanceOf(WithdrawalRefused.class)
        .hasMessageContaining(why);
  }

  private UUID hold(Listing listing) {
    return Objects.requireNonNull(submit(listing).taskId());
  }

  private Receipt.Line submit(Listing listing) {
    return intake.submit(List.of(new Submission(listing, "SG", null)), seller, null).lines().get(0);
  }

  private Item item(UUID task) {
    UUID id = queue.find(task).orElseThrow().itemId();
    return Objects.requireNonNull(transaction.execute(status -> catalogue.get(id)));
  }

  private long inForce(UUID task) {
    return jdbc.sql(
            """
            select count(*) from precedent r join decision d on d.id = r.decision_id
            where d.task_id = :task and r.retired_at is null
            """)
        .param("task", task)
        .query(Long.class)
        .single();
  }

  private List<String> eventsOf(UUID task) {
    return jdbc.sql("select type from event where payload -> 'task' ->> 'id' = :task order by seq")
        .param("task", task.toString())
        .query(String.class)
        .list();
  }
}
