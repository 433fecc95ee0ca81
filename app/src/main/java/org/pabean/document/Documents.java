package org.pabean.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.document.DocumentTable.IssuedInvoice;
import org.pabean.document.IssuedDocument.Kind;
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

  private static final int ATTEMPTS = 3;

  private final DocumentTable table;
  private final Shipments shipments;
  private final InvoicePdf pdf;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final Clock clock;

  Documents(
      DocumentTable table,
      Shipments shipments,
      InvoicePdf pdf,
      TransactionTemplate transaction,
      Journal journal,
      Clock clock) {
    this.table = table;
    this.shipments = shipments;
    this.pdf = pdf;
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
    @Nullable DataIntegrityViolationException refused = null;
    // Setting a page is slow beside storing it, so nothing is locked meanwhile. If the shipment
    // changed, or somebody else issued this version, the table refuses and we look afresh.
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Particulars particulars = releasedParticulars(shipmentId, actor);
      Optional<IssuedInvoice> newest = table.newestInvoice(shipmentId);
      if (newest.isPresent() && newest.get().content().particulars().equals(particulars)) {
        return newest.get().document();
      }
      int version = newest.map(invoice -> invoice.document().version() + 1).orElse(1);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Invoice invoice = Invoice.of(particulars, version, LocalDate.ofInstant(now, ZoneOffset.UTC));
      try {
        Optional<IssuedDocument> issued = insert(shipmentId, newest, invoice, now, actor);
        if (issued.isPresent()) {
          return issued.get();
        }
      } catch (DataIntegrityViolationException e) {
        refused = e;
      }
    }
    throw new IllegalStateException(
        "shipment %s changes while its invoice is being made: try again".formatted(shipmentId),
        refused);
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

  /** The PDF of a document. */
  public byte[] pdf(UUID id) {
    return table
        .pdf(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no document " + id));
  }

  private Optional<IssuedDocument> insert(
      UUID shipmentId, Optional<IssuedInvoice> newest, Invoice invoice, Instant now, Actor actor) {
    byte[] file = pdf.render(invoice);
    var document =
        new IssuedDocument(
            UUID.randomUUID(),
            shipmentId,
            Kind.COMMERCIAL_INVOICE,
            invoice.number(),
            invoice.version(),
            sha256(file),
            actor.name(),
            now);
    return transaction.execute(
        status -> {
          table.insert(document, actor.id(), invoice, file);
          // The items are locked from here on: what they say now is what was set, or it is undone.
          if (!releasedParticulars(shipmentId, actor).equals(invoice.particulars())) {
            status.setRollbackOnly();
            return Optional.empty();
          }
          record(document, newest.map(IssuedInvoice::document), actor);
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

  private Particulars releasedParticulars(UUID shipmentId, Actor actor) {
    Shipment shipment =
        shipments
            .find(shipmentId, actor)
            .orElseThrow(() -> new IllegalArgumentException("there is no shipment " + shipmentId));
    if (shipment.isHeld()) {
      throw new ShipmentHeld(
          shipmentId, shipment.notFinal().stream().map(Shipment.Line::number).toList());
    }
    return Particulars.of(shipment);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
