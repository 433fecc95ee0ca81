package org.pabean.web;

import java.util.UUID;
import org.pabean.document.DecisionFile;
import org.pabean.document.DecisionFiles;
import org.pabean.security.Login;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The decision file of an item, for reading and for programs. */
@Controller
class DecisionFileDownload {

  private final DecisionFiles files;

  DecisionFileDownload(DecisionFiles files) {
    this.files = files;
  }

  @GetMapping("/items/{id}/record.pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Login login, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, inline(id, "pdf"))
        .body(files.pdf(file(id, login)));
  }

  @GetMapping("/items/{id}/record.json")
  ResponseEntity<DecisionFile> json(@AuthenticationPrincipal Login login, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, inline(id, "json"))
        .body(file(id, login));
  }

  private DecisionFile file(UUID id, Login login) {
    return files.find(id, login.actor()).orElseThrow(() -> new NotFound("item"));
  }

  private static String inline(UUID id, String ending) {
    String name = "decision-file-%s.%s".formatted(id, ending);
    return ContentDisposition.inline().filename(name).build().toString();
  }
}
