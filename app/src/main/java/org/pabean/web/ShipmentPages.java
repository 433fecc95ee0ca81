package org.pabean.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.consignment.Papers;
import org.pabean.document.Documents;
import org.pabean.document.IssuedDocument;
import org.pabean.document.IssuedPapers;
import org.pabean.document.PapersFaulty;
import org.pabean.document.ShipmentHeld;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.ShipmentExists;
import org.pabean.shipment.Shipments;
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

/** Shipments: can it go, and if not, why. */
@Controller
class ShipmentPages {

  private static final int MOST = 100;

  private final Shipments shipments;
  private final Catalogue catalogue;
  private final ReviewQueue queue;
  private final Documents documents;
  private final Clock clock;

  ShipmentPages(
      Shipments shipments,
      Catalogue catalogue,
      ReviewQueue queue,
      Documents documents,
      Clock clock) {
    this.shipments = shipments;
    this.catalogue = catalogue;
    this.queue = queue;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * A shipment as the page shows it.
   *
   * @param shipment the shipment
   * @param lines its lines
   * @param goods the value of all goods
   * @param grams the weight of all goods; null if that of any is not known
   * @param documents what was issued, the newest first
   * @param outlook what would come of issuing the papers; null while a line is held
   * @param isOwn whether the reader may amend it
   */
  record View(
      Shipment shipment,
      List<Line> lines,
      BigDecimal goods,
      @Nullable BigDecimal grams,
      List<IssuedDocument> documents,
      @Nullable Papers outlook,
      boolean isOwn) {

    public BigDecimal total() {
      return goods
          .subtract(shipment.consignment().discount())
          .add(shipment.consignment().freight())
          .add(shipment.consignment().insurance());
    }

    /** Whether a later version took a document's place. */
    public boolean isSuperseded(IssuedDocument document) {
      return documents.stream()
          .anyMatch(
              other ->
                  other.form().equals(document.form()) && other.version() > document.version());
    }

    public List<Line> held() {
      return lines.stream().filter(line -> !line.reasons().isEmpty()).toList();
    }
  }

  /**
   * A line and its item.
   *
   * @param line the line
   * @param item the item, as it stands
   * @param taskId the open task, for those who may decide it
   * @param reasons why it is not final; empty if it is
   */
  record Line(Shipment.Line line, Item item, @Nullable UUID taskId, List<String> reasons) {}

  @GetMapping("/shipments")
  String list(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("shipments", shipments.list(login.actor(), MOST));
    return "shipments/list";
  }

  @GetMapping("/shipments/new")
  String enter() {
    return "shipments/new";
  }

  @PostMapping("/shipments/new")
  String enter(
      @AuthenticationPrincipal Login login,
      @RequestParam("file") MultipartFile upload,
      Model model,
      HttpServletResponse response)
      throws IOException {
    try {
      Consignment record = ConsignmentFile.read(upload.getBytes());
      return "redirect:/shipments/" + shipments.enter(record, today(), login.actor()).id();
    } catch (IllegalArgumentException | ShipmentExists e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("name", upload.getOriginalFilename());
      model.addAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
      return "shipments/new";
    }
  }

  @GetMapping("/shipments/{id}")
  String show(@AuthenticationPrincipal Login login, @PathVariable UUID id, Model model) {
    Actor actor = login.actor();
    Shipment shipment = shipment(id, actor);
    model.addAttribute(
        "view",
        new View(
            shipment,
            shipment.lines().stream().map(line -> line(line, actor)).toList(),
            shipment.lines().stream()
                .map(Shipment.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add),
            shipment.consignment().netGrams(),
            documents.list(id, actor),
            documents.outlook(shipment).orElse(null),
            actor.id().equals(shipment.sellerId())));
    return "shipments/shipment";
  }

  @PostMapping("/shipments/{id}/papers")
  String issue(
      @AuthenticationPrincipal Login login, @PathVariable UUID id, RedirectAttributes after) {
    shipment(id, login.actor());
    try {
      IssuedPapers papers = documents.issueAll(id, login.actor());
      after.addFlashAttribute(
          "done",
          papers.documents().stream()
              .map(d -> "%s %s, version %d".formatted(d.title(), d.number(), d.version()))
              .collect(Collectors.joining("; ", "In force: ", ".")));
    } catch (ShipmentHeld | PapersFaulty e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/shipments/" + id;
  }

  @GetMapping("/shipments/{id}/record.json")
  ResponseEntity<String> record(@AuthenticationPrincipal Login login, @PathVariable UUID id) {
    Shipment shipment = shipment(id, login.actor());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(FileName.of(shipment.reference(), ".json"))
                .build()
                .toString())
        .body(ConsignmentFile.write(shipment.consignment()).toPrettyString());
  }

  @PostMapping("/shipments/{id}/record")
  String amend(
      @AuthenticationPrincipal Login login,
      @PathVariable UUID id,
      @RequestParam("file") MultipartFile upload,
      RedirectAttributes after)
      throws IOException {
    shipment(id, login.actor());
    try {
      shipments.amend(id, ConsignmentFile.read(upload.getBytes()), today(), login.actor());
      after.addFlashAttribute("done", "The record is taken.");
    } catch (IllegalArgumentException e) {
      after.addFlashAttribute("fault", Sentence.of(String.valueOf(e.getMessage())));
    }
    return "redirect:/shipments/" + id;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Line line(Shipment.Line line, Actor actor) {
    Item item = catalogue.get(line.itemId());
    List<String> reasons = new ArrayList<>();
    @Nullable UUID taskId = null;
    switch (line.state()) {
      case FINAL -> {}
      case HELD -> {
        item.assessment().open().forEach(finding -> reasons.add(finding.title()));
        if (reasons.isEmpty()) {
          reasons.add("A person decides.");
        }
        if (actor.is(Role.SPECIALIST)) {
          taskId = queue.findOpenByItem(item.id()).map(ReviewTask::id).orElse(null);
        }
      }
      case PROHIBITED -> reasons.add("A person decided that it may not be imported.");
    }
    return new Line(line, item, taskId, reasons);
  }

  private Shipment shipment(UUID id, Actor actor) {
    return shipments.find(id, actor).orElseThrow(() -> new NotFound("shipment"));
  }
}
