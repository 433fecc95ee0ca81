package org.pabean.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Assignments;
import org.pabean.review.ReviewQueue;
import org.pabean.review.TaskNotYours;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with several tasks of the queue at once; each is done, or refused, by itself. */
@Controller
class QueueActions {

  private final ReviewQueue queue;
  private final Assignments assignments;
  private final Accounts accounts;

  QueueActions(ReviewQueue queue, Assignments assignments, Accounts accounts) {
    this.queue = queue;
    this.assignments = assignments;
    this.accounts = accounts;
  }

  /** Whoever holds one already holds it for longer. */
  @PostMapping("/queue/claim")
  String claim(
      @AuthenticationPrincipal Login login,
      @RequestParam(defaultValue = "") List<UUID> task,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    Actor actor = login.actor();
    Tally tally = each(task, id -> queue.claim(id, actor));
    return told(tally, "claimed by you", parameters, after);
  }

  @PostMapping("/queue/release")
  String release(
      @AuthenticationPrincipal Login login,
      @RequestParam(defaultValue = "") List<UUID> task,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    Actor actor = login.actor();
    Tally tally = each(task, id -> queue.release(id, actor));
    return told(tally, "given back, as far as you held them", parameters, after);
  }

  /** An empty person puts the tasks back for all. */
  @PostMapping("/queue/assign")
  String assign(
      @AuthenticationPrincipal Login login,
      @RequestParam(defaultValue = "") List<UUID> task,
      @RequestParam(name = "give", required = false) @Nullable UUID person,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    Actor lead = login.actor();
    Tally tally = each(task, id -> assignments.assign(id, person, null, lead));
    String to = person == null ? "" : accounts.find(person).map(a -> a.name()).orElse("");
    return told(tally, to.isEmpty() ? "put back for all" : "given to " + to, parameters, after);
  }

  /** How many went well, and why others did not. */
  private record Tally(int done, List<String> refused) {}

  private static Tally each(List<UUID> tasks, Consumer<UUID> action) {
    int done = 0;
    List<String> refused = new ArrayList<>();
    for (UUID task : tasks) {
      try {
        action.accept(task);
        done++;
      } catch (TaskNotYours | IllegalArgumentException e) {
        refused.add(String.valueOf(e.getMessage()));
      }
    }
    return new Tally(done, refused);
  }

  private static String told(
      Tally tally, String what, Map<String, String> parameters, RedirectAttributes after) {
    if (tally.done == 0 && tally.refused.isEmpty()) {
      after.addFlashAttribute("fault", "Tick the tasks first.");
    }
    if (tally.done > 0) {
      after.addFlashAttribute(
          "done", "%d %s %s.".formatted(tally.done, tally.done == 1 ? "task" : "tasks", what));
    }
    if (!tally.refused.isEmpty()) {
      after.addFlashAttribute(
          "fault",
          "%d not: %s"
              .formatted(
                  tally.refused.size(),
                  Sentence.of(String.join("; ", tally.refused.stream().distinct().toList()))));
    }
    return "redirect:/queue" + QueueQuery.of(parameters).text();
  }
}
