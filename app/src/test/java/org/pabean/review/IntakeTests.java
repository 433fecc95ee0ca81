package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.review.TaskNotYours.Reason;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class IntakeTests extends DatabaseTests {

  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Catalogue catalogue;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor specialist;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    specialist = somebody(Role.SPECIALIST);
  }

  @Test
  void theSameKeyTwiceGivesTheSameReceiptAndOneSetOfRows() {
    List<Submission> listings = submissions(Goods.knife(), Goods.wallet(), Goods.vape());

    Receipt first = intake.submit(listings, seller, "once");
    Map<String, Object> rows = rows();
    Receipt second = intake.submit(listings, seller, "once");

    assertThat(second).isEqualTo(first);
    assertThat(rows()).isEqualTo(rows);
    assertThat(rows)
        .containsEntry("items", 3L)
        .containsEntry("assessments", 3L)
        .containsEntry("tasks", 2L)
        .containsEntry("events", 2L);
  }

  @Test
  void theSameKeyFromManyAtOnceGivesTheSameReceiptAndOneSetOfRows() throws Exception {
    for (int round = 0; round < 5; round++) {
      seller = somebody(Role.SELLER);
      List<Submission> listings = submissions(Goods.knife(), Goods.wallet(), Goods.knife());

      List<Race.Finish<Receipt>> finishes =
          Race.run(Collections.nCopies(16, () -> intake.submit(listings, seller, "many")));

      assertThat(finishes).extracting(Race.Finish::failure).containsOnlyNulls();
      assertThat(finishes.stream().map(Race.Finish::value).distinct()).hasSize(1);
      assertThat(rows())
          .containsEntry("items", 3L)
          .containsEntry("assessments", 3L)
          .containsEntry("tasks", 2L)
          .containsEntry("events", 2L)
          .containsEntry("keys", 1L);
    }
  }

  @Test
  void theSameKeyWithOtherListingsIsRefused() {
    Listing knife = Goods.knife();
    Receipt receipt = intake.submit(submissions(knife), seller, "key");
    Map<String, Object> rows = rows();

    for (List<Submission> others :
        List.of(
            submissions(Goods.knife()),
            submissions(Goods.described(knife, "steel")),
            List.of(new Submission(knife, "VN", null)),
            submissions(knife, knife))) {
      assertThatThrownBy(() -> intake.submit(others, seller, "key"))
          .isInstanceOfSatisfying(
              IntakeKeyReused.class, refused -> assertThat(refused.key()).isEqualTo("key"));
    }

    assertThat(rows()).isEqualTo(rows);
    assertThat(intake.submit(submissions(knife), seller, "key")).isEqualTo(receipt);
  }

  @Test
  void ofTwoWithOneKeyAndOtherListingsAtOnceOneIsRefused() throws Exception {
    for (int round = 0; round < 20; round++) {
      seller = somebody(Role.SELLER);
      List<Callable<Receipt>> runners =
          List.of(
              () -> intake.submit(submissions(Goods.knife()), seller, "contested"),
              () -> intake.submit(submissions(Goods.knife()), seller, "contested"));

      List<Race.Finish<Receipt>> finishes = Race.run(runners);

      assertThat(finishes.stream().map(Race.Finish::failure).filter(Objects::nonNull))
          .singleElement()
          .isInstanceOf(IntakeKeyReused.class);
      assertThat(rows()).containsEntry("items", 1L).containsEntry("tasks", 1L);
    }
  }

  @Test
  void aKeyBelongsToTheAccountThatUsedIt() {
    Actor another = somebody(Role.SELLER);

    Receipt one = intake.submit(submissions(Goods.knife()), seller, "shared");
    Receipt two = intake.submit(submissions(Goods.knife()), another, "shared");

    assertThat(two).isNotEqualTo(one);
  }

  @Test
  void aHeldListingSentAgainKeepsItsOneTask() {
    Listing knife = Goods.knife();

    Receipt.Line first = send(knife);
    Receipt.Line again = send(knife);
    Receipt twice = intake.submit(submissions(knife, knife), seller, null);

    assertThat(again.taskId()).isEqualTo(first.taskId());
    assertThat(twice.lines()).extracting(Receipt.Line::taskId).containsOnly(first.taskId());
    assertThat(rows())
        .containsEntry("items", 1L)
        .containsEntry("tasks", 1L)
        .containsEntry("assessments", 4L)
        .containsEntry("events", 1L);
  }

  @Test
  void aHeldListingSentByManyAtOnceHasOneTask() throws Exception {
    for (int round = 0; round < 10; round++) {
      seller = somebody(Role.SELLER);
      Listing knife = Goods.knife();

      List<Race.Finish<Receipt.Line>> finishes =
          Race.run(Collections.nCopies(8, () -> send(knife)));

      assertThat(finishes).extracting(Race.Finish::failure).containsOnlyNulls();
      assertThat(rows())
          .containsEntry("items", 1L)
          .containsEntry("tasks", 1L)
          .containsEntry("assessments", 8L);
    }
  }

  @Test
  void aChangedListingMakesADecisionOnTheOldOneImpossible() {
    Listing knife = Goods.knife();
    UUID task = Objects.requireNonNull(send(knife).taskId());
    long seen = queue.claim(task, specialist).version();

    Receipt.Line changed = send(Goods.described(knife, "blade of stainless steel"));

    assertThat(changed.taskId()).isEqualTo(task);
    ReviewTask now = queue.find(task).orElseThrow();
    assertThat(now.version()).isGreaterThan(seen);
    assertThat(now.assessmentId()).isEqualTo(item(changed.itemId()).assessmentId());
    TaskNotYours refused =
        catchThrowableOfType(
            TaskNotYours.class, () -> decisions.decide(task, seen, answer(), specialist));
    assertThat(refused.reason()).isEqualTo(Reason.CHANGED);
    assertThat(item(changed.itemId()).state()).isEqualTo(ItemState.HELD);
  }

  @Test
  void noDecisionReachesAListingThatNobodySaw() throws Exception {
    for (int round = 0; round < 40; round++) {
      Listing knife = Goods.knife();
      Listing changed = Goods.described(knife, "blade of stainless steel");
      Receipt.Line line = send(knife);
      UUID task = Objects.requireNonNull(line.taskId());
      long seen = queue.claim(task, specialist).version();

      List<Race.Finish<Object>> finishes =
          Race.run(
              List.of(
                  () -> decisions.decide(task, seen, answer(), specialist), () -> send(changed)));

      assertThat(finishes.get(1).failure()).isNull();
      Item item = item(line.itemId());
      assertThat(item.listing()).isEqualTo(changed);
      assertThat(item.state()).as("round %d", round).isEqualTo(ItemState.HELD);
      assertThat(queue.findOpenByItem(item.id()))
          .map(ReviewTask::assessmentId)
          .contains(item.assessmentId());
    }
  }

  @Test
  void aDecisionStandsWhenTheSameListingComesAtTheSameMoment() throws Exception {
    for (int round = 0; round < 60; round++) {
      Listing knife = Goods.knife();
      Receipt.Line line = send(knife);
      UUID task = Objects.requireNonNull(line.taskId());
      long seen = queue.claim(task, specialist).version();

      List<Race.Finish<Object>> finishes =
          Race.run(
              List.of(() -> decisions.decide(task, seen, answer(), specialist), () -> send(knife)));

      assertThat(finishes.get(1).failure()).isNull();
      boolean decided = finishes.get(0).failure() == null;
      assertThat(item(line.itemId()).state())
          .as("round %d", round)
          .isEqualTo(decided ? ItemState.FINAL : ItemState.HELD);
    }
  }

  @Test
  void aListingThatIsNoLongerAnEdgeCaseClosesItsTask() {
    Listing knife = Goods.knife();
    Receipt.Line line = send(knife);
    Listing wallet = Goods.wallet();

    Receipt.Line changed =
        send(
            new Listing.Builder()
                .with(Listing.Field.SKU, knife.sku())
                .with(Listing.Field.TITLE, wallet.title())
                .build());

    assertThat(changed.itemId()).isEqualTo(line.itemId());
    assertThat(changed.state()).isEqualTo(ItemState.FINAL);
    assertThat(queue.findOpenByItem(line.itemId())).isEmpty();
  }

  @Test
  void fiveHundredListingsAreTakenOrNone() {
    List<Submission> good =
        IntStream.range(0, 500)
            .mapToObj(i -> new Submission(i % 3 == 0 ? Goods.knife() : Goods.wallet(), "SG", null))
            .toList();
    List<Submission> bad = new ArrayList<>(good);
    // PostgreSQL stores no such character, so it fails late: within the transaction.
    bad.set(400, new Submission(Goods.described(Goods.wallet(), "a\u0000b"), "SG", null));
    Map<String, Object> nothing = rows();

    assertThatThrownBy(() -> intake.submit(bad, seller, "batch"))
        .isInstanceOf(DataAccessException.class);
    assertThat(rows()).isEqualTo(nothing);
    Receipt receipt = intake.submit(good, seller, "batch");

    assertThat(receipt.lines())
        .extracting(Receipt.Line::sku)
        .containsExactlyElementsOf(good.stream().map(s -> s.listing().sku()).toList());
    assertThat(rows())
        .containsEntry("items", 500L)
        .containsEntry("assessments", 500L)
        .containsEntry("tasks", 167L)
        .containsEntry("keys", 1L);
  }

  @Test
  void batchesThatMeetInOppositeOrderAreTakenOrAskedAgain() throws Exception {
    for (int round = 0; round < 3; round++) {
      seller = somebody(Role.SELLER);
      List<Submission> forth =
          IntStream.range(0, 20).mapToObj(i -> new Submission(Goods.knife(), "SG", null)).toList();
      List<Submission> back = new ArrayList<>(forth);
      Collections.reverse(back);

      List<Race.Finish<Receipt>> finishes =
          Race.run(
              List.of(
                  () -> intake.submit(forth, seller, "forth"),
                  () -> intake.submit(back, seller, "back")));

      assertThat(finishes.stream().map(Race.Finish::failure).filter(Objects::nonNull))
          .hasSizeLessThan(2)
          .allSatisfy(e -> assertThat(e).isInstanceOf(ConcurrencyFailureException.class));
      intake.submit(forth, seller, "forth");
      intake.submit(back, seller, "back");
      assertThat(rows())
          .containsEntry("items", 20L)
          .containsEntry("tasks", 20L)
          .containsEntry("assessments", 40L);
    }
  }

  private Receipt.Line send(Listing listing) {
    return intake.submit(submissions(listing), seller, null).lines().get(0);
  }

  private static List<Submission> submissions(Listing... listings) {
    return Stream.of(listings).map(listing -> new Submission(listing, "SG", null)).toList();
  }

  private static Answer answer() {
    return new Answer(
        Verdict.RECLASSIFY, Code.parse("6911.10"), "porcelain blade", "General Rule 1");
  }

  private Item item(UUID id) {
    return Objects.requireNonNull(transaction.execute(status -> catalogue.get(id)));
  }

  /** How many rows of each kind the seller's listings have made. */
  private Map<String, Object> rows() {
    return jdbc.sql(
            """
            with own as (
              select i.id from item i join product p on p.id = i.product_id
              where p.seller_id = :seller)
            select (select count(*) from own) items,
                   (select count(*) from assessment where item_id in (select id from own)) assessments,
                   (select count(*) from review_task where item_id in (select id from own)) tasks,
                   (select count(*) from event e join review_task t on t.id = e.subject
                    where t.item_id in (select id from own)) events,
                   (select count(*) from product where seller_id = :seller) products,
                   (select count(*) from intake_key where account_id = :seller) keys,
                   (select coalesce(sum(version), 0) from item where id in (select id from own)) versions
            """)
        .param("seller", seller.id())
        .query()
        .singleRow();
  }
}
