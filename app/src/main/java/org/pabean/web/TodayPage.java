package org.pabean.web;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemCounts;
import org.pabean.catalogue.ItemState;
import org.pabean.review.QueueFilter;
import org.pabean.review.QueueFilter.Holder;
import org.pabean.review.QueueFilter.Part;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestion;
import org.pabean.review.SellerQuestions;
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
  private final SellerQuestions questions;

  TodayPage(
      Catalogue catalogue,
      ReviewQueue queue,
      Shipments shipments,
      TaskRows rows,
      SellerQuestions questions) {
    this.questions = questions;
    this.catalogue = catalogue;
    this.queue = queue;
    this.shipments = shipments;
    this.rows = rows;
  }

  /**
   * What the page shows.
   *
   * @param counts how many items stand where
   * @param overdue how many open tasks are late
   * @param tasks those that the person may take next; empty for a seller
   * @param finals the items finalised last
   * @param shipments the newest
   * @param questions what the person was asked about goods of their own
   */
  record View(
      ItemCounts counts,
      long overdue,
      List<TaskRows.Row> tasks,
      List<Item> finals,
      List<Shipment> shipments,
      List<SellerQuestion> questions) {

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
    boolean specialist = actor.is(Role.SPECIALIST);
    model.addAttribute(
        "view",
        new View(
            catalogue.counts(actor),
            specialist ? queue.counts(QueueFilter.ALL, actor).overdue() : 0,
            specialist ? rows.of(next(actor), actor) : List.of(),
            catalogue.list(actor, ItemState.FINAL, ITEMS),
            shipments.list(actor, SHIPMENTS),
            questions.open(actor, TASKS)));
    return "today/today";
  }

  /** Those that the person holds or was given, then those that are free, the most urgent first. */
  private List<ReviewTask> next(Actor actor) {
    QueueFilter all = QueueFilter.ALL;
    Stream<ReviewTask> mine =
        queue.page(all.standing(Part.ALL, Holder.MINE, false), actor, null, TASKS).tasks().stream();
    Stream<ReviewTask> free =
        queue.page(all.standing(Part.ALL, Holder.FREE, false), actor, null, TASKS).tasks().stream();
    return Stream.concat(mine, free).filter(new HashSet<>()::add).limit(TASKS).toList();
  }
}
