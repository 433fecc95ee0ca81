package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pabean.consignment.PaperFault;
import org.pabean.consignment.PaperKind;
import org.pabean.document.IssuedDocument;
import org.pabean.document.IssuedPapers;

/** A document that was issued. */
@Schema(name = "Document", description = "A document that was issued, and never changes.")
record DocumentAnswer(
    UUID id,
    UUID shipmentId,
    PaperKind kind,
    @Schema(description = "Which form.", example = "packing-list") String form,
    String title,
    @Schema(description = "As printed on it.") String number,
    @Schema(description = "From 1; a later version supersedes the earlier ones.") int version,
    @Schema(description = "Hash of the PDF, hexadecimal.") String sha256,
    String issuedBy,
    Instant issuedAt,
    @Schema(description = "Where the PDF is.", example = "/api/v1/documents/…/pdf") String pdf) {

  /** Documents in their order. */
  @Schema(name = "Documents")
  record Page(List<DocumentAnswer> documents) {}

  /** What came of issuing all papers. */
  @Schema(name = "IssuedPapers")
  record Issued(
      List<DocumentAnswer> documents,
      @Schema(description = "Why other papers could not be issued; empty if all are.")
          List<PaperFault> faults,
      List<String> notes) {

    static Issued of(IssuedPapers papers) {
      return new Issued(
          papers.documents().stream().map(DocumentAnswer::of).toList(),
          papers.faults(),
          papers.notes());
    }
  }

  static DocumentAnswer of(IssuedDocument document) {
    return new DocumentAnswer(
        document.id(),
        document.shipmentId(),
        document.kind(),
        document.form(),
        document.title(),
        document.number(),
        document.version(),
        document.sha256(),
        document.issuedBy(),
        document.issuedAt(),
        "/api/v1/documents/%s/pdf".formatted(document.id()));
  }
}
