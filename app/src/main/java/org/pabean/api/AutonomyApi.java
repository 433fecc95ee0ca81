package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.autonomy.Audit;
import org.pabean.autonomy.Audits;
import org.pabean.autonomy.Autonomy;
import org.pabean.security.Login;
import org.pabean.tariff.Code;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Blind audits of what the machine finalised, and what they prove. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Autonomy")
class AutonomyApi {

  private static final int LONGEST_RATIONALE = 2_000;

  private final Audits audits;
  private final Autonomy autonomy;

  AutonomyApi(Audits audits, Autonomy autonomy) {
    this.audits = audits;
    this.autonomy = autonomy;
  }

  /** What an auditor judges: the listing, and nothing that the machine said. */
  @Schema(name = "BlindAudit")
  record BlindAudit(UUID id, String destination, ListingAnswer listing) {}

  /** An auditor's code. */
  @Schema(
      name = "AuditOrder",
      requiredProperties = {"code", "rationale"})
  record AuditRequest(@Nullable String code, @Nullable String rationale) {}

  /** What became of an audit. */
  @Schema(name = "AuditOutcome")
  record AuditOutcome(
      UUID id,
      UUID itemId,
      @Schema(description = "The code that the machine had made final.") String machine,
      String found,
      boolean right,
      @Schema(description = "Items that are held again because of it.") List<UUID> held,
      @Schema(
              description =
                  "The precedent that the item only repeated; until a lead retires it, it settles"
                      + " the same goods.")
          @Nullable UUID precedentId) {}

  @PostMapping("/audits/next")
  @Operation(
      operationId = "nextAudit",
      summary = "The audit that you are at, or the next one; never of goods that you decided")
  @ApiResponse(responseCode = "200", description = "An audit, yours for a while")
  @ApiResponse(responseCode = "204", description = "None waits for you", content = @Content)
  ResponseEntity<BlindAudit> next(@AuthenticationPrincipal Login login) {
    Optional<BlindAudit> next =
        audits
            .next(login.actor())
            .map(
                audit ->
                    new BlindAudit(
                        audit.id(),
                        audit.destination(),
                        ListingAnswer.of(audits.item(audit).listing())));
    return next.map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping(path = "/audits/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "answerAudit",
      summary = "Give your code; then you are told the machine's",
      description =
          "If they differ, the item and all final items in the same words are held again.")
  @ApiResponse(responseCode = "409", description = "audit-refused: it is another's, or answered")
  AuditOutcome answer(
      @PathVariable UUID id,
      @RequestBody AuditRequest request,
      @AuthenticationPrincipal Login login) {
    String digits = Door.required("code", request.code(), Door.SHORT, "give six digits");
    Code code = Door.make("code", () -> Code.parse(digits));
    String why = Door.required("rationale", request.rationale(), LONGEST_RATIONALE, "say why");
    Audits.Outcome outcome = Door.make("code", () -> audits.answer(id, code, why, login.actor()));
    Audit audit = outcome.audit();
    return new AuditOutcome(
        audit.id(),
        audit.itemId(),
        audit.code().digits(),
        code.digits(),
        audit.isRight(),
        outcome.held(),
        outcome.precedent());
  }

  @GetMapping("/autonomy")
  @Operation(
      operationId = "getAutonomy",
      summary = "What audits prove of the error of what the machine finalises",
      description =
          "Bounds are exact, one-sided, at the confidence given; destination * is all together.")
  Autonomy.View autonomy() {
    return autonomy.view();
  }
}
