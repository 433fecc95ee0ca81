package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.knowledge.PrecedentSearch;
import org.pabean.review.Answer;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestions;
import org.pabean.review.SimilarTasks;
import org.pabean.review.TaskHistory;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.stereotype.Component;

/** Gathers what the task page shows. */
@Component
class TaskViews {

  private static final int PRECEDENTS = 3;

  private final ReviewQueue queue;
  private final SimilarTasks similar;
  private final TaskHistory history;
  private final SellerQuestions questions;
  private final PrecedentSearch precedents;
  private final Catalogue catalogue;
  private final ItemViews items;
  private final Clock clock;

  TaskViews(
      ReviewQueue queue,
      SimilarTasks similar,
      TaskHistory history,
      SellerQuestions questions,
      PrecedentSearch precedents,
      Catalogue catalogue,
      ItemViews items,
      Clock clock) {
    this.queue = queue;
    this.similar = similar;
    this.history = history;
    this.questions = questions;
    this.precedents = precedents;
    this.catalogue = catalogue;
    this.items = items;
    this.clock = clock;
  }

  /**
   * The task for this person.
   *
   * @param query the list that they work through
   * @param typed what they typed, if the page is shown again; else what was kept, or a fresh form
   */
  TaskView of(ReviewTask task, Actor actor, QueueQuery query, @Nullable DecisionForm typed) {
    Item item = catalogue.get(task.itemId());
    ItemView view = items.of(item, actor);
    TaskView.Stance stance = stance(task, actor);
    List<LegalBasis> bases = LegalBasis.of(task, view);
    Optional<Answer> kept = queue.draft(task.id(), actor);
    DecisionForm form =
        typed == null
            ? kept.map(answer -> DecisionForm.of(task.version(), answer, bases))
                .orElseGet(() -> DecisionForm.fresh(task.version(), view.machineCode()))
            : typed.at(task.version());
    return new TaskView(
        task,
        view,
        stance,
        query,
        queue.place(task.id(), query.filter(), actor),
        form,
        chosen(form, view),
        bases,
        stance == TaskView.Stance.MINE ? null : kept.orElse(null),
        variants(task, item, actor),
        precedents.like(item.listing(), item.destination(), PRECEDENTS),
        history.of(item.id()),
        questions.ofItem(item.id()),
        task.waitsForSellerAt(clock.instant()));
  }

  private TaskView.Stance stance(ReviewTask task, Actor actor) {
    Instant now = clock.instant();
    if (!task.isOpen()) {
      return TaskView.Stance.CLOSED;
    }
    if (task.forLead() && !actor.is(Role.LEAD)) {
      return TaskView.Stance.FOR_LEAD;
    }
    return switch (TaskRows.holder(task, actor.id(), now)) {
      case ME -> TaskView.Stance.MINE;
      case ANOTHER -> TaskView.Stance.ANOTHERS;
      case NEVER_OPENED, OPENED ->
          task.isAssignedToAnother(actor.id()) && !actor.is(Role.LEAD)
              ? TaskView.Stance.GIVEN
              : TaskView.Stance.FREE;
    };
  }

  private List<TaskView.Variant> variants(ReviewTask task, Item item, Actor actor) {
    List<ReviewTask> alike = similar.find(task);
    Map<UUID, Item> of =
        catalogue.getAll(alike.stream().map(ReviewTask::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    Instant now = clock.instant();
    List<TaskView.Variant> variants = new ArrayList<>();
    for (ReviewTask other : alike) {
      Item its = of.get(other.itemId());
      if (its != null) {
        ReviewTask.Claim claim = other.claim();
        variants.add(
            new TaskView.Variant(
                other.id(),
                other.version(),
                its.listing().title(),
                its.listing().sku(),
                WordDifference.of(item.listing(), its.listing()),
                claim != null && other.isClaimedByAnother(actor.id(), now) ? claim.name() : null));
      }
    }
    return variants;
  }

  private TaskView.@Nullable Chosen chosen(DecisionForm form, ItemView item) {
    String digits = form.choice() == null ? "" : form.choice();
    boolean offered = item.firstThree().stream().anyMatch(r -> r.code().digits().equals(digits));
    if (offered || !digits.matches("\\d{6}|\\d{8}|\\d{10}")) {
      return null;
    }
    var code = new Code(digits);
    return new TaskView.Chosen(code, items.text(code));
  }
}
