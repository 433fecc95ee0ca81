package org.pabean.web;

import java.util.List;
import java.util.UUID;
import org.pabean.integration.AllowedHosts;
import org.pabean.integration.EventKind;
import org.pabean.integration.Webhook;
import org.pabean.integration.Webhooks;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of events. */
@Controller
class WebhooksPage {

  private final Webhooks webhooks;
  private final AllowedHosts hosts;

  WebhooksPage(Webhooks webhooks, AllowedHosts hosts) {
    this.webhooks = webhooks;
    this.hosts = hosts;
  }

  @GetMapping("/admin/webhooks")
  String show(Model model) {
    model.addAttribute("webhooks", webhooks.list());
    model.addAttribute("hosts", hosts.list());
    return "admin/webhooks";
  }

  @PostMapping("/admin/webhooks")
  String add(
      @AuthenticationPrincipal Login login, @RequestParam String url, RedirectAttributes after) {
    try {
      Webhook.Added added = webhooks.add(url.strip(), login.actor());
      after.addFlashAttribute("added", added);
      return "redirect:/admin/webhooks/" + added.webhook().id();
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      after.addFlashAttribute("url", url);
    }
    return "redirect:/admin/webhooks";
  }

  @GetMapping("/admin/webhooks/{id}")
  String show(@PathVariable UUID id, Model model) {
    model.addAttribute("webhook", webhooks.find(id).orElseThrow(() -> new NotFound("webhook")));
    model.addAttribute("kinds", EventKind.choices());
    return "admin/webhook";
  }

  @PostMapping("/admin/webhooks/{id}/events")
  String choose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String every,
      @RequestParam(defaultValue = "") List<String> kind,
      RedirectAttributes after) {
    try {
      boolean there = webhooks.tellOf(id, every.isEmpty() ? kind : null);
      return answer(there, "It is told of these from now on.", id, after);
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      return "redirect:/admin/webhooks/" + id;
    }
  }

  @PostMapping("/admin/webhooks/{id}/secret")
  String renewSecret(@PathVariable UUID id, RedirectAttributes after) {
    Webhook.Added added = webhooks.renewSecret(id).orElseThrow(() -> new NotFound("webhook"));
    after.addFlashAttribute("added", added);
    return "redirect:/admin/webhooks/" + id;
  }

  @PostMapping("/admin/webhooks/{id}/test")
  String test(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    boolean there = webhooks.test(id, login.actor());
    return answer(there, "A test message is on its way; see Deliveries.", id, after);
  }

  private static String answer(boolean there, String done, UUID id, RedirectAttributes after) {
    if (!there) {
      throw new NotFound("webhook");
    }
    after.addFlashAttribute("done", done);
    return "redirect:/admin/webhooks/" + id;
  }

  @PostMapping("/admin/webhooks/{id}/remove")
  String remove(@PathVariable UUID id, RedirectAttributes after) {
    boolean removed = webhooks.remove(id);
    after.addFlashAttribute(
        removed ? "done" : "fault",
        removed ? "The address is told of nothing more." : "There is no such address in use.");
    return "redirect:/admin/webhooks";
  }

  @PostMapping("/admin/webhooks/hosts")
  String allow(
      @AuthenticationPrincipal Login login, @RequestParam String host, RedirectAttributes after) {
    try {
      String allowed = hosts.allow(host, login.actor());
      after.addFlashAttribute("done", "Webhooks may reach %s from now on.".formatted(allowed));
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      after.addFlashAttribute("host", host);
    }
    return "redirect:/admin/webhooks";
  }

  @PostMapping("/admin/webhooks/hosts/forbid")
  String forbid(
      @AuthenticationPrincipal Login login, @RequestParam String host, RedirectAttributes after) {
    boolean removed = hosts.forbid(host, login.actor());
    after.addFlashAttribute(
        removed ? "done" : "fault",
        removed ? "Webhooks may no longer reach it." : "No such host was allowed.");
    return "redirect:/admin/webhooks";
  }
}
