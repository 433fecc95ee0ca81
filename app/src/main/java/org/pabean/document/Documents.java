package org.pabean.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.FilledForm;
import org.pabean.consignment.PaperKind;
import org.pabean.consignment.Papers;
import org.pabean.consignment.WcoData;
import org.pabean.document.DocumentTable.Content;
import org.pabean.document.DocumentTable.IssuedForm;
import org.pabean.document.DocumentTable.IssuedInvoice;
import org.pabean.record.Journal;
import org.pabean.record.PaperFact.Issued;
import org.pabean.record.PaperFact.Superseded;
import org.pabean.security.Actor;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Issues documents and keeps them. */
@Service
public class Documents {

  static final String INVOICE = "commercial-invoice";
  private static final int ATTEMPTS = 3;

  private final DocumentTable table;
  private final Shipments shipments;
  private final Clearance clearance;
  private final PaperPress press;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final Clock clock;

  Documents(
      DocumentTable table,
      Shipments shipments,
      Clearance clearance,
      PaperPress press,
      TransactionTemplate transaction,
      Journal journal,
      Clock clock) {
    this.table = table;
    this.shipments = shipments;
    this.clearance = clearance;
    this.press = press;
    this.transaction = transaction;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Issues the commercial invoice of a shipment. If one was issued before and nothing it says has
   * changed, gives that one; else a new version.
   *
   * @throws ShipmentHeld if any line is not final
   * @throws IllegalArgumentException if there is no such shipment that the actor may see
   * @throws IllegalStateException if the shipment kept changing under each attempt
   */
  public IssuedDocument issueInvoice(UUID shipmentId, Actor actor) {
    return attempt(shipmentId, () -> invoice(shipmentId, actor));
  }

  /**
   * Issues every paper that the shipment needs and its record suffices for. One that says what the
   * last one said stays in force.
   *
   * @throws ShipmentHeld if any line is not final
   * @throws PapersFaulty if the record does not agree with itself
   * @throws IllegalArgumentException if there is no such shipment that the actor may see
   * @throws IllegalStateException if the shipment kept changing under each attempt
   */
  public IssuedPapers issueAll(UUID shipmentId, Actor actor) {
    Papers before = Papers.of(clearance.of(released(shipmentId, actor)));
    if (!before.agree()) {
      throw new PapersFaulty(before.faults());
    }
    List<IssuedDocument> issued = new ArrayList<>();
    issued.add(issueInvoice(shipmentId, actor));
    Papers papers = Papers.of(besideInvoice(shipmentId, actor));
    for (FilledForm form : papers.forms()) {
      issued.add(attempt(shipmentId, () -> form(shipmentId, form.form(), actor)));
    }
    return new IssuedPapers(issued, papers.faults(), papers.notes());
  }

  /** What would come of issuing the papers now; none while a line is held. */
  public Optional<Papers> outlook(Shipment shipment) {
    return shipment.isHeld() ? Optional.empty() : Optional.of(Papers.of(clearance.of(shipment)));
  }

  /** The documents of a shipment, the newest version first. */
  public List<IssuedDocument> list(UUID shipmentId, Actor actor) {
    return shipments.find(shipmentId, actor).isPresent() ? table.list(shipmentId) : List.of();
  }

  /** A document, if the actor may see its shipment. */
  public Optional<IssuedDocument> find(UUID id, Actor actor) {
    return table
        .find(id)
        .filter(document -> shipments.find(document.shipmentId(), actor).isPresent());
  }

  /** The last documents that carry any of these items, the newest first. */
  public List<IssuedDocument> newestWith(Collection<UUID> items) {
    return items.isEmpty() ? List.of() : table.newestWith(items);
  }

  /**
   * The PDF of a document, for somebody who takes it in hand.
   *
   * @throws ShipmentHeld if a line is held again: nothing leaves before it is decided
   * @throws IllegalArgumentException if there is no such document that the actor may see
   */
  public byte[] fetchPdf(UUID id, Actor actor) {
    hand(id, actor);
    return table.pdf(id).orElseThrow();
  }

  /**
   * What a document says as JSON, for somebody who takes it in hand.
   *
   * @throws ShipmentHeld if a line is held again: nothing leaves before it is decided
   * @throws IllegalArgumentException if there is no such document that the actor may see, or it was
   *     issued before its data were kept
   */
  public String fetchData(UUID id, Actor actor) {
    hand(id, actor);
    return table
        .data(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "document %s was issued before data were kept: issue the papers again"
                        .formatted(id)));
  }

  /** Who has a document in hand, the last first. */
  public List<Fetch> fetches(UUID id) {
    return table.fetches(id);
  }

  private void hand(UUID id, Actor actor) {
    IssuedDocument document =
        find(id, actor)
            .orElseThrow(() -> new IllegalArgumentException("there is no document " + id));
    released(document.shipmentId(), actor);
    table.fetched(id, actor.id(), clock.instant());
  }

  /**
   * Setting a page is slow beside storing it, so nothing is locked meanwhile. If the shipment
   * changed, or somebody else issued this version, the table refuses and we look afresh.
   */
  private static IssuedDocument attempt(
      UUID shipmentId, Supplier<Optional<IssuedDocument>> attempt) {
    @Nullable DataIntegrityViolationException refused = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        Optional<IssuedDocument> issued = attempt.get();
        if (issued.isPresent()) {
          return issued.get();
        }
      } catch (DataIntegrityViolationException e) {
        refused = e;
      }
    }
    throw new IllegalStateException(
        "shipment %s changes while its papers are being made: try again".formatted(shipmentId),
        refused);
  }

  private Optional<IssuedDocument> invoice(UUID shipmentId, Actor actor) {
    Cleared cleared = clearance.of(released(shipmentId, actor));
    Particulars particulars = Particulars.of(cleared);
    Optional<IssuedInvoice> newest = table.newestInvoice(shipmentId);
    if (newest.isPresent() && newest.get().content().particulars().equals(particulars)) {
      return newest.map(IssuedInvoice::document);
    }
    int version = newest.map(invoice -> invoice.document().version() + 1).orElse(1);
    Invoice invoice = Invoice.of(particulars, version, cleared.date());
    byte[] file = press.invoice(invoice);
    var document =
        document(
            shipmentId,
            new Head(
                PaperKind.COMMERCIAL_INVOICE,
                INVOICE,
                "Commercial invoice",
                invoice.number(),
                version),
            file,
            actor);
    return insert(
        document,
        new Content(
            invoice, table.text(WcoData.of(cleared.as(invoice.number(), invoice.date()))), file),
        newest.map(IssuedInvoice::document),
        () -> Particulars.of(clearance.of(released(shipmentId, actor))).equals(particulars),
        actor);
  }

  private Optional<IssuedDocument> form(UUID shipmentId, String id, Actor actor) {
    Cleared cleared = besideInvoice(shipmentId, actor);
    Optional<FilledForm> found = find(cleared, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    FilledForm form = found.get();
    String data = table.text(form.data());
    Optional<IssuedForm> newest = table.newestForm(shipmentId, id);
    if (newest.isPresent() && newest.get().data().equals(data)) {
      return newest.map(IssuedForm::document);
    }
    int version = newest.map(old -> old.document().version() + 1).orElse(1);
    String number =
        "%s-%s-%d"
            .formatted(id.toUpperCase(Locale.ROOT), cleared.consignment().reference(), version);
    byte[] file = press.form(form, cleared.date());
    return insert(
        document(shipmentId, new Head(form.kind(), id, form.title(), number, version), file, actor),
        new Content(form.data(), data, file),
        newest.map(IssuedForm::document),
        () -> find(besideInvoice(shipmentId, actor), id).equals(found),
        actor);
  }

  private static Optional<FilledForm> find(Cleared cleared, String id) {
    return Papers.of(cleared).forms().stream().filter(form -> form.form().equals(id)).findFirst();
  }

  /** What all papers but the invoice are filled from: they bear the date of the one in force. */
  private Cleared besideInvoice(UUID shipmentId, Actor actor) {
    Cleared cleared = clearance.of(released(shipmentId, actor));
    Invoice invoice = table.newestInvoice(shipmentId).orElseThrow().content();
    return cleared.as(invoice.number(), invoice.date());
  }

  /** What is known of a document before it is printed. */
  private record Head(PaperKind kind, String form, String title, String number, int version) {}

  private IssuedDocument document(UUID shipmentId, Head head, byte[] file, Actor actor) {
    return new IssuedDocument(
        UUID.randomUUID(),
        shipmentId,
        head.kind(),
        head.form(),
        head.title(),
        head.number(),
        head.version(),
        sha256(file),
        actor.name(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Optional<IssuedDocument> insert(
      IssuedDocument document,
      Content content,
      Optional<IssuedDocument> before,
      BooleanSupplier stillTrue,
      Actor actor) {
    return transaction.execute(
        status -> {
          table.insert(document, actor.id(), content);
          // The items are locked from here on: what they say now is what was set, or it is undone.
          if (!stillTrue.getAsBoolean()) {
            status.setRollbackOnly();
            return Optional.empty();
          }
          record(document, before, actor);
          return Optional.of(document);
        });
  }

  private void record(IssuedDocument document, Optional<IssuedDocument> before, Actor actor) {
    Shipment shipment = shipments.find(document.shipmentId(), actor).orElseThrow();
    journal.write(
        new Issued(
            document.shipmentId(),
            document.id(),
            document.kind().name(),
            document.number(),
            document.version(),
            document.sha256(),
            shipment.lines().stream().map(Shipment.Line::itemId).toList()),
        actor);
    before.ifPresent(
        old ->
            journal.write(
                new Superseded(old.shipmentId(), old.id(), old.number(), document.id()), actor));
  }

  private Shipment released(UUID shipmentId, Actor actor) {
    Shipment shipment =
        shipments
            .find(shipmentId, actor)
            .orElseThrow(() -> new IllegalArgumentException("there is no shipment " + shipmentId));
    if (shipment.isHeld()) {
      throw new ShipmentHeld(
          shipmentId, shipment.notFinal().stream().map(Shipment.Line::number).toList());
    }
    return shipment;
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
