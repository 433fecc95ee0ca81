package org.pabean.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.document.Documents;
import org.pabean.knowledge.Conflict;
import org.pabean.knowledge.Conflicts;
import org.pabean.knowledge.KnowledgeBase;
import org.pabean.knowledge.KnowledgeFilter;
import org.pabean.knowledge.KnowledgeRefused;
import org.pabean.knowledge.KnownDecision;
import org.pabean.security.Login;
import org.pabean.tariff.Code;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people decided and the program repeats: to be found, read, and retired where it is wrong.
 */
@Controller
class KnowledgePages {

  private static final List<String> HEADER =
      List.of(
          "id",
          "state",
          "code",
          "prohibited",
          "edition",
          "destination",
          "goods",
          "decided_by",
          "decided_on",
          "rationale",
          "legal_basis",
          "strength",
          "valid_until",
          "ended_at",
          "retired_by",
          "retired_why");

  private final KnowledgeBase knowledge;
  private final Conflicts conflicts;
  private final Documents documents;

  KnowledgePages(KnowledgeBase knowledge, Conflicts conflicts, Documents documents) {
    this.knowledge = knowledge;
    this.conflicts = conflicts;
    this.documents = documents;
  }

  /** What was typed into the search, to be shown and sent on. */
  record Query(String q, String to, String by, KnownDecision.@Nullable State state) {

    KnowledgeFilter filter() {
      return KnowledgeFilter.typed(q, to, by, state);
    }
  }

  @GetMapping("/knowledge")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(required = false) KnownDecision.@Nullable State state,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    var query = new Query(q.strip(), to.strip(), by.strip(), state);
    List<KnownDecision> rows = knowledge.find(query.filter(), Page.offset(page), Page.SIZE + 1);
    model.addAttribute("query", query);
    model.addAttribute("conflicts", conflicts.countOpen());
    model.addAttribute("states", KnownDecision.State.values());
    model.addAttribute("page", Page.of(rows, page));
    return "knowledge/list";
  }

  @GetMapping("/knowledge.csv")
  ResponseEntity<String> csv(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(required = false) KnownDecision.@Nullable State state) {
    KnowledgeFilter filter = new Query(q, to, by, state).filter();
    String content =
        CsvText.of(HEADER, knowledge.find(filter, 0, Integer.MAX_VALUE), KnowledgePages::cells);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("pabean-precedents.csv").build().toString())
        .body(content);
  }

  private static List<String> cells(KnownDecision known) {
    Code code = known.code();
    return CsvText.row(
        known.id(),
        known.state(),
        code == null ? "" : code.digits(),
        known.isProhibition() ? "yes" : "no",
        known.edition(),
        known.destination(),
        known.title(),
        known.decidedBy(),
        known.decidedOn(),
        known.rationale(),
        known.legalBasis(),
        known.strength(),
        Objects.requireNonNullElse(known.validUntil(), ""),
        Objects.requireNonNullElse(known.endedAt(), ""),
        Objects.requireNonNullElse(known.retiredBy(), ""),
        Objects.requireNonNullElse(known.retiredWhy(), ""));
  }

  @GetMapping("/knowledge/{id}")
  String show(
      @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean retire, Model model) {
    KnownDecision known = knowledge.find(id).orElseThrow(() -> new NotFound("precedent"));
    List<Item> items = knowledge.resting(known);
    List<Conflict> against = conflicts.of(id);
    model.addAttribute("known", known);
    model.addAttribute("conflicts", against);
    model.addAttribute("settled", against.stream().anyMatch(c -> !c.isOpen()));
    model.addAttribute("others", knowledge.ofSameGoods(known));
    model.addAttribute("open", retire);
    model.addAttribute("items", items);
    model.addAttribute("papers", documents.newestWith(items.stream().map(Item::id).toList()));
    return "knowledge/precedent";
  }

  /** It was wrong: nothing is finalised on it any more. */
  @PostMapping("/knowledge/{id}/retire")
  String retire(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean reopen,
      RedirectAttributes after) {
    try {
      knowledge.retire(id, reason, login.actor());
      String opened = reopen ? opened(knowledge.reopen(id, login.actor())) : "";
      after.addFlashAttribute(
          "done", "It is retired: nothing is finalised on it any more." + opened);
    } catch (KnowledgeRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      after.addFlashAttribute("typed", reason);
    }
    return "redirect:/knowledge/" + id;
  }

  /** Sets the last day on which it is used. */
  @PostMapping("/knowledge/{id}/limit")
  String limit(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String until,
      RedirectAttributes after) {
    try {
      knowledge.limit(id, until.isBlank() ? null : LocalDate.parse(until), login.actor());
      after.addFlashAttribute(
          "done", until.isBlank() ? "It has no last day." : "Its last day is set.");
    } catch (DateTimeParseException e) {
      after.addFlashAttribute("fault", "'%s' is not a day: write 2027-12-31.".formatted(until));
    } catch (KnowledgeRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/knowledge/" + id;
  }

  /** All that rests on it goes back to review. */
  @PostMapping("/knowledge/{id}/reopen")
  String reopen(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    try {
      after.addFlashAttribute("done", opened(knowledge.reopen(id, login.actor())).strip());
    } catch (KnowledgeRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/knowledge/" + id;
  }

  private static String opened(List<UUID> held) {
    return switch (held.size()) {
      case 0 -> " Nothing rested on it.";
      case 1 -> " One item that rested on it is held again.";
      default -> " %,d items that rested on it are held again.".formatted(held.size());
    };
  }
}
