package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.document.Documents;
import org.pabean.knowledge.Conflicts;
import org.pabean.knowledge.KnowledgeBase;
import org.pabean.knowledge.KnowledgeFilter;
import org.pabean.knowledge.KnownDecision;
import org.pabean.security.Login;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decided and the program repeats. */
@RestController
@RequestMapping(path = "/api/v1/precedents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Precedents")
class PrecedentsApi {

  private static final int LONGEST_REASON = 2_000;
  private static final int MOST_TO_LEAVE_OUT = 10_000_000;

  private final KnowledgeBase knowledge;
  private final Conflicts conflicts;
  private final Documents documents;

  PrecedentsApi(KnowledgeBase knowledge, Conflicts conflicts, Documents documents) {
    this.knowledge = knowledge;
    this.conflicts = conflicts;
    this.documents = documents;
  }

  /** Which are wanted; what is missing does not matter. */
  record Query(
      @Parameter(description = "Words of goods, rationale or legal basis, all of them.")
          @Nullable String text,
      @Parameter(description = "Digits that the code begins with.") @Nullable String code,
      @Parameter(description = "Destination, two letters.") @Nullable String to,
      @Parameter(description = "A part of the name of who decided.") @Nullable String by,
      @Parameter(
              schema =
                  @Schema(
                      allowableValues = {
                        "IN_FORCE",
                        "EXPIRED",
                        "REPLACED",
                        "WITHDRAWN",
                        "RETIRED"
                      }))
          @Nullable String state,
      @Parameter(description = "How many to leave out.") @Nullable Integer offset,
      @Parameter(description = "How many at most, 1 to 500; 100 if missing.")
          @Nullable Integer limit) {

    KnowledgeFilter filter() {
      String digits = Door.text("code", code, Door.SHORT);
      return Door.make(
          "code",
          () ->
              new KnowledgeFilter(
                  Door.text("text", text, Door.SHORT),
                  digits,
                  Door.country("to", to),
                  Door.text("by", by, Door.SHORT),
                  Door.choice("state", state, KnownDecision.State.class)));
    }

    int from() {
      int from = offset == null ? 0 : offset;
      if (from < 0 || from > MOST_TO_LEAVE_OUT) {
        throw Refusal.badValue("offset", "give a number from 0 to " + MOST_TO_LEAVE_OUT);
      }
      return from;
    }
  }

  /** Why it is wrong, and what becomes of what rests on it. */
  @Schema(
      name = "RetirementOrder",
      requiredProperties = {"reason"})
  record RetirementRequest(
      @Schema(description = "Why it is wrong; it stands in the record.") @Nullable String reason,
      @Schema(description = "Whether what rests on it is held again at once; yes if missing.")
          @Nullable Boolean reopen) {}

  /** In what the goods differ. */
  @Schema(
      name = "SettlementOrder",
      requiredProperties = {"reason"})
  record SettlementRequest(@Nullable String reason) {}

  /** Until when. */
  @Schema(name = "LimitOrder")
  record LimitRequest(
      @Schema(description = "The last day, such as 2027-12-31; none if missing.")
          @Nullable String until) {}

  @GetMapping
  @Operation(
      operationId = "listPrecedents",
      summary = "Search what was decided, the last first",
      description = "As CSV at /knowledge.csv of the pages.")
  PrecedentAnswer.Page list(@ModelAttribute Query query) {
    int limit = Door.limit(query.limit() == null ? 100 : query.limit());
    int from = query.from();
    List<KnownDecision> found = knowledge.find(query.filter(), from, limit + 1);
    boolean more = found.size() > limit;
    return new PrecedentAnswer.Page(
        found.stream().limit(limit).map(PrecedentAnswer::of).toList(), more ? from + limit : null);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPrecedent", summary = "One of them, with all that rests on it")
  PrecedentAnswer.InFull get(@PathVariable UUID id) {
    KnownDecision known = existing(id);
    List<Item> items = knowledge.resting(known);
    return PrecedentAnswer.InFull.of(
        known,
        items,
        documents.newestWith(items.stream().map(Item::id).toList()),
        conflicts.of(id));
  }

  @GetMapping("/conflicts")
  @Operation(
      operationId = "listPrecedentConflicts",
      summary = "Pairs in force that contradict each other, the oldest first")
  PrecedentAnswer.ConflictAnswer.Page conflicts() {
    return new PrecedentAnswer.ConflictAnswer.Page(
        conflicts.open(Door.MOST).stream().map(PrecedentAnswer.ConflictAnswer::of).toList());
  }

  @PostMapping(path = "/conflicts/{id}/settlement", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "settlePrecedentConflict",
      summary = "Say that both stand, for leads; to keep one, retire the other")
  @ApiResponse(responseCode = "409", description = "precedent-stands: it is settled already")
  PrecedentAnswer.ConflictAnswer settle(
      @PathVariable UUID id,
      @RequestBody SettlementRequest request,
      @AuthenticationPrincipal Login login) {
    String reason =
        Door.required("reason", request.reason(), LONGEST_REASON, "say in what the goods differ");
    return PrecedentAnswer.ConflictAnswer.of(
        Door.make("id", () -> conflicts.bothStand(id, reason, login.actor())));
  }

  @PostMapping(path = "/{id}/limit", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "limitPrecedent",
      summary = "Set the last day on which a precedent is used, for leads")
  @ApiResponse(responseCode = "409", description = "precedent-stands: it is not in force any more")
  PrecedentAnswer limit(
      @PathVariable UUID id,
      @RequestBody LimitRequest request,
      @AuthenticationPrincipal Login login) {
    existing(id);
    @Nullable LocalDate until = Door.date("until", request.until());
    return PrecedentAnswer.of(Door.make("until", () -> knowledge.limit(id, until, login.actor())));
  }

  @PostMapping(path = "/{id}/retirement", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "retirePrecedent",
      summary = "Retire what was wrong, for leads: nothing is finalised on it any more",
      description = "What rests on it is held again, with the shipments that it is in.")
  @ApiResponse(responseCode = "409", description = "precedent-stands: it is not in force any more")
  PrecedentAnswer.Reopened retire(
      @PathVariable UUID id,
      @RequestBody RetirementRequest request,
      @AuthenticationPrincipal Login login) {
    existing(id);
    String reason =
        Door.required("reason", request.reason(), LONGEST_REASON, "say why it is wrong");
    KnownDecision retired = knowledge.retire(id, reason, login.actor());
    boolean reopen = request.reopen() == null || request.reopen();
    List<UUID> held = reopen ? knowledge.reopen(id, login.actor()) : List.of();
    return new PrecedentAnswer.Reopened(PrecedentAnswer.of(retired), held);
  }

  @PostMapping("/{id}/reopening")
  @Operation(
      operationId = "reopenPrecedent",
      summary = "Hold again all that rests on what is not in force any more, for leads")
  @ApiResponse(responseCode = "409", description = "precedent-stands: it is in force")
  PrecedentAnswer.Reopened reopen(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    KnownDecision known = existing(id);
    return new PrecedentAnswer.Reopened(
        PrecedentAnswer.of(known), knowledge.reopen(id, login.actor()));
  }

  private KnownDecision existing(UUID id) {
    return knowledge.find(id).orElseThrow(() -> Refusal.notFound("precedent", id));
  }
}
