package org.pabean.web;

import java.util.UUID;
import org.pabean.knowledge.Conflicts;
import org.pabean.knowledge.KnowledgeRefused;
import org.pabean.security.Login;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions that contradict each other, for a lead to settle. */
@Controller
class ConflictPages {

  private static final int SHOWN = 50;

  private final Conflicts conflicts;

  ConflictPages(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  @GetMapping("/knowledge/conflicts")
  String list(Model model) {
    model.addAttribute("conflicts", conflicts.open(SHOWN));
    model.addAttribute("all", conflicts.countOpen());
    return "knowledge/conflicts";
  }

  /** Both stand. To keep one, its page is opened from here and the other retired there. */
  @PostMapping("/knowledge/conflicts/{id}/settle")
  String settle(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes after) {
    try {
      conflicts.bothStand(id, reason, login.actor());
      after.addFlashAttribute("done", "Both stand; what you said is in the record.");
    } catch (KnowledgeRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/knowledge/conflicts";
  }
}
