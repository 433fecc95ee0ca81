package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Receipt;

/** What became of the listings that were sent. */
@Schema(name = "Receipt", description = "What became of the listings, in the order sent.")
record ReceiptAnswer(List<Line> lines) {

  /** What became of one listing. */
  @Schema(name = "ReceiptLine")
  record Line(
      UUID itemId,
      String sku,
      @Schema(allowableValues = {"FINAL", "HELD", "PROHIBITED"}) String state,
      @Schema(
              description = "Who finalises it: the machine, a person, or (blocked) a lead.",
              allowableValues = {"AUTO", "REVIEW", "BLOCKED"})
          String lane,
      @Schema(description = "Digits; while the item is held only a suggestion.", example = "691200")
          @Nullable String code,
      @Schema(example = "6912.00") @Nullable String codeDotted,
      @Schema(description = "The review task, if the item is held.") @Nullable UUID taskId,
      @Schema(description = "The decision on the same goods that was relied on, if one was.")
          @Nullable String precedent,
      @Schema(description = "Why it is held; empty if it is not.") List<String> reasons) {}

  static ReceiptAnswer of(Receipt receipt) {
    return new ReceiptAnswer(receipt.lines().stream().map(ReceiptAnswer::line).toList());
  }

  private static Line line(Receipt.Line line) {
    return new Line(
        line.itemId(),
        line.sku(),
        line.state().name(),
        line.lane().name(),
        CodeText.digits(line.code()),
        CodeText.dotted(line.code()),
        line.taskId(),
        line.precedent(),
        line.reasons());
  }
}
