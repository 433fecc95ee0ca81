package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Answer;
import org.pabean.review.Verdict;
import org.pabean.tariff.Code;

/** What a client says on a task. */
@Schema(
    name = "DecisionOrder",
    requiredProperties = {"version", "verdict", "rationale"})
record DecisionRequest(
    @Schema(description = "The task's version that you read; refused if it has changed since.")
        @Nullable Long version,
    @Schema(allowableValues = {"ACCEPT", "RECLASSIFY", "PROHIBIT", "ESCALATE"})
        @Nullable String verdict,
    @Schema(
            description =
                "Six digits, with or without dots. Only with ACCEPT and RECLASSIFY, and needed there.",
            example = "6912.00")
        @Nullable String code,
    @Schema(description = "Why, in your words.") @Nullable String rationale,
    @Schema(
            description =
                "General Rule, note, precedent, ruling or law. Needed with RECLASSIFY and PROHIBIT.",
            example = "General Rule 1, chapter 82 note 1")
        @Nullable String legalBasis) {

  private static final int LONGEST = 10_000;

  long seenVersion() {
    return Door.present("version", version, "give the version of the task that you read");
  }

  Answer toAnswer() {
    Verdict said =
        Door.present(
            "verdict",
            Door.choice("verdict", verdict, Verdict.class),
            "give ACCEPT, RECLASSIFY, PROHIBIT or ESCALATE");
    String digits = Door.text("code", code, Door.SHORT);
    @Nullable Code chosen = digits.isEmpty() ? null : Door.make("code", () -> Code.parse(digits));
    String why =
        Door.required(
            "rationale", rationale, LONGEST, "say why, in words that hold before an auditor");
    String basis = Door.text("legalBasis", legalBasis, LONGEST);
    return Door.make("code", () -> new Answer(said, chosen, why, basis));
  }
}
