package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.assess.Lane;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.listing.Listing;
import org.pabean.record.Journal;
import org.pabean.record.TaskFact.Held;
import org.pabean.record.TaskFact.Relisted;
import org.pabean.registry.Registry;
import org.pabean.screening.Finding;
import org.pabean.security.Actor;
import org.pabean.tariff.GoodsQuestion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes listings in. Each becomes final, or held with a review task; item and task change in one
 * transaction.
 */
@Service
public class Intake {

  private final Registry registry;
  private final Catalogue catalogue;
  private final TaskTable tasks;
  private final IntakeKeys keys;
  private final DueTimes dueTimes;
  private final FullReview fullReview;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Journal journal;
  private final AssessTimer timer;
  private final Clock clock;

  Intake(
      Registry registry,
      Catalogue catalogue,
      TaskTable tasks,
      IntakeKeys keys,
      DueTimes dueTimes,
      FullReview fullReview,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Journal journal,
      AssessTimer timer,
      Clock clock) {
    this.registry = registry;
    this.catalogue = catalogue;
    this.tasks = tasks;
    this.keys = keys;
    this.dueTimes = dueTimes;
    this.fullReview = fullReview;
    this.transaction = transaction;
    this.events = events;
    this.journal = journal;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Takes listings in, all or none.
   *
   * @param idempotencyKey if not null, a second call with the same key changes nothing and gives
   *     the first one's receipt
   * @throws IntakeKeyReused if the key came before with other listings
   */
  public Receipt submit(
      List<Submission> submissions, Actor seller, @Nullable String idempotencyKey) {
    Optional<Receipt> earlier = keys.find(seller, idempotencyKey, submissions);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    // Assessing is slow beside storing, and needs no lock: only the storing is a transaction.
    Assessor assessor = registry.assessor();
    List<Assessment> assessments =
        submissions.stream()
            .map(s -> timer.assess(assessor, s.listing(), s.destination(), asOf(s)))
            .toList();
    return transaction.execute(
        status -> {
          if (!keys.take(seller, idempotencyKey, submissions)) {
            return keys.find(seller, idempotencyKey, submissions).orElseThrow();
          }
          // Stored in one order of products, so that batches that overlap do not block each other.
          Receipt.Line[] lines = new Receipt.Line[submissions.size()];
          IntStream.range(0, lines.length)
              .boxed()
              .sorted(Comparator.comparing(i -> storingOrder(submissions.get(i))))
              .forEachOrdered(
                  i -> lines[i] = record(submissions.get(i), assessments.get(i), assessor, seller));
          var receipt = new Receipt(List.of(lines));
          keys.fill(seller, idempotencyKey, receipt);
          return receipt;
        });
  }

  private static String storingOrder(Submission submission) {
    return submission.listing().sku() + "\n" + submission.listing().title();
  }

  private LocalDate asOf(Submission submission) {
    LocalDate named = submission.asOf();
    return named == null ? LocalDate.now(clock) : named;
  }

  private Receipt.Line record(
      Submission submission, Assessment early, Assessor assessor, Actor seller) {
    Listing listing = submission.listing();
    // Somebody may have decided on these goods since: that decision stands, so assess afresh.
    Item item =
        catalogue.record(
            listing,
            submission.destination(),
            () ->
                fullReview.applied(
                    assessor.isCurrent(early, listing)
                        ? early
                        : timer.assess(assessor, listing, submission.destination(), early.asOf())),
            seller);
    return settle(item, submission.shipBy(), seller);
  }

  /**
   * Takes what a seller tells beside the listing, in the transaction in which they did.
   *
   * @param told the listing with it
   * @param said what they told; if it answers the question that the goods raise, it is taken so
   */
  void tellMore(Item item, Listing told, String said, Actor seller) {
    Assessor assessor = registry.assessor();
    LocalDate asOf = LocalDate.now(clock);
    settle(
        catalogue.tellMore(
            item.id(),
            told,
            () -> fullReview.applied(answered(assessor, told, item.destination(), asOf, said)),
            seller),
        null,
        seller);
  }

  private Assessment answered(
      Assessor assessor, Listing told, String destination, LocalDate asOf, String said) {
    Assessment plain = timer.assess(assessor, told, destination, asOf);
    GoodsQuestion question = plain.question();
    return question == null || question.answer(said).isEmpty()
        ? plain
        : assessor.assess(told, destination, asOf, said);
  }

  /**
   * Holds an item that was final, because a person objects to it. Its task says why; documents that
   * were handed over stay as they are, new ones are refused.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID object(UUID itemId, Finding objection) {
    return hold(catalogue.object(itemId, objection), null);
  }

  /**
   * The same for an item whose last assessment rests on what is not in force any more: it is
   * assessed afresh, so that the task suggests nothing of it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID objectAnew(UUID itemId, Finding objection) {
    Item item = catalogue.get(itemId);
    Assessment fresh =
        timer.assess(registry.assessor(), item.listing(), item.destination(), LocalDate.now(clock));
    return hold(catalogue.object(itemId, fresh, objection), null);
  }

  /** Opens, renews or closes the task of an item that was just assessed. */
  private Receipt.Line settle(Item item, @Nullable LocalDate shipBy, Actor seller) {
    Assessment assessment = item.assessment();
    @Nullable UUID taskId = null;
    if (item.state() == ItemState.HELD) {
      taskId = hold(item, shipBy);
    } else {
      closeRelisted(item, seller);
      events.publishEvent(new ItemFinalised(item));
    }
    return new Receipt.Line(
        item.id(),
        item.listing().sku(),
        item.state(),
        item.lane(),
        item.code(),
        taskId,
        assessment.precedent() == null ? null : assessment.precedent().id(),
        assessment.open().stream().map(Finding::reason).toList());
  }

  /** Closes the task of an item that needs none any more, if it had one. */
  private void closeRelisted(Item item, Actor seller) {
    Instant now = clock.instant();
    @Nullable ReviewTask open =
        tasks.findOpenByItem(item.id()).flatMap(task -> tasks.lock(task.id())).orElse(null);
    if (open != null && open.isOpen()) {
      open.lapsed(now).ifPresent(journal::write);
      tasks.closeRelisted(open.id(), now);
      journal.write(new Relisted(item.id(), open.id()), seller);
    }
  }

  /** Opens a task, or puts the new assessment before whoever has the open one. */
  private UUID hold(Item item, @Nullable LocalDate shipBy) {
    boolean forLead = item.lane() == Lane.BLOCKED;
    Instant now = clock.instant();
    String likeness = Likeness.of(item);
    Optional<ReviewTask> open = tasks.findOpenByItem(item.id());
    if (open.isPresent()) {
      @Nullable Instant due =
          shipBy == null ? null : dueTimes.dueAt(item, open.get().openedAt(), shipBy);
      tasks.renew(open.get().id(), item.assessmentId(), forLead, due, likeness);
      ReviewTask renewed = tasks.find(open.get().id()).orElseThrow();
      recordHold(renewed, item, true);
      return renewed.id();
    }
    Instant due = dueTimes.dueAt(item, now, shipBy);
    ReviewTask task = tasks.open(item.id(), item.assessmentId(), forLead, now, due, likeness);
    recordHold(task, item, false);
    events.publishEvent(new TaskOpened(task, item));
    return task.id();
  }

  private void recordHold(ReviewTask task, Item item, boolean again) {
    List<String> reasons =
        item.assessment().open().stream().map(Finding::category).distinct().toList();
    boolean forLead = task.forLead() || item.lane() == Lane.BLOCKED;
    journal.write(
        new Held(item.id(), task.id(), item.assessmentId(), again, forLead, task.dueAt(), reasons));
  }
}
