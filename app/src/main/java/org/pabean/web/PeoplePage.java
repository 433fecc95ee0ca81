package org.pabean.web;

import java.util.UUID;
import org.pabean.security.Accounts;
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

/** Who may log in, and what they may do. */
@Controller
class PeoplePage {

  private final Accounts accounts;

  PeoplePage(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/admin/people")
  String show(Model model) {
    model.addAttribute("people", accounts.all());
    model.addAttribute("roles", Role.values());
    return "admin/people";
  }

  @PostMapping("/admin/people")
  String add(
      @AuthenticationPrincipal Login me,
      @RequestParam String login,
      @RequestParam String name,
      @RequestParam Role role,
      RedirectAttributes after) {
    try {
      if (name.isBlank()) {
        throw new IllegalArgumentException("give the name that others will see");
      }
      after.addFlashAttribute(
          "added", accounts.createWithOneTimePassword(login, name, role, me.actor()));
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      after.addFlashAttribute("typedLogin", login);
      after.addFlashAttribute("typedName", name);
      after.addFlashAttribute("typedRole", role);
    }
    return "redirect:/admin/people";
  }

  @PostMapping("/admin/people/{id}/disable")
  String disable(
      @AuthenticationPrincipal Login me,
      @PathVariable UUID id,
      @RequestParam boolean disabled,
      RedirectAttributes after) {
    if (id.equals(me.actor().id())) {
      after.addFlashAttribute("fault", "You cannot lock yourself out.");
    } else {
      accounts.setDisabled(id, disabled, me.actor());
      String name = accounts.find(id).map(account -> account.name()).orElse("The account");
      after.addFlashAttribute(
          "done", name + (disabled ? " can no longer log in." : " can log in again."));
    }
    return "redirect:/admin/people";
  }
}
