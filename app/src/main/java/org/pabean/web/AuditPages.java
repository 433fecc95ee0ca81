package org.pabean.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.autonomy.Audit;
import org.pabean.autonomy.AuditRefused;
import org.pabean.autonomy.Audits;
import org.pabean.autonomy.Autonomy;
import org.pabean.autonomy.Certificates;
import org.pabean.autonomy.SignedCertificate;
import org.pabean.autonomy.Standing;
import org.pabean.review.FullReview;
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

/** Blind audits of what went by itself, and what they prove. */
@Controller
class AuditPages {

  private static final int SHOWN = 20;

  private final Audits audits;
  private final Autonomy autonomy;
  private final FullReview fullReview;
  private final Certificates certificates;
  private final ItemViews views;

  AuditPages(
      Audits audits,
      Autonomy autonomy,
      FullReview fullReview,
      Certificates certificates,
      ItemViews views) {
    this.certificates = certificates;
    this.fullReview = fullReview;
    this.audits = audits;
    this.autonomy = autonomy;
    this.views = views;
  }

  /** The next audit: the listing, and nothing that the machine said of it. */
  @GetMapping("/audits")
  String next(@AuthenticationPrincipal Login login, Model model) {
    Optional<Audit> audit = audits.next(login.actor());
    model.addAttribute("open", audits.countOpen());
    audit.ifPresent(
        drawn -> {
          model.addAttribute("audit", drawn.id());
          model.addAttribute("to", drawn.destination());
          model.addAttribute("view", views.blind(audits.item(drawn)));
        });
    return "audits/audit";
  }

  @PostMapping("/audits/{id}/answer")
  String answer(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String choice,
      @RequestParam(defaultValue = "") String rationale,
      RedirectAttributes after) {
    after.addFlashAttribute("typed", rationale);
    try {
      if (choice == null || choice.isBlank()) {
        throw new IllegalArgumentException("choose a code first: search it by digits or words");
      }
      Audits.Outcome outcome = audits.answer(id, Code.parse(choice), rationale, login.actor());
      after.addFlashAttribute("typed", "");
      after.addFlashAttribute("outcome", outcome);
    } catch (AuditRefused | IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/audits";
  }

  @PostMapping("/audits/{id}/leave")
  String leave(@AuthenticationPrincipal Login login, @PathVariable UUID id) {
    audits.release(id, login.actor());
    return "redirect:/audits";
  }

  @GetMapping("/lead/autonomy")
  String autonomy(Model model) {
    model.addAttribute("view", autonomy.view());
    model.addAttribute("answered", audits.answered(SHOWN));
    model.addAttribute("closed", fullReview.inForce());
    model.addAttribute("certificates", certificates.list(SHOWN));
    model.addAttribute("fingerprint", certificates.fingerprint());
    return "lead/autonomy";
  }

  /** Certifies what is proved now. */
  @PostMapping("/lead/autonomy/certificates")
  String certify(@AuthenticationPrincipal Login login, RedirectAttributes after) {
    certificates.issue(login.actor());
    after.addFlashAttribute(
        "done", "The certificate is issued; it is the first of the list below.");
    return "redirect:/lead/autonomy";
  }

  @GetMapping("/lead/autonomy/certificates/{id}.pdf")
  ResponseEntity<byte[]> certificatePdf(@PathVariable UUID id) {
    byte[] pdf = certificates.pdf(id).orElseThrow(() -> new NotFound("certificate"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"certificate-%s.pdf\"".formatted(id))
        .body(pdf);
  }

  @GetMapping("/lead/autonomy/certificates/{id}.json")
  ResponseEntity<SignedCertificate> certificate(@PathVariable UUID id) {
    SignedCertificate signed = certificates.find(id).orElseThrow(() -> new NotFound("certificate"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("certificate-%s.json".formatted(id))
                .build()
                .toString())
        .body(signed);
  }

  /** From now on a person looks at everything to a destination. */
  @PostMapping("/lead/autonomy/close")
  String close(
      @AuthenticationPrincipal Login login,
      @RequestParam String destination,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes after) {
    try {
      if (!destination.matches("[A-Z]{2}")) {
        throw new IllegalArgumentException("choose a destination, by its two letters");
      }
      fullReview.begin(destination, reason, login.actor());
      after.addFlashAttribute("done", "From now on a person looks at everything to it.");
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/lead/autonomy";
  }

  /** The machine may finalise again what it is sure of. */
  @PostMapping("/lead/autonomy/{destination}/open")
  String open(
      @AuthenticationPrincipal Login login,
      @PathVariable String destination,
      RedirectAttributes after) {
    fullReview.end(destination, login.actor());
    after.addFlashAttribute("done", "The machine finalises again what it is sure of.");
    return "redirect:/lead/autonomy";
  }

  @GetMapping("/lead/autonomy.csv")
  ResponseEntity<String> csv() {
    Autonomy.View view = autonomy.view();
    List<Standing> rows = new ArrayList<>(view.destinations());
    rows.add(0, view.all());
    String content =
        CsvText.of(
            List.of("destination", "drawn", "audits", "errors", "bound", "missing"),
            rows,
            s ->
                CsvText.row(
                    s.destination(),
                    s.drawn(),
                    s.audits(),
                    s.errors(),
                    CsvText.decimals(s.bound()),
                    s.missing()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("pabean-autonomy.csv").build().toString())
        .body(content);
  }
}
