package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes past the program, straight to the database. */
class HoldInDatabaseTests extends DatabaseTests {

  private static final String HOLD = "open review task";
  private static final String APPEND_ONLY = "never changed or removed";

  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private UUID held;
  private UUID routine;
  private UUID decided;

  @BeforeEach
  void items() {
    seller = somebody(Role.SELLER);
    held = send(Goods.knife(), ItemState.HELD);
    routine = send(Goods.wallet(), ItemState.FINAL);
    decided = send(Goods.knife(), ItemState.HELD);
    Actor specialist = somebody(Role.SPECIALIST);
    UUID task = queue.findOpenByItem(decided).orElseThrow().id();
    long version = queue.claim(task, specialist).version();
    var answer = new Answer(Verdict.ACCEPT, Code.parse("6912.00"), "stoneware", "General Rule 1");
    decisions.decide(task, version, answer, specialist);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update review_task set closed_at = now(), closed_as = 'DECIDED' where item_id = :held",
        """
        with steps as (
          delete from deadline_step where task_id in (select id from review_task where item_id = :held))
        delete from review_task where item_id = :held
        """,
        "update item set state = 'FINAL', code = '691200' where id = :held",
        "update item set state = 'PROHIBITED' where id = :held",
        "update item set state = 'HELD' where id = :routine",
        "update item set state = 'HELD' where id = :decided",
        "update review_task set closed_at = null, closed_as = null where item_id = :decided",
        "update review_task set item_id = :routine where item_id = :held",
        """
        insert into review_task (id, item_id, assessment_id, for_lead, version, opened_at, due_at)
        select gen_random_uuid(), id, assessment_id, false, 1, now(), now()
        from item where id = :routine
        """,
        """
        insert into item (id, product_id, destination, state, lane, assessment_id, version, updated_at)
        select gen_random_uuid(), product_id, 'VN', 'HELD', 'REVIEW', assessment_id, 1, now()
        from item where id = :held
        """,
        // Both at once: the routine item takes the held one's task, which is then without.
        """
        with taken as (update review_task set item_id = :routine where item_id = :held)
        update item set state = 'HELD' where id = :routine
        """
      })
  void anItemIsHeldExactlyAsLongAsItHasAnOpenTask(String sql) {
    assertRefused(sql, HOLD);

    assertThat(queue.findOpenByItem(held)).isPresent();
  }

  @Test
  void aHeldItemHasOnlyOneOpenTask() {
    assertRefused(
        """
        insert into review_task (id, item_id, assessment_id, for_lead, version, opened_at, due_at)
        select gen_random_uuid(), id, assessment_id, false, 1, now(), now()
        from item where id = :held
        """,
        "review_task_one_open");
  }

  @Test
  void aFinalItemHasACode() {
    assertRefused("update item set code = null where id = :routine", "final_has_code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update assessment set content = '{}' where item_id = :routine",
        "update assessment set as_of = as_of + 1 where item_id = :held",
        "delete from assessment where item_id = :held",
        "update decision set code = '821192' where item_id = :decided",
        "update decision set rationale = 'because' where item_id = :decided",
        "delete from decision where item_id = :decided",
      })
  void assessmentsAndDecisionsNeverChange(String sql) {
    assertRefused(sql, APPEND_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncate assessment cascade",
        "truncate decision cascade",
        "truncate review_task cascade",
        "truncate document cascade",
        "truncate document_fetch"
      })
  void noneOfThemIsEmptied(String sql) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      // Whatever the database says, the other tests keep their rows.
                      status.setRollbackOnly();
                      jdbc.sql(sql).update();
                    }))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aTaskIsDecidedOnce() {
    assertRefused(
        """
        insert into decision (id, task_id, item_id, assessment_id, verdict, code, rationale,
          legal_basis, decided_by, decided_at)
        select gen_random_uuid(), task_id, item_id, assessment_id, verdict, '821192', rationale,
          legal_basis, decided_by, now()
        from decision where item_id = :decided
        """,
        "decision_closes_once");
  }

  private void assertRefused(String sql, String reason) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      var statement = jdbc.sql(sql);
                      statement.param("held", held);
                      statement.param("routine", routine);
                      statement.param("decided", decided);
                      assertThat(statement.update()).as("rows that it met").isPositive();
                    }))
        .isNotInstanceOf(AssertionError.class)
        .rootCause()
        .hasMessageContaining(reason);
  }

  private UUID send(Listing listing, ItemState expected) {
    Receipt receipt = intake.submit(List.of(new Submission(listing, "SG", null)), seller, null);
    assertThat(receipt.lines().get(0).state()).isEqualTo(expected);
    return Objects.requireNonNull(receipt.lines().get(0).itemId());
  }
}
