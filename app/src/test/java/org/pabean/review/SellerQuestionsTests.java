package org.pabean.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.Goods;
import org.pabean.SettableClock;
import org.pabean.TestFiles;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.record.Event;
import org.pabean.record.Journal;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A specialist asks, a seller answers, and no time that passes decides anything. On a database of
 * its own: days go by here, and the deadlines of whatever else stood in it would be taken.
 */
@TestPropertySource(properties = "pabean.database.data-dir=target/question-data")
class SellerQuestionsTests extends QueueDatabaseTests {

  static {
    TestFiles.remove("question-data/postgres");
  }

  private static final Duration TIME_TO_ANSWER = Duration.ofDays(3);

  @Autowired private SettableClock clock;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private SellerQuestions questions;
  @Autowired private Catalogue catalogue;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor mei;
  private Actor other;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    mei = somebody(Role.SPECIALIST);
    other = somebody(Role.SPECIALIST);
  }

  @Test
  void whileTheSellerMayAnswerTheTaskIsOfferedToNobodyAndThenItIsBack() {
    String word = Goods.word();
    ReviewTask task = claimed(shirt(word));
    SellerQuestions.Asked asked = ask(task, "Knitted or woven?");

    assertThat(queue.find(task.id()).orElseThrow().claim()).isNull();
    QueueFilter list = QueueWords.filter(Map.of("text", word));
    assertThat(queue.claimNext(list, other)).isEmpty();
    assertThat(queue.counts(list, other).asked()).isEqualTo(1);
    assertThat(
            queue
                .page(QueueWords.filter(Map.of("text", word, "who", "asked")), other, null, 5)
                .tasks())
        .hasSize(1);

    clock.advance(TIME_TO_ANSWER.plusMinutes(1));

    assertThat(queue.claimNext(list, other)).map(ReviewTask::id).contains(task.id());
    assertThat(item(task).state()).as("no time that passes decides").isEqualTo(ItemState.HELD);
    assertThatThrownBy(() -> questions.answer(asked.token(), "knitted"))
        .isInstanceOf(QuestionRefused.class)
        .hasMessageContaining("The time to answer is over");
  }

  @Test
  void theAnswerIsAFactOfTheGoodsAndTheTaskComesBackWithIt() {
    ReviewTask task = claimed(shirt(Goods.word()));
    SellerQuestions.Asked asked = ask(task, "Is it knitted?");

    questions.answer(asked.token(), "Yes, knitted");

    Item told = item(task);
    assertThat(told.listing().attributes()).containsEntry("Is it knitted?", "Yes, knitted");
    ReviewTask back = queue.find(task.id()).orElseThrow();
    assertThat(back.waitsUntil()).isNull();
    assertThat(back.version()).isGreaterThan(task.version());
    assertThat(questions.ofItem(told.id()))
        .singleElement()
        .satisfies(q -> assertThat(q.answer()).isEqualTo("Yes, knitted"));
    assertThat(written(told.id())).contains("question.asked", "question.answered");
  }

  /** The words name such goods: told in others they became another product, and this one stayed. */
  @Test
  void goodsWithoutANumberStayTheSameGoods() {
    ReviewTask task = claimed(Listing.ofTitle("Ceramic knife " + Goods.word()));

    questions.answer(ask(task, "Is it glazed?").token(), "yes");

    assertThat(item(task).listing().attributes()).containsEntry("Is it glazed?", "yes");
  }

  @Test
  void anAnswerToTheMachinesQuestionLeavesOneOfItsCodes() {
    ReviewTask task = claimed(Goods.word(), "Men's T-shirt %s");
    GoodsQuestion machine = Objects.requireNonNull(item(task).assessment().question());
    List<String> choices = machine.answers().stream().map(GoodsQuestion.Answer::text).toList();
    SellerQuestions.Asked asked =
        questions.ask(task.id(), task.version(), machine.text(), choices, mei);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> questions.answer(asked.token(), "granite"))
        .withMessageContaining("choose one of the answers");
    questions.answer(asked.token(), "cotton");

    assertThat(item(task).assessment().code()).isEqualTo(Code.parse("6109.10"));
  }

  @Test
  void aLinkWorksOnceEvenForTwoWhoUseItAtOnce() throws Exception {
    ReviewTask task = claimed(shirt(Goods.word()));
    String token = ask(task, "Is it knitted?").token();
    List<Callable<String>> both =
        List.of(() -> answered(token, "yes"), () -> answered(token, "no"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<String> answers =
          threads.invokeAll(both).stream().map(SellerQuestionsTests::get).toList();
      assertThat(answers).containsOnlyOnce("This question was answered already.");
    } finally {
      threads.shutdownNow();
    }
    assertThat(questions.ofItem(task.itemId())).hasSize(1);
  }

  @Test
  void aLinkThatIsAlteredOrComesTooLateChangesNothing() {
    ReviewTask task = claimed(shirt(Goods.word()));
    String token = ask(task, "Is it knitted?").token();

    assertThatThrownBy(() -> questions.answer(token.substring(1) + "A", "yes"))
        .isInstanceOf(QuestionRefused.class);
    ReviewTask again = queueClaim(task.id());
    decisions.decide(
        task.id(),
        again.version(),
        new Answer(Verdict.ACCEPT, Code.parse("6109.10"), "It is knitted.", "GIR 1"),
        mei);
    assertThatThrownBy(() -> questions.answer(token, "yes"))
        .isInstanceOf(QuestionRefused.class)
        .hasMessageContaining("decided meanwhile");
    assertThat(item(task).state()).isEqualTo(ItemState.FINAL);
    byte[] kept =
        jdbc.sql("select token_hash from seller_question where task_id = :task")
            .param("task", task.id())
            .query((row, n) -> row.getBytes(1))
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(token);
  }

  @Test
  void aTaskThatSomebodyReadBeforeTheAnswerCannotBeDecidedUnread() {
    ReviewTask task = claimed(shirt(Goods.word()));
    String token = ask(task, "Is it knitted?").token();
    ReviewTask seen = queueClaim(task.id());
    questions.answer(token, "no, woven");

    queueClaim(task.id());
    assertThatThrownBy(
            () ->
                decisions.decide(
                    task.id(),
                    seen.version(),
                    new Answer(Verdict.ACCEPT, Code.parse("6109.10"), "As I read it.", "GIR 1"),
                    mei))
        .isInstanceOf(TaskNotYours.class);
  }

  @Test
  void onlyWhoHoldsTheTaskAsksAndNotTwiceAtOnce() {
    ReviewTask task = claimed(shirt(Goods.word()));

    assertThatThrownBy(() -> questions.ask(task.id(), task.version(), "Is it?", List.of(), other))
        .isInstanceOf(TaskNotYours.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> questions.ask(task.id(), task.version(), " ", List.of(), mei));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> questions.ask(task.id(), task.version(), "Is it?", List.of("yes"), mei))
        .withMessageContaining("two to 9 answers");
    ask(task, "Is it knitted?");
    ReviewTask again = queueClaim(task.id());
    assertThatThrownBy(() -> ask(again, "Is it, really?"))
        .isInstanceOf(QuestionRefused.class)
        .hasMessageContaining("asked already");
  }

  @Test
  void onlyTheSellerOfTheGoodsAnswersLoggedIn() {
    ReviewTask task = claimed(shirt(Goods.word()));
    UUID question = ask(task, "Is it knitted?").question().id();

    assertThat(questions.open(seller, 5)).extracting(SellerQuestion::id).containsExactly(question);
    for (Actor stranger : List.of(somebody(Role.SELLER), mei)) {
      assertThat(questions.open(stranger, 5)).isEmpty();
      assertThatThrownBy(() -> questions.answer(question, "yes", stranger))
          .isInstanceOf(QuestionRefused.class);
    }
    questions.answer(question, "yes", seller);
    assertThat(questions.open(seller, 5)).isEmpty();
  }

  @Test
  void theDatabaseKeepsWhatWasAskedAndSaid() {
    ReviewTask task = claimed(shirt(Goods.word()));
    SellerQuestions.Asked asked = ask(task, "Is it knitted?");
    questions.answer(asked.token(), "yes");

    for (String attack :
        List.of(
            "update seller_question set answer = 'no' where id = :id",
            "update seller_question set text = 'Is it woven?' where id = :id",
            "delete from seller_question where id = :id")) {
      assertThatThrownBy(() -> jdbc.sql(attack).param("id", asked.question().id()).update())
          .as(attack)
          .hasMessageMatching("(?s).*never changed.*");
    }
  }

  private String answered(String token, String answer) {
    try {
      return String.valueOf(questions.answer(token, answer).answer());
    } catch (QuestionRefused e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String get(Future<String> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private SellerQuestions.Asked ask(ReviewTask task, String text) {
    return questions.ask(task.id(), task.version(), text, List.of(), mei);
  }

  private ReviewTask queueClaim(UUID task) {
    return queue.claim(task, mei);
  }

  private Item item(ReviewTask task) {
    return transaction.execute(status -> catalogue.get(task.itemId()));
  }

  private List<String> written(UUID item) {
    return journal.of(item).stream().map(Event::kind).toList();
  }

  private static Listing shirt(String word) {
    return new Listing.Builder()
        .with(Field.SKU, "SKU-" + word)
        .with(Field.TITLE, "Ceramic knife holder shirt " + word)
        .with(Field.ORIGIN, "CN")
        .build();
  }

  private ReviewTask claimed(String word, String title) {
    return claimed(
        new Listing.Builder()
            .with(Field.SKU, "SKU-" + word)
            .with(Field.TITLE, title.formatted(word))
            .build());
  }

  private ReviewTask claimed(Listing listing) {
    Receipt receipt = intake.submit(List.of(new Submission(listing, "SG", null)), seller, null);
    return queueClaim(Objects.requireNonNull(receipt.lines().get(0).taskId(), "not held"));
  }
}
