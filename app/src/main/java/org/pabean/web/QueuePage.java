package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which task next. */
@Controller
class QueuePage {

  private final ReviewQueue queue;
  private final TaskRows rows;
  private final Clock clock;

  QueuePage(ReviewQueue queue, TaskRows rows, Clock clock) {
    this.queue = queue;
    this.rows = rows;
    this.clock = clock;
  }

  /** The tasks that a tab shows. */
  enum Tab {
    ALL("All open"),
    NEW("Never opened"),
    MINE("Mine"),
    LATE("Overdue"),
    LEAD("For a lead");

    private final String label;

    Tab(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    boolean shows(ReviewTask task, Actor actor, Instant now) {
      TaskRows.Holder holder = TaskRows.holder(task, actor.id(), now);
      return switch (this) {
        case ALL -> true;
        case NEW -> holder == TaskRows.Holder.NEVER_OPENED;
        case MINE -> holder == TaskRows.Holder.ME;
        case LATE -> task.dueAt().isBefore(now);
        case LEAD -> task.forLead();
      };
    }
  }

  /** A tab and how many tasks it shows. */
  record Count(Tab tab, long tasks) {}

  @GetMapping("/queue")
  String show(
      @AuthenticationPrincipal Login login,
      @RequestParam(defaultValue = "ALL") Tab show,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Actor actor = login.actor();
    Instant now = clock.instant();
    List<ReviewTask> open = queue.list(TaskRows.MOST);
    List<ReviewTask> shown = open.stream().filter(task -> show.shows(task, actor, now)).toList();
    Page<ReviewTask> cut = Page.cut(shown, page);
    model.addAttribute(
        "tabs",
        List.of(Tab.values()).stream()
            .map(tab -> new Count(tab, open.stream().filter(t -> tab.shows(t, actor, now)).count()))
            .toList());
    model.addAttribute("show", show);
    model.addAttribute("free", open.stream().filter(t -> TaskRows.mayTake(t, actor, now)).count());
    model.addAttribute("page", new Page<>(rows.of(cut.rows(), actor), cut.number(), cut.more()));
    return "queue/queue";
  }

  @PostMapping("/queue/next")
  String next(@AuthenticationPrincipal Login login, RedirectAttributes after) {
    return queue
        .claimNext(login.actor())
        .map(task -> "redirect:/tasks/" + task.id())
        .orElseGet(
            () -> {
              after.addFlashAttribute(
                  "done", "Nothing is free: all open tasks are held by others.");
              return "redirect:/queue";
            });
  }
}
