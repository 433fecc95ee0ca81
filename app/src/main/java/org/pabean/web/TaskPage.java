package org.pabean.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.Answer;
import org.pabean.review.Decision;
import org.pabean.review.Decisions;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.TaskNotYours;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One review task: all evidence on one screen, and the answer. */
@Controller
class TaskPage {

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final Catalogue catalogue;
  private final TaskViews views;
  private final DecidedLine decidedLine;

  TaskPage(
      ReviewQueue queue,
      Decisions decisions,
      Catalogue catalogue,
      TaskViews views,
      DecidedLine decidedLine) {
    this.queue = queue;
    this.decisions = decisions;
    this.catalogue = catalogue;
    this.views = views;
    this.decidedLine = decidedLine;
  }

  @GetMapping("/tasks/{id}")
  String show(@AuthenticationPrincipal Login login, @PathVariable UUID id, Model model) {
    model.addAttribute("view", views.of(task(id), login.actor(), null));
    return "tasks/task";
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    task(id);
    try {
      queue.claim(id, login.actor());
    } catch (TaskNotYours e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/tasks/" + id;
  }

  /** Whoever goes on working keeps the claim; the page asks for it while something is typed. */
  @PostMapping("/tasks/{id}/lease")
  String keep(@AuthenticationPrincipal Login login, @PathVariable UUID id, Model model) {
    task(id);
    try {
      model.addAttribute("claim", queue.claim(id, login.actor()).claim());
    } catch (TaskNotYours e) {
      model.addAttribute("lost", Sentence.of(String.valueOf(e.getMessage())));
    }
    model.addAttribute("taskId", id);
    return "tasks/lease :: lease";
  }

  @PostMapping("/tasks/{id}/release")
  String release(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    task(id);
    queue.release(id, login.actor());
    after.addFlashAttribute("done", "The task is back in the queue.");
    return "redirect:/queue";
  }

  @PostMapping("/tasks/{id}/decide")
  String decide(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      DecisionForm form,
      Model model,
      RedirectAttributes after,
      HttpServletResponse response) {
    Actor actor = login.actor();
    ReviewTask task = task(id);
    try {
      Item item = catalogue.get(task.itemId());
      Answer answer = form.answer(item.assessment().code());
      Decision decision = decisions.decide(id, form.version(), answer, actor);
      after.addFlashAttribute("decided", decidedLine.of(decision, item, actor));
    } catch (TaskNotYours e) {
      return again(id, actor, form, model, new Refusal(response, 409, e.getMessage()));
    } catch (IllegalArgumentException e) {
      return again(id, actor, form, model, new Refusal(response, 400, e.getMessage()));
    }
    return queue
        .claimNext(actor)
        .map(next -> "redirect:/tasks/" + next.id())
        .orElse("redirect:/queue");
  }

  /** Why an answer was not taken. */
  private record Refusal(HttpServletResponse response, int status, @Nullable String message) {}

  /** Shows the task as it now stands, with everything that was typed and what is wrong with it. */
  private String again(UUID id, Actor actor, DecisionForm form, Model model, Refusal refusal) {
    refusal.response.setStatus(refusal.status);
    model.addAttribute("refused", Sentence.of(String.valueOf(refusal.message)));
    model.addAttribute("view", views.of(task(id), actor, form));
    return "tasks/task";
  }

  private ReviewTask task(UUID id) {
    return queue.find(id).orElseThrow(() -> new NotFound("task"));
  }
}
