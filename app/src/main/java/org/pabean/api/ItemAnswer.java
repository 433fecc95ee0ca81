package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item with all that is known about it. */
@Schema(name = "Item", description = "One product for one destination, with all that is known.")
record ItemAnswer(
    UUID id,
    String destination,
    @Schema(allowableValues = {"FINAL", "HELD", "PROHIBITED"}) String state,
    @Schema(allowableValues = {"AUTO", "REVIEW", "BLOCKED"}) String lane,
    @Schema(description = "The code in force; while the item is held only a suggestion.")
        @Nullable String code,
    @Nullable String codeDotted,
    @Schema(description = "Goes up with each change.") long version,
    Instant updatedAt,
    @Schema(description = "The open review task, if the item is held.") @Nullable UUID taskId,
    ListingAnswer listing,
    AssessmentAnswer assessment,
    @Schema(description = "What people decided, the last first.") List<DecisionAnswer> decisions) {}
