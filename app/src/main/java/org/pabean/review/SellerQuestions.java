package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.listing.Listing;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact;
import org.pabean.review.SellerQuestion.Choice;
import org.pabean.screening.Finding;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.SecretText;
import org.pabean.tariff.GoodsQuestion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks sellers about goods that are held, and takes their answers: by a link that works once and
 * needs no account, or logged in. While a seller may answer the task is offered to nobody; when the
 * time is up it is back in the queue, and nothing else has happened. An answer is a fact about the
 * goods, which are then assessed anew.
 */
@Service
public class SellerQuestions {

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_QUESTION = 500;
  private static final int LONGEST_ANSWER = 1_000;
  private static final int MOST_CHOICES = 9;
  private static final int LONGEST_NAME = 80;

  private final QuestionTable table;
  private final TaskTable tasks;
  private final Catalogue catalogue;
  private final Intake intake;
  private final Accounts accounts;
  private final ReviewSettings settings;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SellerQuestions(
      QuestionTable table,
      TaskTable tasks,
      Catalogue catalogue,
      Intake intake,
      Accounts accounts,
      ReviewSettings settings,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.tasks = tasks;
    this.catalogue = catalogue;
    this.intake = intake;
    this.accounts = accounts;
    this.settings = settings;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What was asked, and how it is answered.
   *
   * @param question the question
   * @param token the last part of the link; shown only now, and kept nowhere
   */
  public record Asked(SellerQuestion question, String token) {}

  /**
   * Asks the seller of the goods. Where the question is one that the machine proposes, the seller
   * gets it in their own language.
   *
   * @param seenVersion the task's version that the specialist had before them
   * @param choices what may be answered; empty if the seller writes
   * @throws TaskNotYours if the specialist may not decide the task, or not any more
   * @throws QuestionRefused if the seller was asked already and may still answer
   * @throws IllegalArgumentException if the question is empty or too long
   */
  @Transactional
  public Asked ask(
      UUID taskId, long seenVersion, String text, List<String> choices, Actor specialist) {
    UUID itemId = tasks.find(taskId).map(ReviewTask::itemId).orElseThrow(() -> unknown(taskId));
    catalogue.lock(itemId);
    ReviewTask task = tasks.lock(taskId).orElseThrow(() -> unknown(taskId));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Decisions.refusal(task, seenVersion, specialist, now)
        .ifPresent(
            refused -> {
              throw refused;
            });
    if (table.ofItem(itemId).stream().anyMatch(q -> q.taskId().equals(taskId) && q.isOpenAt(now))) {
      throw new QuestionRefused("The seller was asked already, and may still answer.");
    }
    Item item = catalogue.get(itemId);
    String token = SecretText.random(TOKEN_BYTES);
    SellerQuestion question = question(task, item, text, choices, specialist, now);
    table.insert(question, specialist.id(), SecretText.hash(token));
    table.setWaiting(taskId, question.expiresAt());
    journal.write(
        new TaskFact.Asked(
            itemId,
            taskId,
            question.id(),
            question.text(),
            question.choices().stream().map(Choice::text).toList(),
            question.expiresAt()),
        specialist);
    events.publishEvent(new QuestionEvent(question, item));
    return new Asked(question, token);
  }

  private SellerQuestion question(
      ReviewTask task,
      Item item,
      String text,
      List<String> choices,
      Actor specialist,
      Instant now) {
    String asked = checked(text, "the question", LONGEST_QUESTION);
    List<String> given = choices.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (given.size() == 1 || given.size() > MOST_CHOICES) {
      throw new IllegalArgumentException(
          "give two to %d answers to choose from, or none for an answer in words"
              .formatted(MOST_CHOICES));
    }
    given.forEach(choice -> checked(choice, "an answer to choose from", LONGEST_QUESTION));
    GoodsQuestion machine = item.assessment().question();
    GoodsQuestion.@Nullable Wording local =
        machine != null && machine.text().equals(asked) ? machine.seller() : null;
    List<Choice> shown = new ArrayList<>();
    for (String choice : given) {
      shown.add(new Choice(choice, local == null ? "" : local(machine, local, choice)));
    }
    String localText = local == null ? ofFinding(item, asked) : local.text();
    return new SellerQuestion(
        UUID.randomUUID(),
        task.id(),
        item.id(),
        asked,
        localText,
        shown,
        specialist.name(),
        now,
        now.plus(settings.answerWithin()),
        null,
        null);
  }

  private static String local(
      @Nullable GoodsQuestion machine, GoodsQuestion.Wording local, String choice) {
    List<GoodsQuestion.Answer> answers = machine == null ? List.of() : machine.answers();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).text().equals(choice)) {
        return local.answers().get(i);
      }
    }
    return "";
  }

  /** A trigger may know the question in the seller's language. */
  private static String ofFinding(Item item, String asked) {
    String lang = item.listing().lang();
    return item.assessment().findings().stream()
        .map(Finding::ask)
        .filter(ask -> asked.equals(ask.get("en")))
        .flatMap(ask -> Stream.ofNullable(ask.get(lang)))
        .findFirst()
        .orElse("");
  }

  /** The question that a link leads to. */
  @Transactional(readOnly = true)
  public Optional<SellerQuestion> find(String token) {
    return table.byToken(SecretText.hash(token));
  }

  /**
   * Takes the answer of whoever has the link.
   *
   * @throws QuestionRefused if it was answered, is too late, or the goods were decided meanwhile
   * @throws IllegalArgumentException if the answer is empty, too long or none of the choices
   */
  @Transactional
  public SellerQuestion answer(String token, String answer) {
    return answer(find(token).orElseThrow(SellerQuestions::noSuch), answer);
  }

  /** Takes the answer of the seller who is logged in. */
  @Transactional
  public SellerQuestion answer(UUID questionId, String answer, Actor seller) {
    SellerQuestion question =
        table
            .find(questionId)
            .filter(asked -> catalogue.get(asked.itemId()).sellerId().equals(seller.id()))
            .orElseThrow(SellerQuestions::noSuch);
    return answer(question, answer);
  }

  private SellerQuestion answer(SellerQuestion asked, String given) {
    String said = said(asked, checked(given, "the answer", LONGEST_ANSWER));
    catalogue.lock(asked.itemId());
    ReviewTask task = tasks.lock(asked.taskId()).orElseThrow(() -> unknown(asked.taskId()));
    if (!task.isOpen()) {
      throw new QuestionRefused("These goods were decided meanwhile. Thank you all the same.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!table.answer(asked.id(), said, now)) {
      throw new QuestionRefused(
          table.find(asked.id()).map(SellerQuestion::answer).isPresent()
              ? "This question was answered already."
              : "The time to answer is over. The team goes on without it.");
    }
    Item item = catalogue.get(asked.itemId());
    Actor seller = accounts.find(item.sellerId()).map(Account::actor).orElseThrow();
    journal.write(new TaskFact.Answered(item.id(), task.id(), asked.id(), said), seller);
    table.setWaiting(task.id(), null);
    String name = asked.text().substring(0, Math.min(LONGEST_NAME, asked.text().length()));
    Listing told = item.listing().withAttribute(name, said);
    intake.tellMore(item, told, said, seller);
    SellerQuestion answered = table.find(asked.id()).orElseThrow();
    events.publishEvent(new QuestionEvent(answered, catalogue.get(item.id())));
    return answered;
  }

  /** The answer in English, where it is one of those to choose from. */
  private static String said(SellerQuestion asked, String given) {
    if (asked.choices().isEmpty()) {
      return given;
    }
    return asked.choices().stream()
        .filter(choice -> choice.text().equals(given) || choice.local().equals(given))
        .map(Choice::text)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("choose one of the answers that are offered"));
  }

  /** What was asked about an item, the last first. */
  @Transactional(readOnly = true)
  public List<SellerQuestion> ofItem(UUID itemId) {
    return table.ofItem(itemId);
  }

  /** What a seller was asked and has not answered, the oldest first. */
  @Transactional(readOnly = true)
  public List<SellerQuestion> open(Actor seller, int limit) {
    return table.open(seller.id(), clock.instant(), limit);
  }

  private static String checked(String text, String what, int longest) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    if (stripped.length() > longest) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters: shorten it".formatted(what, longest));
    }
    return stripped;
  }

  private static QuestionRefused noSuch() {
    return new QuestionRefused("This link leads to no question. It may have been copied in part.");
  }

  private static IllegalArgumentException unknown(UUID id) {
    return new IllegalArgumentException("there is no task " + id);
  }
}
