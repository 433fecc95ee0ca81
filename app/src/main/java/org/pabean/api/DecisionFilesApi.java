package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.pabean.document.DecisionFile;
import org.pabean.document.DecisionFiles;
import org.pabean.security.Login;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out decision files. */
@RestController
@RequestMapping("/api/v1/items")
@Tag(name = "Items")
class DecisionFilesApi {

  private final DecisionFiles files;

  DecisionFilesApi(DecisionFiles files) {
    this.files = files;
  }

  @GetMapping(path = "/{id}/record", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getDecisionFile",
      summary = "Fetch an item's decision file",
      description =
          "What came in, what the machine said and why, what people decided and why, what rests on"
              + " it, and the events of the record with their hashes. A seller gets only their"
              + " own.")
  DecisionFile json(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return existing(id, login);
  }

  @GetMapping(path = "/{id}/record.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "getDecisionFilePdf", summary = "Fetch an item's decision file as PDF")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    ContentDisposition name =
        ContentDisposition.inline().filename("decision-file-%s.pdf".formatted(id)).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .contentType(MediaType.APPLICATION_PDF)
        .body(files.pdf(existing(id, login)));
  }

  private DecisionFile existing(UUID id, Login login) {
    return files.find(id, login.actor()).orElseThrow(() -> Refusal.notFound("item", id));
  }
}
