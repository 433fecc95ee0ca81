package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.pabean.document.Documents;
import org.pabean.document.IssuedDocument;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.shipment.Shipments;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues the papers of shipments and hands them out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Documents")
class DocumentsApi {

  private final Documents documents;
  private final Shipments shipments;

  DocumentsApi(Documents documents, Shipments shipments) {
    this.documents = documents;
    this.shipments = shipments;
  }

  @PostMapping(
      path = "/shipments/{id}/documents/commercial-invoice",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "issueCommercialInvoice",
      summary = "Issue the commercial invoice of a shipment",
      description = "If nothing it says has changed since the last one, gives that one again.")
  @ApiResponse(responseCode = "201", description = "The invoice; the PDF is at its pdf address")
  @ApiResponse(
      responseCode = "409",
      description = "shipment-held, with the numbers of the lines that are not final")
  ResponseEntity<DocumentAnswer> issueInvoice(
      @PathVariable UUID id, @AuthenticationPrincipal Login login) {
    checkShipment(id, login.actor());
    IssuedDocument issued = documents.issueInvoice(id, login.actor());
    return ResponseEntity.created(URI.create("/api/v1/documents/" + issued.id()))
        .body(DocumentAnswer.of(issued));
  }

  @PostMapping(path = "/shipments/{id}/documents", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "issueDocuments",
      summary = "Issue every paper that the shipment needs and its record suffices for",
      description =
          "A paper that says what the last one said stays in force. What cannot be issued is named"
              + " with the path in the record where it is mended.")
  @ApiResponse(
      responseCode = "409",
      description =
          "shipment-held, with the numbers of the lines that are not final; or papers-faulty, with"
              + " what in the record does not agree with itself")
  DocumentAnswer.Issued issueAll(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    checkShipment(id, login.actor());
    return DocumentAnswer.Issued.of(documents.issueAll(id, login.actor()));
  }

  @GetMapping(path = "/shipments/{id}/documents", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listDocuments",
      summary = "List the documents of a shipment, the newest version first")
  DocumentAnswer.Page list(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    checkShipment(id, login.actor());
    return new DocumentAnswer.Page(
        documents.list(id, login.actor()).stream().map(DocumentAnswer::of).toList());
  }

  @GetMapping(path = "/documents/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getDocument", summary = "Show a document's number, version and hash")
  DocumentAnswer get(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return DocumentAnswer.of(existing(id, login.actor()));
  }

  @GetMapping(path = "/documents/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      operationId = "getDocumentPdf",
      summary = "Fetch a document as PDF; its ETag is the SHA-256 hash")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    IssuedDocument document = existing(id, login.actor());
    ContentDisposition name =
        ContentDisposition.inline()
            .filename(document.number() + ".pdf", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .eTag(document.sha256())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(documents.fetchPdf(id, login.actor()));
  }

  @GetMapping(path = "/documents/{id}/data", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getDocumentData",
      summary = "Fetch what a document says, by the names of its form",
      description = "The commercial invoice is given in the names of the WCO Data Model.")
  @ApiResponse(
      responseCode = "409",
      description = "shipment-held, with the numbers of the lines that are not final")
  String data(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    existing(id, login.actor());
    return documents.fetchData(id, login.actor());
  }

  private void checkShipment(UUID id, Actor actor) {
    if (shipments.find(id, actor).isEmpty()) {
      throw Refusal.notFound("shipment", id);
    }
  }

  private IssuedDocument existing(UUID id, Actor actor) {
    return documents.find(id, actor).orElseThrow(() -> Refusal.notFound("document", id));
  }
}
