package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.document.IssuedDocument;
import org.pabean.knowledge.Conflict;
import org.pabean.knowledge.KnownDecision;

/** What a decision taught. */
@Schema(name = "Precedent", description = "What a decision taught: a code, or a prohibition.")
record PrecedentAnswer(
    UUID id,
    UUID decisionId,
    @Schema(description = "The item that was decided.") UUID itemId,
    @Schema(description = "IN_FORCE is repeated for the same goods; all else is not.") String state,
    @Schema(description = "The goods, as their seller called them.") String title,
    String destination,
    @Schema(description = "Null if the goods may not be imported.") @Nullable String code,
    @Nullable String codeDotted,
    boolean prohibited,
    String edition,
    String decidedBy,
    LocalDate decidedOn,
    String rationale,
    String legalBasis,
    @Schema(allowableValues = {"RULING", "ADJUDICATED", "TWO_PERSONS", "ONE_PERSON"})
        String strength,
    @Schema(description = "The last day on which it is used.") @Nullable LocalDate validUntil,
    @Nullable Instant endedAt,
    @Schema(description = "The lead who retired it.") @Nullable String retiredBy,
    @Nullable String retiredWhy) {

  /** Several of them. */
  @Schema(name = "Precedents")
  record Page(
      List<PrecedentAnswer> precedents,
      @Schema(description = "What to give as offset for more; null if there are none.")
          @Nullable Integer next) {}

  /** One of them with all that rests on it. */
  @Schema(name = "PrecedentInFull")
  record InFull(
      PrecedentAnswer precedent,
      @Schema(description = "Items that stand as they do because of it.") List<UUID> items,
      @Schema(description = "The last documents that carry these items.") List<Paper> documents,
      @Schema(description = "What it contradicts, settled or not.")
          List<ConflictAnswer> conflicts) {

    static InFull of(
        KnownDecision known,
        List<Item> items,
        List<IssuedDocument> papers,
        List<Conflict> conflicts) {
      return new InFull(
          PrecedentAnswer.of(known),
          items.stream().map(Item::id).toList(),
          papers.stream().map(d -> new Paper(d.id(), d.shipmentId(), d.number())).toList(),
          conflicts.stream().map(ConflictAnswer::of).toList());
    }
  }

  /** Two that contradict each other. */
  @Schema(name = "PrecedentConflict")
  record ConflictAnswer(
      UUID id,
      @Schema(description = "Whether a lead should settle it.") boolean open,
      PrecedentAnswer one,
      PrecedentAnswer other,
      @Schema(description = "Whether the goods are in the very same words.") boolean sameGoods,
      Instant foundAt,
      @Schema(description = "The lead who said that both stand.") @Nullable String settledBy,
      @Nullable String reason) {

    /** Several of them. */
    @Schema(name = "PrecedentConflicts")
    record Page(List<ConflictAnswer> conflicts) {}

    static ConflictAnswer of(Conflict conflict) {
      return new ConflictAnswer(
          conflict.id(),
          conflict.isOpen(),
          PrecedentAnswer.of(conflict.one()),
          PrecedentAnswer.of(conflict.other()),
          conflict.sameGoods(),
          conflict.foundAt(),
          conflict.settledBy(),
          conflict.reason());
    }
  }

  /** A document by its number. */
  @Schema(name = "PaperOnPrecedent")
  record Paper(UUID id, UUID shipmentId, String number) {}

  /** What is held again. */
  @Schema(name = "ReopenedItems")
  record Reopened(
      PrecedentAnswer precedent,
      @Schema(description = "Items that are held again.") List<UUID> held) {}

  static PrecedentAnswer of(KnownDecision known) {
    return new PrecedentAnswer(
        known.id(),
        known.decisionId(),
        known.itemId(),
        known.state().name(),
        known.title(),
        known.destination(),
        CodeText.digits(known.code()),
        CodeText.dotted(known.code()),
        known.isProhibition(),
        known.edition(),
        known.decidedBy(),
        known.decidedOn(),
        known.rationale(),
        known.legalBasis(),
        known.strength().name(),
        known.validUntil(),
        known.endedAt(),
        known.retiredBy(),
        known.retiredWhy());
  }
}
