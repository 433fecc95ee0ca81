package org.pabean.web;

import java.util.UUID;
import org.pabean.security.Accounts;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everyone keeps for themselves: password and API tokens. */
@Controller
class SettingsPage {

  private static final int LONGEST_NAME = 80;

  private final Accounts accounts;

  SettingsPage(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/settings")
  String show(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("tokens", accounts.tokens(login.actor().id()));
    model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
    return "settings/settings";
  }

  @PostMapping("/settings/tokens")
  String add(
      @AuthenticationPrincipal Login login, @RequestParam String name, RedirectAttributes after) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      after.addFlashAttribute("fault", "Say in 1 to 80 characters what the token is for.");
    } else {
      after.addFlashAttribute("token", accounts.createToken(login.actor().id(), name));
    }
    return "redirect:/settings";
  }

  @PostMapping("/settings/tokens/{id}/revoke")
  String revoke(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    boolean revoked = accounts.revokeToken(login.actor().id(), id);
    after.addFlashAttribute(
        revoked ? "done" : "fault",
        revoked ? "The token no longer works." : "You have no such token in use.");
    return "redirect:/settings";
  }
}
