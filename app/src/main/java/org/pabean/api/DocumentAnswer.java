package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pabean.document.IssuedDocument;

/** A document that was issued. */
@Schema(name = "Document", description = "A document that was issued, and never changes.")
record DocumentAnswer(
    UUID id,
    UUID shipmentId,
    @Schema(allowableValues = {"COMMERCIAL_INVOICE"}) String kind,
    @Schema(description = "As printed on it.") String number,
    @Schema(description = "From 1; a later version supersedes the earlier ones.") int version,
    @Schema(description = "Hash of the PDF, hexadecimal.") String sha256,
    String issuedBy,
    Instant issuedAt,
    @Schema(description = "Where the PDF is.", example = "/api/v1/documents/…/pdf") String pdf) {

  /** Documents in their order. */
  @Schema(name = "Documents")
  record Page(List<DocumentAnswer> documents) {}

  static DocumentAnswer of(IssuedDocument document) {
    return new DocumentAnswer(
        document.id(),
        document.shipmentId(),
        document.kind().name(),
        document.number(),
        document.version(),
        document.sha256(),
        document.issuedBy(),
        document.issuedAt(),
        "/api/v1/documents/%s/pdf".formatted(document.id()));
  }
}
