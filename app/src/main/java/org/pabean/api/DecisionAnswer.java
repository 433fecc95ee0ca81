package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Answer;
import org.pabean.review.Decision;

/** A person's decision. */
@Schema(name = "Decision")
record DecisionAnswer(
    UUID id,
    UUID taskId,
    UUID itemId,
    @Schema(allowableValues = {"ACCEPT", "RECLASSIFY", "PROHIBIT", "ESCALATE"}) String verdict,
    @Nullable String code,
    @Nullable String codeDotted,
    String rationale,
    String legalBasis,
    @Schema(description = "The person's name.") String decidedBy,
    Instant decidedAt) {

  static DecisionAnswer of(Decision decision) {
    Answer answer = decision.answer();
    return new DecisionAnswer(
        decision.id(),
        decision.taskId(),
        decision.itemId(),
        answer.verdict().name(),
        CodeText.digits(answer.code()),
        CodeText.dotted(answer.code()),
        answer.rationale(),
        answer.legalBasis(),
        decision.by().name(),
        decision.at());
  }
}
