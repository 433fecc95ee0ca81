package org.pabean.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.Answer;
import org.pabean.review.Decision;
import org.pabean.review.Decisions;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SimilarTasks;
import org.pabean.review.TaskNotYours;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One review task: all evidence on one screen, and the answer. */
@Controller
class TaskPage {

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final SimilarTasks similar;
  private final Catalogue catalogue;
  private final TaskViews views;
  private final DecidedLine decidedLine;

  TaskPage(
      ReviewQueue queue,
      Decisions decisions,
      SimilarTasks similar,
      Catalogue catalogue,
      TaskViews views,
      DecidedLine decidedLine) {
    this.queue = queue;
    this.decisions = decisions;
    this.similar = similar;
    this.catalogue = catalogue;
    this.views = views;
    this.decidedLine = decidedLine;
  }

  @GetMapping("/tasks/{id}")
  String show(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      Model model) {
    QueueQuery query = QueueQuery.of(parameters);
    model.addAttribute("view", views.of(task(id), login.actor(), query, null));
    return "tasks/task";
  }

  @PostMapping("/tasks/{id}/decide")
  ModelAndView decide(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      DecisionForm form,
      RedirectAttributes after) {
    Actor actor = login.actor();
    QueueQuery query = QueueQuery.of(parameters);
    ReviewTask task = task(id);
    try {
      Item item = catalogue.get(task.itemId());
      List<SimilarTasks.Seen> variants = variants(form.ticked());
      List<LegalBasis> bases = views.of(task, actor, query, form).bases();
      Answer answer = form.answer(item.assessment().code(), bases);
      Decision decision = decisions.decide(id, form.version(), answer, actor);
      List<SimilarTasks.Outcome> others = similar.decide(variants, answer, actor);
      after.addFlashAttribute("decided", decidedLine.of(decision, item, others, actor));
    } catch (TaskNotYours e) {
      return again(views.of(task(id), actor, query, form), HttpStatus.CONFLICT, e);
    } catch (IllegalArgumentException e) {
      return again(views.of(task(id), actor, query, form), HttpStatus.BAD_REQUEST, e);
    }
    return new ModelAndView(next(query, actor, after));
  }

  /** Gives the task back and goes on with another. */
  @PostMapping("/tasks/{id}/skip")
  String skip(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    queue.skip(task(id).id(), login.actor());
    return next(QueueQuery.of(parameters), login.actor(), after);
  }

  private String next(QueueQuery query, Actor actor, RedirectAttributes after) {
    Optional<ReviewTask> next = queue.claimNext(query.filter(), actor);
    if (next.isEmpty()) {
      after.addFlashAttribute("done", "Nothing else in this list is free for you.");
    }
    return "redirect:" + next.map(task -> "/tasks/" + task.id()).orElse("/queue") + query.text();
  }

  /** Each is the task's id and the version that lay before the person. */
  private static List<SimilarTasks.Seen> variants(List<String> ticked) {
    List<SimilarTasks.Seen> variants = new ArrayList<>();
    for (String each : ticked) {
      String[] parts = each.split(":", 2);
      if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
        throw new IllegalArgumentException("the list of variants is damaged: load the page again");
      }
      variants.add(new SimilarTasks.Seen(UUID.fromString(parts[0]), Long.parseLong(parts[1])));
    }
    return variants;
  }

  /** Shows the task as it now stands, with everything that was typed and what is wrong with it. */
  private static ModelAndView again(TaskView view, HttpStatus status, Exception refused) {
    var page = new ModelAndView("tasks/task", status);
    page.addObject("refused", Sentence.of(String.valueOf(refused.getMessage())));
    page.addObject("view", view);
    return page;
  }

  private ReviewTask task(UUID id) {
    return queue.find(id).orElseThrow(() -> new NotFound("task"));
  }
}
