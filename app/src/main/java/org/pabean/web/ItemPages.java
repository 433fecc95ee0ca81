package org.pabean.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemCounts;
import org.pabean.catalogue.ItemGroup;
import org.pabean.review.ReviewQueue;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The items as a list, and one item with all that was said about it. */
@Controller
class ItemPages {

  private final Catalogue catalogue;
  private final ReviewQueue queue;
  private final ItemViews views;

  ItemPages(Catalogue catalogue, ReviewQueue queue, ItemViews views) {
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
    if (actor.is(Role.SPECIALIST)) {
      queue.findOpenByItem(id).ifPresent(task -> model.addAttribute("task", task));
    }
    return "items/item";
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
