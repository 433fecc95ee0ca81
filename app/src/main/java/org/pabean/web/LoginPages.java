package org.pabean.web;

import org.pabean.security.Accounts;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Log-in, and the page where a one-time password is replaced. */
@Controller
class LoginPages {

  private final Accounts accounts;

  LoginPages(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/login")
  String login() {
    return "login/login";
  }

  @GetMapping("/password")
  String choose(@AuthenticationPrincipal Login login) {
    return login.mustChangePassword() ? "login/password" : "redirect:/settings";
  }

  @PostMapping("/password")
  String change(
      @AuthenticationPrincipal Login login,
      @RequestParam(defaultValue = "") String current,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      RedirectAttributes after) {
    boolean forced = login.mustChangePassword();
    try {
      check(login, forced, current, password, again);
      accounts.changePassword(login.actor().id(), password);
    } catch (IllegalArgumentException e) {
      String fault = Sentence.of(String.valueOf(e.getMessage()));
      if (forced) {
        model.addAttribute("fault", fault);
        return "login/password";
      }
      after.addFlashAttribute("fault", fault);
      return "redirect:/settings";
    }
    login.passwordChanged();
    after.addFlashAttribute("done", "Your password is changed.");
    return forced ? "redirect:/" : "redirect:/settings";
  }

  private void check(Login login, boolean forced, String current, String password, String again) {
    if (!password.equals(again)) {
      throw new IllegalArgumentException("the two new passwords are not the same");
    }
    // Who has just typed the one-time password need not type it again.
    boolean known =
        forced
            || accounts
                .find(login.actor().id())
                .filter(account -> accounts.isPassword(account, current))
                .isPresent();
    if (!known) {
      throw new IllegalArgumentException("the current password is not right");
    }
  }
}
