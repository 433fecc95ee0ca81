package org.pabean.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pabean.oversight.Figures;
import org.pabean.oversight.RuleQuality;
import org.pabean.oversight.RuleUse;
import org.pabean.registry.PackDraft;
import org.pabean.registry.PackInForce;
import org.pabean.registry.PackProposal;
import org.pabean.registry.PackRefused;
import org.pabean.registry.Packs;
import org.pabean.screening.InvalidRulePack;
import org.pabean.screening.PackText;
import org.pabean.security.Login;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is held and whether it is worth it: packs, their rules, and how they are changed. */
@Controller
class RulesPages {

  private static final int DAYS = 90;
  private static final int PROPOSALS = 20;
  private static final int ITEMS_TO_TRY = 5_000;
  private static final int LONGEST = 1_000_000;

  private final Packs packs;
  private final RuleQuality quality;
  private final Figures figures;

  RulesPages(Packs packs, RuleQuality quality, Figures figures) {
    this.packs = packs;
    this.quality = quality;
    this.figures = figures;
  }

  @GetMapping("/rules")
  String list(Model model) {
    Map<String, RuleUse> uses = uses();
    model.addAttribute(
        "packs", packs.inForce().stream().map(live -> RuleViews.pack(live, uses)).toList());
    model.addAttribute("proposals", packs.proposals(null, PROPOSALS));
    model.addAttribute("days", DAYS);
    return "rules/list";
  }

  @GetMapping("/rules.csv")
  ResponseEntity<String> csv() {
    Map<String, RuleUse> uses = uses();
    List<RuleViews.PackRow> all =
        packs.inForce().stream().map(live -> RuleViews.pack(live, uses)).toList();
    return file("pabean-rules.csv", "text/csv;charset=UTF-8", RulesCsv.of(all));
  }

  @GetMapping("/rules/{id}")
  String show(@PathVariable String id, Model model) {
    PackInForce live = pack(id);
    RuleViews.PackRow row = RuleViews.pack(live, uses());
    model.addAttribute("pack", row);
    model.addAttribute("rules", RuleViews.busiest(row));
    model.addAttribute("versions", packs.versions(id));
    model.addAttribute("proposals", packs.proposals(id, PROPOSALS));
    model.addAttribute("days", DAYS);
    return "rules/pack";
  }

  @GetMapping("/rules/{id}/text")
  ResponseEntity<String> text(@PathVariable String id) {
    PackInForce live = pack(id);
    return file(id + ".yaml", "application/yaml;charset=UTF-8", live.text().yaml());
  }

  @GetMapping("/rules/{id}/edit")
  String edit(@PathVariable String id, Model model) {
    PackInForce live = pack(id);
    return form(live.text().yaml(), model);
  }

  @GetMapping("/rules/new")
  String create(Model model) {
    return form("", model);
  }

  @PostMapping("/rules/check")
  String check(
      @RequestParam(defaultValue = "") String yaml,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String why,
      Model model)
      throws IOException {
    String text =
        file == null || file.isEmpty() ? yaml : new String(file.getBytes(), StandardCharsets.UTF_8);
    model.addAttribute("why", why);
    try {
      PackDraft draft = packs.check(packText(text));
      model.addAttribute("trial", trial(draft));
    } catch (InvalidRulePack e) {
      model.addAttribute("faults", e.faults());
    }
    return form(text, model);
  }

  @PostMapping("/rules/proposals")
  String propose(
      @RequestParam String yaml,
      @RequestParam String why,
      @AuthenticationPrincipal Login login,
      Model model,
      RedirectAttributes after) {
    model.addAttribute("why", why);
    if (why.isBlank()) {
      model.addAttribute("fault", "Say why the rules change: it stands in the record.");
      return form(yaml, model);
    }
    try {
      return settled(packs.propose(packText(yaml), why.strip(), login.actor()), after);
    } catch (InvalidRulePack e) {
      model.addAttribute("faults", e.faults());
    } catch (PackRefused e) {
      model.addAttribute("fault", e.getMessage());
    }
    return form(yaml, model);
  }

  @PostMapping("/rules/{id}/back")
  String back(
      @PathVariable String id,
      @RequestParam String version,
      @AuthenticationPrincipal Login login,
      RedirectAttributes after) {
    try {
      return settled(packs.rollBack(id, version, login.actor()), after);
    } catch (PackRefused | InvalidRulePack e) {
      after.addFlashAttribute("fault", e.getMessage());
      return "redirect:/rules/" + pack(id).pack().id();
    }
  }

  @GetMapping("/rules/proposals/{id}")
  String proposal(@PathVariable UUID id, Model model) {
    PackProposal proposal = packs.proposal(id).orElseThrow(() -> new NotFound("change of rules"));
    model.addAttribute("proposal", proposal);
    if (proposal.state() == PackProposal.State.WAITING) {
      try {
        model.addAttribute("trial", trial(packs.draft(proposal)));
      } catch (InvalidRulePack e) {
        model.addAttribute("faults", e.faults());
      }
    }
    return "rules/proposal";
  }

  @PostMapping("/rules/proposals/{id}/agree")
  String agree(
      @PathVariable UUID id, @AuthenticationPrincipal Login login, RedirectAttributes after) {
    return settled(id, () -> packs.agree(id, login.actor()), after);
  }

  @PostMapping("/rules/proposals/{id}/refuse")
  String refuse(
      @PathVariable UUID id, @AuthenticationPrincipal Login login, RedirectAttributes after) {
    return settled(id, () -> packs.refuse(id, login.actor()), after);
  }

  private static String settled(UUID id, Supplier<PackProposal> settle, RedirectAttributes after) {
    try {
      return settled(settle.get(), after);
    } catch (PackRefused e) {
      after.addFlashAttribute("fault", e.getMessage());
      return "redirect:/rules/proposals/" + id;
    }
  }

  private static String settled(PackProposal proposal, RedirectAttributes after) {
    String label = proposal.label();
    return switch (proposal.state()) {
      case WAITING -> {
        after.addFlashAttribute(
            "done", label + " lets pass what is held now: it waits for another lead.");
        yield "redirect:/rules/proposals/" + proposal.id();
      }
      case LIVE -> {
        after.addFlashAttribute("done", label + " is in force on every node.");
        yield "redirect:/rules/" + proposal.pack();
      }
      case REFUSED, WITHDRAWN -> {
        after.addFlashAttribute("done", label + " is not put in force.");
        yield "redirect:/rules";
      }
    };
  }

  private String form(String yaml, Model model) {
    model.addAttribute("yaml", yaml);
    return "rules/edit";
  }

  private RuleViews.Trial trial(PackDraft draft) {
    return new RuleViews.Trial(draft, quality.simulate(draft, ITEMS_TO_TRY));
  }

  private static PackText packText(String yaml) {
    if (yaml.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the pack is longer than %,d characters: split it into two packs".formatted(LONGEST));
    }
    return new PackText("pack.yaml", yaml.replace("\r\n", "\n"));
  }

  private Map<String, RuleUse> uses() {
    return quality.of(figures.last(DAYS));
  }

  private PackInForce pack(String id) {
    return packs.find(id).orElseThrow(() -> new NotFound("rule pack"));
  }

  private static ResponseEntity<String> file(String name, String type, String content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
