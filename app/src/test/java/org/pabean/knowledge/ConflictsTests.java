package org.pabean.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.record.Event;
import org.pabean.record.Journal;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Decisions that contradict each other are noticed; how much one weighs, and until when. */
class ConflictsTests extends DatabaseTests {

  private static final Code PORCELAIN = Code.parse("6911.10");
  private static final Code STEEL = Code.parse("8211.92");

  @Autowired private KnowledgeBase knowledge;
  @Autowired private Conflicts conflicts;
  @Autowired private PrecedentSearch search;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;

  private Actor mei;
  private Actor lead;

  @BeforeEach
  void people() {
    mei = somebody(Role.SPECIALIST);
    lead = somebody(Role.LEAD);
  }

  @Test
  void anotherCodeForNearlyTheSameGoodsIsNoticedUntilALeadSettlesIt() {
    String name = "Ceramic Kitchen Knife " + Goods.word() + " " + Goods.word();
    KnownDecision first = decided(name, "SG", PORCELAIN);
    KnownDecision same = decided(name + " White", "SG", PORCELAIN);
    assertThat(conflicts.of(same.id())).as("the same code").isEmpty();
    assertThat(conflicts.of(decided(Goods.knife().title(), "SG", STEEL).id()))
        .as("two of four words")
        .noneMatch(c -> c.against(first.id()).equals(first));

    KnownDecision other = decided(name + " Black", "SG", STEEL);

    assertThat(conflicts.of(other.id()))
        .extracting(c -> c.against(other.id()).id())
        .containsExactlyInAnyOrder(first.id(), same.id());
    Conflict conflict = conflicts.of(first.id()).get(0);
    assertThat(conflict.isOpen()).isTrue();
    assertThat(conflict.sameGoods()).isFalse();
    assertThat(submit(listing(name), "SG").state())
        .as("each stays in use for its own goods")
        .isEqualTo(ItemState.FINAL);

    Conflict settled = conflicts.bothStand(conflict.id(), "the blade is of steel", lead);

    assertThat(settled.isOpen()).isFalse();
    assertThat(settled.settledBy()).isEqualTo(lead.name());
    for (KnownDecision each : List.of(first, other)) {
      assertThat(journal.of(each.itemId()))
          .extracting(Event::kind)
          .contains("precedent.conflict-settled");
    }
    Conflict left = conflicts.of(same.id()).get(0);
    assertThat(left.isOpen()).isTrue();
    knowledge.retire(other.id(), "It is of ceramic.", lead);
    assertThat(conflicts.of(same.id()).get(0).isOpen()).as("one is retired").isFalse();
  }

  @Test
  void theSameGoodsToTwoDestinationsHaveTheSameSixDigits() {
    String name = "Ceramic Kitchen Knife " + Goods.word() + " " + Goods.word();
    KnownDecision singapore = decided(name, "SG", PORCELAIN);
    KnownDecision japan = decided(name, "JP", STEEL);
    assertThat(conflicts.of(japan.id()))
        .singleElement()
        .satisfies(c -> assertThat(c.sameGoods()).isTrue())
        .satisfies(c -> assertThat(c.against(japan.id()).id()).isEqualTo(singapore.id()));

    String like = name + " " + Goods.word();
    assertThat(conflicts.of(decided(like, "KR", STEEL).id()))
        .as("nearly the same goods, to another destination")
        .isEmpty();
  }

  @Test
  void ofTwoDecidedAtTheSameMomentOneSeesTheOther() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        String name = "Ceramic Kitchen Knife " + Goods.word() + " " + Goods.word();
        UUID red = submit(listing(name + " Red"), "SG").itemId();
        UUID blue = submit(listing(name + " Blue"), "SG").itemId();
        var start = new CyclicBarrier(2);
        Future<?> first = people.submit(() -> decideAt(start, red, PORCELAIN));
        Future<?> second = people.submit(() -> decideAt(start, blue, STEEL));
        first.get();
        second.get();
        assertThat(conflicts.of(ofItem(red).id())).hasSize(1);
      }
    } finally {
      people.shutdown();
    }
  }

  private @Nullable Void decideAt(CyclicBarrier start, UUID item, Code code) throws Exception {
    Actor somebody = somebody(Role.SPECIALIST);
    start.await();
    decide(somebody, item, answer(code, "GIR 1"));
    return null;
  }

  @Test
  void aProhibitionStandsAgainstACodeForNearlyTheSameGoods() {
    String name = "Ceramic Bread Knife " + Goods.word() + " " + Goods.word();
    KnownDecision code = decided(name + " Red", "SG", PORCELAIN);
    UUID item = submit(listing(name + " Blue"), "SG").itemId();
    decide(lead, item, new Answer(Verdict.PROHIBIT, null, "a weapon", "the Act"));

    assertThat(conflicts.of(code.id()))
        .singleElement()
        .satisfies(c -> assertThat(c.against(code.id()).isProhibition()).isTrue());
  }

  @Test
  void onlyALeadSettlesOnceAndWithAReason() {
    String name = "Ceramic Kitchen Knife " + Goods.word() + " " + Goods.word();
    KnownDecision first = decided(name + " Red", "SG", PORCELAIN);
    decided(name + " Blue", "SG", STEEL);
    UUID id = conflicts.of(first.id()).get(0).id();

    assertThatThrownBy(() -> conflicts.bothStand(id, "I think so.", mei))
        .isInstanceOf(AccessDeniedException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conflicts.bothStand(id, " ", lead))
        .withMessageContaining("say in what the goods differ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conflicts.bothStand(UUID.randomUUID(), "why", lead))
        .withMessageContaining("there is no conflict");
    long before = conflicts.countOpen();
    conflicts.bothStand(id, "the colour decides", lead);
    assertThat(conflicts.countOpen()).isEqualTo(before - 1);
    assertThatThrownBy(() -> conflicts.bothStand(id, "again", lead))
        .isInstanceOf(KnowledgeRefused.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from knowledge_conflict where id = :id").param("id", id).update())
        .rootCause()
        .hasMessageContaining("never changed or removed");
  }

  @Test
  void itWeighsWhatIsKnownOfHowItWasDecided() {
    KnownDecision one = decided(Goods.knife().title(), "SG", PORCELAIN);
    assertThat(one.strength()).isEqualTo(Strength.ONE_PERSON);

    UUID ruled = submit(Goods.knife(), "SG").itemId();
    decide(mei, ruled, answer(PORCELAIN, "Ruling 2026/114 of Singapore Customs"));
    assertThat(ofItem(ruled).strength()).isEqualTo(Strength.RULING);

    UUID doubted = submit(Goods.knife(), "SG").itemId();
    decide(mei, doubted, new Answer(Verdict.ESCALATE, null, "not sure", ""));
    decide(lead, doubted, answer(PORCELAIN, "GIR 1"));
    assertThat(ofItem(doubted).strength()).isEqualTo(Strength.ADJUDICATED);

    // Another seller's like goods are held for a reason that the precedent does not settle.
    jdbc.sql("update precedent set settled = '{}' where id = :id").param("id", one.id()).update();
    UUID again = submit(listing(one.title()), "SG").itemId();
    decide(somebody(Role.SPECIALIST), again, answer(PORCELAIN, "GIR 1"));
    assertThat(ofItem(again).strength()).isEqualTo(Strength.TWO_PERSONS);
    assertThat(knowledge.ofSameGoods(ofItem(again)))
        .extracting(KnownDecision::id)
        .containsExactly(one.id());
  }

  @Test
  void ofSeveralThatAreLikeTheGoodsTheWeightiestIsOfferedFirst() {
    String name = "Ceramic Carving Knife " + Goods.word();
    decided(name + " Red", "SG", PORCELAIN);
    UUID ruled = submit(listing(name + " Green"), "SG").itemId();
    decide(mei, ruled, answer(STEEL, "Ruling of an authority"));
    decided(name + " Blue", "SG", PORCELAIN);

    List<KnownGoods> like = search.like(listing(name + " Grey"), "SG", 3);

    assertThat(like).hasSize(3);
    assertThat(like.get(0).itemId()).isEqualTo(ruled);
  }

  @Test
  void afterItsLastDayItIsNotUsedAnyMore() {
    KnownDecision known = decided(Goods.knife().title(), "SG", PORCELAIN);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThatThrownBy(() -> knowledge.limit(known.id(), today, mei))
        .isInstanceOf(AccessDeniedException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> knowledge.limit(known.id(), today.minusDays(1), lead))
        .withMessageContaining("has passed");

    assertThat(knowledge.limit(known.id(), today, lead).validUntil()).isEqualTo(today);

    assertThat(journal.of(known.itemId())).extracting(Event::kind).contains("precedent.limited");
    assertThat(submit(listing(known.title()), "SG").state()).isEqualTo(ItemState.FINAL);
    Submission tomorrow = new Submission(listing(known.title()), "SG", today.plusDays(1));
    assertThat(intake.submit(List.of(tomorrow), somebody(Role.SELLER), null).lines().get(0).state())
        .isEqualTo(ItemState.HELD);
    jdbc.sql("update precedent set valid_until = :day where id = :id")
        .param("day", today.minusDays(1))
        .param("id", known.id())
        .update();
    assertThat(knowledge.find(known.id()))
        .map(KnownDecision::state)
        .contains(KnownDecision.State.EXPIRED);
    assertThatThrownBy(() -> knowledge.reopen(known.id(), lead))
        .as("it was right then")
        .isInstanceOf(KnowledgeRefused.class);
    assertThat(submit(listing(known.title()), "SG").state()).isEqualTo(ItemState.HELD);
  }

  private KnownDecision decided(String title, String to, Code code) {
    UUID item = submit(listing(title), to).itemId();
    decide(mei, item, answer(code, "GIR 1"));
    return ofItem(item);
  }

  private KnownDecision ofItem(UUID item) {
    UUID id =
        jdbc.sql(
                """
                select p.id from precedent p join decision d on d.id = p.decision_id
                where d.item_id = :item and p.retired_at is null
                """)
            .param("item", item)
            .query(UUID.class)
            .single();
    return knowledge.find(id).orElseThrow();
  }

  private static Answer answer(Code code, String basis) {
    return new Answer(Verdict.RECLASSIFY, code, "as it is described", basis);
  }

  private void decide(Actor actor, UUID item, Answer answer) {
    ReviewTask task = queue.claim(queue.findOpenByItem(item).orElseThrow().id(), actor);
    decisions.decide(task.id(), task.version(), answer, actor);
  }

  private Receipt.Line submit(Listing listing, String to) {
    return intake
        .submit(List.of(new Submission(listing, to, null)), somebody(Role.SELLER), null)
        .lines()
        .get(0);
  }

  private static Listing listing(String title) {
    return new Listing.Builder()
        .with(Field.SKU, "SKU-" + Goods.word())
        .with(Field.TITLE, title)
        .with(Field.ORIGIN, "CN")
        .build();
  }
}
