package org.pabean.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.TestFiles;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.record.Event;
import org.pabean.record.Journal;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.FullReview;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.screening.Finding;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that becomes final is drawn here, so that each test finds its own audits. */
@TestPropertySource(
    properties = {"pabean.database.data-dir=target/audit-data", "pabean.autonomy.audit-share=1"})
class AuditsTests extends DatabaseTests {

  private static final Code FLASK = Code.parse("9617.00");
  private static final Code BOTTLE = Code.parse("7323.93");

  static {
    TestFiles.remove("audit-data/postgres");
  }

  @Autowired private Audits audits;
  @Autowired private Autonomy autonomy;
  @Autowired private FullReview fullReview;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Catalogue catalogue;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor mei;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    mei = somebody(Role.SPECIALIST);
    // What other tests found wrong is no longer held against the machine.
    fullReview.end("SG", somebody(Role.LEAD));
    // What other tests left is not offered to these people.
    jdbc.sql("update audit set left_by = array_append(left_by, :me::uuid) where answer is null")
        .param("me", mei.id())
        .update();
  }

  @Test
  void whatTheMachineFinalisesIsDrawnInTheSameTransactionAndOnce() {
    Listing goods = flask("A");
    Item item = item(submit(goods, seller));
    assertThat(item.state()).isEqualTo(ItemState.FINAL);
    assertThat(drawn(item)).isEqualTo(1);

    submit(goods, seller);
    assertThat(drawn(item)).as("the same goods, sent again").isEqualTo(1);
    assertThat(written(item)).contains("audit.drawn");

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      submit(flask("B"), seller);
                      throw new IllegalStateException("the power goes");
                    }))
        .hasMessage("the power goes");
    assertThat(
            jdbc.sql("select count(*) from audit where item_id not in (select id from item)")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whoAgreesLeavesTheItemFinal() {
    Item item = item(submit(flask("A"), seller));
    Audit audit = next();

    Audits.Outcome outcome = audits.answer(audit.id(), FLASK, "A vacuum flask.", mei);

    assertThat(outcome.audit().isRight()).isTrue();
    assertThat(outcome.held()).isEmpty();
    assertThat(item(item.id()).state()).isEqualTo(ItemState.FINAL);
  }

  @Test
  void whoFindsAnotherCodeHoldsTheItemAndAllInTheSameWords() {
    Listing goods = flask("A");
    Item item = item(submit(goods, seller));
    Audit audit = next();
    Item twin = item(submit(goods, somebody(Role.SELLER)));
    assertThat(twin.state()).isEqualTo(ItemState.FINAL);

    Audits.Outcome outcome = audits.answer(audit.id(), BOTTLE, "Single wall.", mei);

    assertThat(outcome.held()).containsExactlyInAnyOrder(item.id(), twin.id());
    for (UUID held : outcome.held()) {
      Item now = item(held);
      assertThat(now.state()).isEqualTo(ItemState.HELD);
      assertThat(now.assessment().open()).extracting(Finding::category).containsExactly("audit");
      assertThat(queue.findOpenByItem(held)).isPresent();
    }
    assertThat(written(item)).contains("audit.answered", "task.held");
  }

  /** Sent again in the same words the machine would make it final, and close its task. */
  @Test
  void whatAnAuditHoldsStaysHeldUntilAPersonDecides() {
    Listing goods = flask("A");
    Item item = item(submit(goods, seller));
    audits.answer(next().id(), BOTTLE, "Single wall.", mei);

    submit(goods, seller);
    assertThat(item(item.id()).state()).isEqualTo(ItemState.HELD);

    Actor lead = somebody(Role.LEAD);
    ReviewTask task = queue.claim(queue.findOpenByItem(item.id()).orElseThrow().id(), lead);
    decisions.decide(
        task.id(),
        task.version(),
        new Answer(Verdict.ACCEPT, FLASK, "Double wall after all.", "General Rule 1"),
        lead);
    submit(goods, seller);
    assertThat(item(item.id()).state()).as("as the person decided").isEqualTo(ItemState.FINAL);
  }

  @Test
  void nobodyAuditsGoodsThatTheyDecidedThemselves() {
    Listing knife = Goods.knife();
    Item held = item(submit(knife, seller));
    ReviewTask task = queue.claim(queue.findOpenByItem(held.id()).orElseThrow().id(), mei);
    decisions.decide(
        task.id(),
        task.version(),
        new Answer(Verdict.ACCEPT, Code.parse("6912.00"), "Ceramic.", "General Rule 1"),
        mei);
    Item again = item(submit(knife, somebody(Role.SELLER)));
    assertThat(again.state()).isEqualTo(ItemState.FINAL);
    assertThat(drawn(again)).isEqualTo(1);

    assertThat(audits.next(mei)).isEmpty();
    jdbc.sql("update audit set left_by = '{}' where item_id = :id")
        .param("id", again.id())
        .update();
    assertThat(audits.next(mei)).as("not even once more").isEmpty();

    Actor other = somebody(Role.SPECIALIST);
    jdbc.sql(
            "update audit set left_by = array_append(left_by, :other::uuid)"
                + " where answer is null and item_id <> :id")
        .param("other", other.id())
        .param("id", again.id())
        .update();
    Audit audit = audits.next(other).orElseThrow();
    Audits.Outcome outcome = audits.answer(audit.id(), BOTTLE, "Of steel.", other);
    assertThat(outcome.held()).contains(again.id());
    assertThat(outcome.precedent())
        .as("which settles the same goods until a lead retires it")
        .hasToString(Objects.requireNonNull(again.assessment().precedent()).id());
  }

  @Test
  void anAuditIsOnePersonsUntilTheyLeaveItAndIsAnsweredOnce() {
    submit(flask("A"), seller);
    Actor other = somebody(Role.SPECIALIST);
    Audit audit = next();
    assertThat(audits.next(mei)).as("the same again").map(Audit::id).contains(audit.id());
    assertThat(audits.next(other)).map(Audit::id).isNotEqualTo(Optional.of(audit.id()));
    assertThatThrownBy(() -> audits.answer(audit.id(), FLASK, "I know.", other))
        .isInstanceOf(AuditRefused.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> audits.answer(audit.id(), Code.parse("9617"), "A heading.", mei))
        .withMessageContaining("cannot be declared");

    audits.answer(audit.id(), FLASK, "A vacuum flask.", mei);

    assertThatThrownBy(() -> audits.answer(audit.id(), BOTTLE, "No.", mei))
        .isInstanceOf(AuditRefused.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("update audit set answer = '732393' where id = :id")
                    .param("id", audit.id())
                    .update())
        .hasMessageContaining("answered once");
    assertThatThrownBy(
            () -> jdbc.sql("delete from audit where id = :id").param("id", audit.id()).update())
        .hasMessageContaining("never changed");
  }

  @Test
  void whatIsProvedCountsOnlyAnswersOfItemsThatWereDrawn() {
    Autonomy.View before = autonomy.view();
    submit(flask("A"), seller);
    audits.answer(next().id(), FLASK, "A vacuum flask.", mei);
    Autonomy.View after = autonomy.view();

    assertThat(after.all().audits()).isEqualTo(before.all().audits() + 1);
    assertThat(after.all().bound()).isLessThan(before.all().bound());
    assertThat(after.all().missing()).isPositive();
    assertThat(after.destinations()).extracting(Standing::destination).contains("SG");
  }

  /** Goods stream in from several sellers while audits find one error after the other. */
  @Test
  void onceAuditsProveTooManyErrorsNotOneMoreIsFinalised() throws Exception {
    Actor lead = somebody(Role.LEAD);
    var stop = new AtomicBoolean();
    ExecutorService stream = Executors.newFixedThreadPool(3);
    List<Future<Integer>> finals = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      finals.add(
          stream.submit(
              () -> {
                int made = 0;
                Actor shop = somebody(Role.SELLER);
                while (!stop.get()) {
                  made += item(submit(flask("S"), shop, "PH")).state() == ItemState.FINAL ? 1 : 0;
                }
                return made;
              }));
    }
    try {
      Actor auditor = somebody(Role.SPECIALIST);
      while (fullReview.inForce().stream().noneMatch(c -> c.destination().equals("PH"))) {
        Optional<Audit> audit = audits.next(auditor);
        if (audit.isPresent() && audit.get().destination().equals("PH")) {
          audits.answer(audit.get().id(), BOTTLE, "Single wall.", auditor);
        } else {
          audit.ifPresent(other -> audits.release(other.id(), auditor));
        }
      }
      long before = finalTo("PH");
      Thread.sleep(1_000);
      assertThat(finalTo("PH")).as("not one more").isEqualTo(before);
    } finally {
      stop.set(true);
      stream.shutdown();
    }
    for (Future<Integer> made : finals) {
      assertThat(made.get()).isNotNegative();
    }
    Item held = item(submit(flask("A"), seller, "PH"));
    assertThat(held.state()).isEqualTo(ItemState.HELD);
    assertThat(held.assessment().open())
        .singleElement()
        .satisfies(f -> assertThat(f.reason()).contains("audits found", "wrong"));

    fullReview.end("PH", lead);
    assertThat(item(submit(flask("A"), seller, "PH")).state()).isEqualTo(ItemState.FINAL);
  }

  private long finalTo(String destination) {
    return jdbc.sql("select count(*) from audit where destination = :to")
        .param("to", destination)
        .query(Long.class)
        .single();
  }

  @Test
  void aShareBelowTheFloorIsRefusedAtTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AutonomySettings(0.005, Duration.ofMinutes(30), 0.02, 0.95))
        .withMessageContaining("at least 0.01");
  }

  private Audit next() {
    return audits.next(mei).orElseThrow();
  }

  private UUID submit(Listing listing, Actor by) {
    return submit(listing, by, "SG");
  }

  private UUID submit(Listing listing, Actor by, String destination) {
    Receipt receipt = intake.submit(List.of(new Submission(listing, destination, null)), by, null);
    return receipt.lines().get(0).itemId();
  }

  private Item item(UUID id) {
    return Objects.requireNonNull(transaction.execute(status -> catalogue.get(id)));
  }

  private long drawn(Item item) {
    return jdbc.sql("select count(*) from audit where item_id = :id")
        .param("id", item.id())
        .query(Long.class)
        .single();
  }

  private List<String> written(Item item) {
    return journal.of(item.id()).stream().map(Event::kind).toList();
  }

  /** Goods that the machine is sure of, in words of their own. */
  private static Listing flask(String number) {
    String word = Goods.word();
    return new Listing.Builder()
        .with(Field.SKU, number + "-" + word)
        .with(Field.TITLE, "Vacuum Insulated Stainless Steel Bottle 500 ml")
        .with(
            Field.DESCRIPTION,
            "Double-wall vacuum flask of 18/8 stainless steel, keeps drinks hot. Batch " + word)
        .with(Field.MATERIAL, "stainless steel")
        .with(Field.ORIGIN, "CN")
        .build();
  }
}
