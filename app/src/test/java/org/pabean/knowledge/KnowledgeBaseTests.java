package org.pabean.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.Goods;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
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
import org.pabean.screening.Finding;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** A bad decision is retired and forgotten, and all that rested on it is held again. */
class KnowledgeBaseTests extends DatabaseTests {

  private static final Code PORCELAIN = Code.parse("6911.10");

  @Autowired private KnowledgeBase knowledge;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Catalogue catalogue;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor mei;
  private Actor lead;

  @BeforeEach
  void people() {
    mei = somebody(Role.SPECIALIST);
    lead = somebody(Role.LEAD);
  }

  @Test
  void aBadDecisionIsRetiredAndForgottenAndWhatRestedOnItIsHeldAgain() {
    Listing knife = Goods.knife();
    UUID first = submit(knife, somebody(Role.SELLER)).itemId();
    decide(first, new Answer(Verdict.RECLASSIFY, PORCELAIN, "porcelain", "General Rule 1"));
    Receipt.Line second = submit(knife, somebody(Role.SELLER));
    assertThat(second.state()).as("as decided before").isEqualTo(ItemState.FINAL);
    KnownDecision known = onlyOne(knife);
    assertThat(knowledge.resting(known))
        .extracting(Item::id)
        .containsExactlyInAnyOrder(first, second.itemId());

    KnownDecision retired = knowledge.retire(known.id(), "It is a tool of the kitchen.", lead);

    assertThat(retired.state()).isEqualTo(KnownDecision.State.RETIRED);
    assertThat(retired.retiredBy()).isEqualTo(lead.name());
    assertThat(written(first)).contains("precedent.retired");
    Receipt.Line third = submit(knife, somebody(Role.SELLER));
    assertThat(third.state()).as("forgotten").isEqualTo(ItemState.HELD);
    assertThat(item(third.itemId()).assessment().precedent()).isNull();
    assertThat(item(first).state()).as("until it is opened again").isEqualTo(ItemState.FINAL);

    assertThat(knowledge.reopen(known.id(), lead))
        .containsExactlyInAnyOrder(first, second.itemId());

    for (UUID id : List.of(first, second.itemId())) {
      Item held = item(id);
      assertThat(held.state()).isEqualTo(ItemState.HELD);
      assertThat(held.assessment().precedent()).as("nothing of it is suggested").isNull();
      assertThat(held.assessment().open())
          .filteredOn(finding -> finding.category().equals("precedent"))
          .singleElement()
          .extracting(Finding::reason)
          .asString()
          .contains("6911.10", mei.name(), lead.name(), "a tool of the kitchen");
      assertThat(queue.findOpenByItem(id)).isPresent();
    }
    assertThat(knowledge.resting(retired)).isEmpty();
    assertThat(knowledge.reopen(known.id(), lead)).as("once more").isEmpty();
    submit(knife, somebody(Role.SELLER));
    assertThat(item(first).state()).isEqualTo(ItemState.HELD);
  }

  @Test
  void whatWasDecidedAnewSinceDoesNotRestOnItAnyMore() {
    Listing knife = Goods.knife();
    UUID first = submit(knife, somebody(Role.SELLER)).itemId();
    decide(first, new Answer(Verdict.RECLASSIFY, PORCELAIN, "porcelain", "General Rule 1"));
    KnownDecision known = onlyOne(knife);
    knowledge.retire(known.id(), "Wrong.", lead);
    knowledge.reopen(known.id(), lead);
    decide(first, new Answer(Verdict.RECLASSIFY, Code.parse("8211.92"), "a knife", "Note 1"));

    assertThat(knowledge.reopen(known.id(), lead)).isEmpty();
    assertThat(item(first).state()).isEqualTo(ItemState.FINAL);
    assertThat(submit(knife, somebody(Role.SELLER)).code()).isEqualTo(Code.parse("8211.92"));
  }

  /** Goods stream in while a lead retires what they are finalised on. */
  @Test
  void onceItIsRetiredNotOneMoreIsFinalisedOnIt() throws Exception {
    Listing knife = Goods.knife();
    UUID first = submit(knife, somebody(Role.SELLER)).itemId();
    decide(first, new Answer(Verdict.RECLASSIFY, PORCELAIN, "porcelain", "General Rule 1"));
    KnownDecision known = onlyOne(knife);
    var stop = new AtomicBoolean();
    ExecutorService stream = Executors.newFixedThreadPool(3);
    List<Future<Integer>> finals = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      finals.add(
          stream.submit(
              () -> {
                Actor shop = somebody(Role.SELLER);
                int made = 0;
                for (int n = 0; !stop.get(); n++) {
                  made += submit(sold(knife, "N" + n), shop).state() == ItemState.FINAL ? 1 : 0;
                }
                return made;
              }));
    }
    List<UUID> rested;
    try {
      Thread.sleep(700);
      KnownDecision retired = knowledge.retire(known.id(), "Wrong.", lead);
      rested = knowledge.resting(retired).stream().map(Item::id).toList();
      Thread.sleep(500);
      assertThat(knowledge.resting(retired))
          .as("not one more")
          .extracting(Item::id)
          .containsExactlyInAnyOrderElementsOf(rested);
    } finally {
      stop.set(true);
      stream.shutdown();
    }
    int made = 1;
    for (Future<Integer> one : finals) {
      made += one.get();
    }
    assertThat(rested).hasSize(made).hasSizeGreaterThan(3);
    assertThat(knowledge.reopen(known.id(), lead)).hasSize(made);
  }

  @Test
  void aProhibitionIsRetiredToo() {
    Listing vape = Goods.vape();
    UUID item = submit(vape, somebody(Role.SELLER)).itemId();
    decideAs(lead, item, new Answer(Verdict.PROHIBIT, null, "It is a vaporiser.", "the Act"));
    KnownDecision known = onlyOne(vape);
    assertThat(known.isProhibition()).isTrue();
    assertThat(known.legalBasis()).isEqualTo("the Act");
    assertThat(knowledge.resting(known)).extracting(Item::id).containsExactly(item);

    knowledge.retire(known.id(), "It is a toy.", lead);

    assertThat(knowledge.reopen(known.id(), lead)).containsExactly(item);
    assertThat(item(item).state()).isEqualTo(ItemState.HELD);
    assertThat(
            jdbc.sql("select count(*) from prohibition where id = :id and lifted_at is null")
                .param("id", known.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void onlyALeadRetiresOnceAndWithAReason() {
    Listing knife = Goods.knife();
    UUID item = submit(knife, somebody(Role.SELLER)).itemId();
    decide(item, new Answer(Verdict.RECLASSIFY, PORCELAIN, "porcelain", "General Rule 1"));
    UUID id = onlyOne(knife).id();

    assertThatThrownBy(() -> knowledge.retire(id, "I think so.", mei))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> knowledge.reopen(id, mei)).isInstanceOf(AccessDeniedException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> knowledge.retire(id, "  ", lead))
        .withMessageContaining("say why");
    assertThatThrownBy(() -> knowledge.reopen(id, lead))
        .isInstanceOf(KnowledgeRefused.class)
        .hasMessageContaining("retire it first");
    assertThat(submit(knife, somebody(Role.SELLER)).state()).isEqualTo(ItemState.FINAL);

    knowledge.retire(id, "Wrong.", lead);
    assertThatThrownBy(() -> knowledge.retire(id, "Wrong.", lead))
        .isInstanceOf(KnowledgeRefused.class);
    for (String sql :
        List.of(
            "delete from knowledge_retirement where id = :id",
            "update knowledge_retirement set reason = 'x' where id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param("id", id).update())
          .rootCause()
          .hasMessageContaining("never changed or removed");
    }
  }

  @Test
  void itIsFoundByWordsCodeDestinationPersonAndState() {
    Listing knife = Goods.knife();
    String word = word(knife);
    UUID item = submit(knife, somebody(Role.SELLER)).itemId();
    String why = "qrationale" + word;
    decide(item, new Answer(Verdict.RECLASSIFY, PORCELAIN, why, "Note 3"));

    assertThat(found(word, "69.11", "SG", mei.name())).isEqualTo(1);
    assertThat(found(why, "", "", "")).as("by the rationale").isEqualTo(1);
    assertThat(found(word, "8211", "", "")).isZero();
    assertThat(found(word, "", "VN", "")).isZero();
    assertThat(found(word, "", "", "nobody of that name")).isZero();
    assertThat(found("' | !" + word + " :* & (", "", "", "")).isEqualTo(1);
    assertThat(
            knowledge.find(
                new KnowledgeFilter(word, "", "", "", KnownDecision.State.RETIRED), 0, 9))
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KnowledgeFilter("", "69x", "", "", KnownDecision.State.IN_FORCE))
        .withMessageContaining("'69x' is not a code");
  }

  private int found(String text, String code, String to, String by) {
    return knowledge
        .find(new KnowledgeFilter(text, code, to, by, KnownDecision.State.IN_FORCE), 0, 9)
        .size();
  }

  private KnownDecision onlyOne(Listing listing) {
    var filter = new KnowledgeFilter(word(listing), "", "", "", KnownDecision.State.IN_FORCE);
    List<KnownDecision> found = knowledge.find(filter, 0, 9);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String word(Listing listing) {
    return listing.title().substring(listing.title().lastIndexOf(' ') + 1);
  }

  /** The same goods under another number. */
  private static Listing sold(Listing listing, String sku) {
    return new Listing.Builder()
        .with(Field.SKU, sku)
        .with(Field.TITLE, listing.title())
        .with(Field.ORIGIN, listing.origin())
        .build();
  }

  private void decide(UUID item, Answer answer) {
    decideAs(mei, item, answer);
  }

  private void decideAs(Actor actor, UUID item, Answer answer) {
    ReviewTask task = queue.claim(queue.findOpenByItem(item).orElseThrow().id(), actor);
    decisions.decide(task.id(), task.version(), answer, actor);
  }

  private Receipt.Line submit(Listing listing, Actor by) {
    return intake.submit(List.of(new Submission(listing, "SG", null)), by, null).lines().get(0);
  }

  private Item item(UUID id) {
    return Objects.requireNonNull(transaction.execute(status -> catalogue.get(id)));
  }

  private List<String> written(UUID item) {
    return journal.of(item).stream().map(Event::kind).toList();
  }
}
