package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.review.Answer;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.stereotype.Component;

/** Gathers what the task page shows. */
@Component
class TaskViews {

  private static final List<String> BASES =
      List.of(
          "GIR 1: terms of the heading and notes",
          "GIR 2 (a): incomplete or unassembled goods",
          "GIR 2 (b): mixtures and materials",
          "GIR 3 (a): the more specific heading",
          "GIR 3 (b): essential character",
          "GIR 3 (c): the last heading in order",
          "GIR 4: goods most akin",
          "GIR 5: cases and packing",
          "GIR 6: subheadings compared",
          "Ruling of an authority");

  private final ReviewQueue queue;
  private final Catalogue catalogue;
  private final ItemViews items;
  private final Clock clock;

  TaskViews(ReviewQueue queue, Catalogue catalogue, ItemViews items, Clock clock) {
    this.queue = queue;
    this.catalogue = catalogue;
    this.items = items;
    this.clock = clock;
  }

  /**
   * The task for this person.
   *
   * @param typed what they typed, if the page is shown again; else what was kept, or a fresh form
   */
  TaskView of(ReviewTask task, Actor actor, @Nullable DecisionForm typed) {
    ItemView item = items.of(catalogue.get(task.itemId()), actor);
    TaskView.Stance stance = stance(task, actor);
    List<String> bases = bases(item);
    Optional<Answer> kept = queue.draft(task.id(), actor);
    DecisionForm form =
        typed == null
            ? kept.map(answer -> DecisionForm.of(task.version(), answer, bases))
                .orElseGet(() -> DecisionForm.fresh(task.version(), item.machineCode()))
            : typed.at(task.version());
    return new TaskView(
        task,
        item,
        stance,
        place(task),
        form,
        chosen(form, item),
        bases,
        stance == TaskView.Stance.MINE ? null : kept.orElse(null));
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
      case NEVER_OPENED, OPENED -> TaskView.Stance.FREE;
    };
  }

  private TaskView.Place place(ReviewTask task) {
    List<UUID> open = queue.list(TaskRows.MOST).stream().map(ReviewTask::id).toList();
    int at = open.indexOf(task.id());
    if (at < 0) {
      return new TaskView.Place(0, open.size(), null, open.isEmpty() ? null : open.get(0));
    }
    return new TaskView.Place(
        at + 1,
        open.size(),
        at == 0 ? null : open.get(at - 1),
        at + 1 == open.size() ? null : open.get(at + 1));
  }

  private static List<String> bases(ItemView item) {
    List<String> bases = new ArrayList<>(BASES);
    item.open().stream()
        .map(reason -> reason.finding().instrument())
        .filter(law -> !law.isEmpty())
        .distinct()
        .forEach(bases::add);
    return bases;
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
