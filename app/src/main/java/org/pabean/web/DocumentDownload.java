package org.pabean.web;

import java.util.UUID;
import org.pabean.document.Documents;
import org.pabean.document.IssuedDocument;
import org.pabean.security.Login;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An issued document as a file. */
@Controller
class DocumentDownload {

  private final Documents documents;

  DocumentDownload(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/documents/{id}.pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Login login, @PathVariable UUID id) {
    IssuedDocument document =
        documents.find(id, login.actor()).orElseThrow(() -> new NotFound("document"));
    String name = FileName.of(document.number(), "-v%d.pdf".formatted(document.version()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(documents.fetchPdf(id, login.actor()));
  }
}
