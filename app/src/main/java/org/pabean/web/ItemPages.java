package org.pabean.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemCounts;
import org.pabean.catalogue.ItemGroup;
import org.pabean.review.QuestionRefused;
import org.pabean.review.ReviewQueue;
import org.pabean.review.SellerQuestions;
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

/** The items as a list, and one item with all that was said about it. */
@Controller
class ItemPages {

  private final Catalogue catalogue;
  private final ReviewQueue queue;
  private final ItemViews views;
  private final SellerQuestions questions;
  private final Clock clock;

  ItemPages(
      Catalogue catalogue,
      ReviewQueue queue,
      ItemViews views,
      SellerQuestions questions,
      Clock clock) {
    this.questions = questions;
    this.clock = clock;
    this.catalogue = catalogue;
    this.queue = queue;
    this.views = views;
  }

  /** A group of items, its name on the page and how many there are. */
  record Tab(@Nullable ItemGroup group, String label, long items) {}

  @GetMapping("/items")
  String list(
      @AuthenticationPrincipal Login login,
      @RequestParam(required = false) @Nullable ItemGroup show,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Actor actor = login.actor();
    List<Item> items = catalogue.page(actor, show, Page.offset(page), Page.SIZE + 1);
    model.addAttribute("tabs", tabs(catalogue.counts(actor)));
    model.addAttribute("show", show);
    model.addAttribute("page", Page.of(items, page));
    return "items/list";
  }

  @GetMapping("/items/{id}")
  String show(@AuthenticationPrincipal Login login, @PathVariable UUID id, Model model) {
    Actor actor = login.actor();
    Item item = catalogue.find(id, actor).orElseThrow(() -> new NotFound("item"));
    model.addAttribute("view", views.of(item, actor));
    model.addAttribute("questions", questions.ofItem(id));
    model.addAttribute("now", clock.instant());
    if (actor.is(Role.SPECIALIST)) {
      queue.findOpenByItem(id).ifPresent(task -> model.addAttribute("task", task));
    }
    return "items/item";
  }

  /** The seller answers what was asked about the goods. */
  @PostMapping("/items/{id}/answers/{question}")
  String answer(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @PathVariable UUID question,
      @RequestParam(defaultValue = "") String answer,
      RedirectAttributes after) {
    try {
      questions.answer(question, answer, login.actor());
      after.addFlashAttribute("done", "Thank you. The team has your answer.");
    } catch (QuestionRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/items/" + id;
  }

  private static List<Tab> tabs(ItemCounts counts) {
    long all =
        counts.machineFinal()
            + counts.personFinal()
            + counts.held()
            + counts.blocked()
            + counts.prohibited();
    return List.of(
        new Tab(null, "All", all),
        new Tab(ItemGroup.HELD, "Held", counts.held()),
        new Tab(ItemGroup.BLOCKED, "Blocked", counts.blocked()),
        new Tab(ItemGroup.MACHINE_FINAL, "Final by machine", counts.machineFinal()),
        new Tab(ItemGroup.PERSON_FINAL, "Final by person", counts.personFinal()),
        new Tab(ItemGroup.PROHIBITED, "Prohibited", counts.prohibited()));
  }
}
