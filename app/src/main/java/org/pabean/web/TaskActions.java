package org.pabean.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Assignments;
import org.pabean.review.QuestionRefused;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestions;
import org.pabean.review.TaskNotYours;
import org.pabean.review.WithdrawalRefused;
import org.pabean.review.Withdrawals;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is done with one task beside deciding it: claim, keep, give back, assign, undo. */
@Controller
class TaskActions {

  private final ReviewQueue queue;
  private final Assignments assignments;
  private final Withdrawals withdrawals;
  private final SellerQuestions questions;

  TaskActions(
      ReviewQueue queue,
      Assignments assignments,
      Withdrawals withdrawals,
      SellerQuestions questions) {
    this.questions = questions;
    this.queue = queue;
    this.assignments = assignments;
    this.withdrawals = withdrawals;
  }

  @PostMapping("/tasks/{id}/claim")
  String claim(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    task(id);
    try {
      queue.claim(id, login.actor());
    } catch (TaskNotYours e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return back(id, parameters);
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
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    task(id);
    queue.release(id, login.actor());
    after.addFlashAttribute("done", "The task is back in the queue.");
    return "redirect:/queue" + QueueQuery.of(parameters).text();
  }

  @PostMapping("/tasks/{id}/assign")
  String assign(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(name = "give", required = false) @Nullable UUID person,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    task(id);
    try {
      ReviewTask.Assignee to = assignments.assign(id, person, null, login.actor()).assigned();
      after.addFlashAttribute(
          "done", to == null ? "The task is free for all." : "Given to " + to.name() + ".");
    } catch (TaskNotYours | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return back(id, parameters);
  }

  /**
   * What the seller is asked.
   *
   * @param version of the task that was read
   * @param text the question
   * @param choices answers to choose from, one to a line
   */
  record AskForm(long version, @Nullable String text, @Nullable String choices) {

    String asked() {
      return text == null ? "" : text;
    }

    List<String> answers() {
      return choices == null ? List.of() : choices.lines().toList();
    }
  }

  /** Asks the seller; the link is shown once, to whoever asked. */
  @PostMapping("/tasks/{id}/ask")
  String ask(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      AskForm form,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    task(id);
    try {
      SellerQuestions.Asked asked =
          questions.ask(id, form.version, form.asked(), form.answers(), login.actor());
      after.addFlashAttribute(
          "link",
          ServletUriComponentsBuilder.fromCurrentContextPath()
              .path("/ask/" + asked.token())
              .toUriString());
    } catch (TaskNotYours | QuestionRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return back(id, parameters);
  }

  @PostMapping("/review/decisions/{id}/undo")
  String undo(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID here,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    if (withdrawals.find(id).isEmpty()) {
      throw new NotFound("decision");
    }
    try {
      ReviewTask open = withdrawals.withdraw(id, login.actor());
      if (here != null && !here.equals(open.id())) {
        // The next task was claimed for somebody who goes back now.
        queue.release(here, login.actor());
      }
      after.addFlashAttribute("done", "Undone. The task is open again, with what you wrote.");
      return back(open.id(), parameters);
    } catch (WithdrawalRefused e) {
      after.addFlashAttribute("fault", "Not undone: " + e.getMessage() + ".");
      return here == null ? "redirect:/queue" : back(here, parameters);
    }
  }

  private static String back(UUID id, Map<String, String> parameters) {
    return "redirect:/tasks/" + id + QueueQuery.of(parameters).text();
  }

  private ReviewTask task(UUID id) {
    return queue.find(id).orElseThrow(() -> new NotFound("task"));
  }
}
