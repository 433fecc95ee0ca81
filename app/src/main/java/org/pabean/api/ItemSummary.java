package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.screening.Finding;

/** An item in a line. */
@Schema(name = "ItemSummary")
record ItemSummary(
    UUID id,
    String sku,
    String title,
    String destination,
    @Schema(allowableValues = {"FINAL", "HELD", "PROHIBITED"}) String state,
    @Schema(allowableValues = {"AUTO", "REVIEW", "BLOCKED"}) String lane,
    @Nullable String code,
    @Nullable String codeDotted,
    @Schema(description = "The machine's confidence in its own code, 0 to 1.") double confidence,
    @Schema(description = "What holds it, or held it until a person decided.") List<String> reasons,
    Instant updatedAt) {

  /** Items in their order. */
  @Schema(name = "Items")
  record Page(List<ItemSummary> items) {}

  static ItemSummary of(Item item) {
    return new ItemSummary(
        item.id(),
        item.listing().sku(),
        item.listing().title(),
        item.destination(),
        item.state().name(),
        item.lane().name(),
        CodeText.digits(item.code()),
        CodeText.dotted(item.code()),
        item.assessment().confidence(),
        item.assessment().open().stream().map(Finding::reason).toList(),
        item.updatedAt());
  }
}
