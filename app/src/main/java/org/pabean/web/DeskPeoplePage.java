package org.pabean.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.Assignments;
import org.pabean.review.Decision;
import org.pabean.security.Account;
import org.pabean.security.Accounts;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What each person has on the desk, and what they decided today. */
@Controller
class DeskPeoplePage {

  private final Assignments assignments;
  private final Accounts accounts;
  private final Catalogue catalogue;

  DeskPeoplePage(Assignments assignments, Accounts accounts, Catalogue catalogue) {
    this.assignments = assignments;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  /** A decision and the goods it is about. */
  record Decided(Decision decision, Item item) {}

  @GetMapping("/review/people")
  String load(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("people", assignments.load(login.actor()));
    return "queue/people";
  }

  @GetMapping("/review/people/{id}/decided")
  String decided(@AuthenticationPrincipal Login login, @PathVariable UUID id, Model model) {
    Actor actor = login.actor();
    List<Decision> decisions = assignments.decidedToday(id, actor);
    Account person = accounts.find(id).orElseThrow(() -> new NotFound("person"));
    var items =
        catalogue.getAll(decisions.stream().map(Decision::itemId).distinct().toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    model.addAttribute("person", person);
    model.addAttribute(
        "decided",
        decisions.stream()
            .map(d -> new Decided(d, Objects.requireNonNull(items.get(d.itemId()))))
            .toList());
    return "queue/decided";
  }
}
