package org.pabean.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Assignments;
import org.pabean.review.PersonLoad;
import org.pabean.review.QueueCounts;
import org.pabean.review.QueueFilter;
import org.pabean.review.QueuePart;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SavedView;
import org.pabean.review.SavedViews;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which task next: the open tasks, filtered by what the address says. */
@Controller
class QueuePage {

  private final ReviewQueue queue;
  private final Assignments assignments;
  private final SavedViews views;
  private final Accounts accounts;
  private final TaskRows rows;

  QueuePage(
      ReviewQueue queue,
      Assignments assignments,
      SavedViews views,
      Accounts accounts,
      TaskRows rows) {
    this.queue = queue;
    this.assignments = assignments;
    this.views = views;
    this.accounts = accounts;
    this.rows = rows;
  }

  /**
   * What the page shows.
   *
   * @param query what the address asks for
   * @param rows one page of tasks
   * @param next where the next page begins; null if there is none
   * @param first whether this is the first page
   * @param counts how many there are of each kind
   * @param tabs the kinds that everybody has, with their counts
   * @param views those that were saved
   * @param people whom tasks can be given to; empty unless a lead looks
   * @param person the name of the person whose tasks are shown; empty if all are
   */
  record View(
      QueueQuery query,
      List<TaskRows.Row> rows,
      @Nullable String next,
      boolean first,
      QueueCounts counts,
      List<Tab> tabs,
      List<SavedView> views,
      List<PersonLoad> people,
      String person) {

    public long shown() {
      return tabs.stream().filter(Tab::here).findFirst().map(Tab::tasks).orElse(counts.all());
    }
  }

  /** A kind of tasks: its name, its list, how many there are, and whether it is the one shown. */
  record Tab(String label, QueueQuery query, long tasks, boolean here) {}

  @GetMapping("/queue")
  String show(
      @AuthenticationPrincipal Login login,
      @RequestParam Map<String, String> parameters,
      Model model) {
    Actor actor = login.actor();
    QueueQuery query = QueueQuery.of(parameters);
    QueueFilter filter = query.filter();
    @Nullable String after = parameters.get("after");
    QueuePart part = queue.page(filter, actor, after, Page.SIZE);
    QueueCounts counts = queue.counts(filter, actor);
    model.addAttribute(
        "view",
        new View(
            query,
            rows.of(part.tasks(), actor),
            part.next(),
            after == null,
            counts,
            tabs(query, counts),
            views.all(actor),
            actor.is(Role.LEAD) ? assignments.load(actor) : List.of(),
            name(filter.person())));
    return "queue/queue";
  }

  private String name(@Nullable UUID person) {
    return person == null ? "" : accounts.find(person).map(a -> a.name()).orElse("nobody known");
  }

  private static List<Tab> tabs(QueueQuery query, QueueCounts counts) {
    return List.of(
        tab("All open", query.standing("", "", ""), counts.all(), query),
        tab("Never opened", query.standing("", "new", ""), counts.fresh(), query),
        tab("Mine", query.standing("", "mine", ""), counts.mine(), query),
        tab("Free for you", query.standing("", "free", ""), counts.free(), query),
        tab("Seller asked", query.standing("", "asked", ""), counts.asked(), query),
        tab("Overdue", query.standing("", "", "yes"), counts.overdue(), query),
        tab("Blocked", query.standing("blocked", "", ""), counts.blocked(), query),
        tab("For a lead", query.standing("lead", "", ""), counts.lead(), query));
  }

  private static Tab tab(String label, QueueQuery query, long tasks, QueueQuery shown) {
    return new Tab(label, query, tasks, query.equals(shown));
  }

  @PostMapping("/queue/next")
  String next(
      @AuthenticationPrincipal Login login,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes after) {
    QueueQuery query = QueueQuery.of(parameters);
    Optional<ReviewTask> next = queue.claimNext(query.filter(), login.actor());
    if (next.isEmpty()) {
      after.addFlashAttribute(
          "done",
          query.isNarrowed()
              ? "Nothing in this list is free for you."
              : "Nothing is free: all open tasks are held by others, or for a lead.");
    }
    return "redirect:" + next.map(task -> "/tasks/" + task.id()).orElse("/queue") + query.text();
  }

  @PostMapping("/queue/views")
  String save(
      @AuthenticationPrincipal Login login,
      @RequestParam Map<String, String> parameters,
      @RequestParam String name,
      @RequestParam(defaultValue = "false") boolean shared,
      RedirectAttributes after) {
    QueueQuery query = QueueQuery.of(parameters);
    query.filter();
    views.save(name, query.plain(), shared, login.actor());
    after.addFlashAttribute("done", "The view “%s” is kept.".formatted(name.strip()));
    return "redirect:/queue" + query.text();
  }

  @PostMapping("/queue/views/{id}/remove")
  String remove(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters) {
    views.remove(id, login.actor());
    return "redirect:/queue" + QueueQuery.of(parameters).text();
  }
}
