package org.pabean.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemCounts;
import org.pabean.catalogue.ItemState;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs me, what is late, what went by itself. */
@Controller
class TodayPage {

  private static final int TASKS = 6;
  private static final int ITEMS = 8;
  private static final int SHIPMENTS = 5;

  private final Catalogue catalogue;
  private final ReviewQueue queue;
  private final Shipments shipments;
  private final TaskRows rows;
  private final Clock clock;

  TodayPage(
      Catalogue catalogue, ReviewQueue queue, Shipments shipments, TaskRows rows, Clock clock) {
    this.catalogue = catalogue;
    this.queue = queue;
    this.shipments = shipments;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param counts how many items stand where
   * @param overdue how many open tasks are late
   * @param tasks those that the person may take next; empty for a seller
   * @param finals the items finalised last
   * @param shipments the newest
   */
  record View(
      ItemCounts counts,
      long overdue,
      List<TaskRows.Row> tasks,
      List<Item> finals,
      List<Shipment> shipments) {

    public boolean isFresh() {
      return counts.machineFinal()
              + counts.personFinal()
              + counts.held()
              + counts.blocked()
              + counts.prohibited()
          == 0;
    }
  }

  @GetMapping("/")
  String show(@AuthenticationPrincipal Login login, Model model) {
    Actor actor = login.actor();
    Instant now = clock.instant();
    List<ReviewTask> open =
        actor.is(Role.SPECIALIST) ? queue.list(TaskRows.MOST) : List.<ReviewTask>of();
    List<ReviewTask> mine =
        open.stream().filter(task -> TaskRows.mayTake(task, actor, now)).limit(TASKS).toList();
    model.addAttribute(
        "view",
        new View(
            catalogue.counts(actor),
            open.stream().filter(task -> task.dueAt().isBefore(now)).count(),
            rows.of(mine, actor),
            catalogue.list(actor, ItemState.FINAL, ITEMS),
            shipments.list(actor, SHIPMENTS)));
    return "today/today";
  }
}
