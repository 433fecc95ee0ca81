package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.oversight.Figures;
import org.pabean.oversight.RuleQuality;
import org.pabean.oversight.RuleUse;
import org.pabean.registry.PackDraft;
import org.pabean.registry.PackInForce;
import org.pabean.registry.Packs;
import org.pabean.screening.PackText;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rule packs in force, what they do, and how they are changed. */
@RestController
@RequestMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules")
class RulesApi {

  private static final int DAYS = 90;
  private static final int ITEMS_TO_TRY = 5_000;
  private static final int PROPOSALS = 100;
  private static final int LONGEST_PACK = 1_000_000;
  private static final int LONGEST_REASON = 1_000;

  private final Packs packs;
  private final RuleQuality quality;
  private final Figures figures;

  RulesApi(Packs packs, RuleQuality quality, Figures figures) {
    this.packs = packs;
    this.quality = quality;
    this.figures = figures;
  }

  /** A pack as a person wrote it. */
  @Schema(
      name = "RulePackOrder",
      requiredProperties = {"yaml"})
  record PackRequest(
      @Schema(description = "The pack, as docs/formats.md describes it.") @Nullable String yaml,
      @Schema(description = "Why the rules change; needed to put them forward.")
          @Nullable String why) {

    PackText text() {
      return new PackText(
          "pack.yaml", Door.required("yaml", yaml, LONGEST_PACK, "give the text of the pack"));
    }

    String reason() {
      return Door.required(
          "why", why, LONGEST_REASON, "say why the rules change: it stands in the record");
    }
  }

  /** Where to go back to. */
  @Schema(
      name = "RollBackOrder",
      requiredProperties = {"version"})
  record RollBackRequest(@Nullable String version) {}

  @GetMapping
  @Operation(
      operationId = "listRulePacks",
      summary = "List the rule packs in force, with what each rule did in the last 90 days")
  RulesAnswer.Packs list() {
    Map<String, RuleUse> uses = quality.of(figures.last(DAYS));
    return new RulesAnswer.Packs(
        packs.inForce().stream().map(live -> RulesAnswer.Pack.of(live, uses)).toList());
  }

  @GetMapping(path = "/{pack}/text", produces = "application/yaml")
  @Operation(operationId = "getRulePackText", summary = "The text of a pack in force, in YAML")
  String text(@PathVariable String pack) {
    return find(pack).text().yaml();
  }

  @GetMapping("/{pack}/versions")
  @Operation(
      operationId = "listRulePackVersions",
      summary = "The versions of a pack that can be gone back to; none before its first change")
  RulesAnswer.Versions versions(@PathVariable String pack) {
    find(pack);
    return RulesAnswer.Versions.of(packs.versions(pack));
  }

  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "checkRulePack",
      summary = "Check a pack, and try it on the items on record; nothing is changed")
  @ApiResponse(responseCode = "400", description = "rule-pack-invalid: what is wrong, and where")
  RulesAnswer.Trial check(@RequestBody PackRequest request) {
    PackDraft draft = packs.check(request.text());
    return RulesAnswer.Trial.of(draft, quality.simulate(draft, ITEMS_TO_TRY));
  }

  @GetMapping("/proposals")
  @Operation(
      operationId = "listRuleProposals",
      summary = "Changes of rule packs, those that wait first")
  RulesAnswer.Proposals proposals() {
    return new RulesAnswer.Proposals(
        packs.proposals(null, PROPOSALS).stream().map(RulesAnswer.Proposal::of).toList());
  }

  @PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "proposeRulePack",
      summary = "Put a pack forward",
      description = "It is in force at once if it loosens nothing; else it waits for another lead.")
  @ApiResponse(responseCode = "400", description = "rule-pack-invalid: what is wrong, and where")
  @ApiResponse(responseCode = "409", description = "rule-change-refused")
  RulesAnswer.Proposal propose(
      @RequestBody PackRequest request, @AuthenticationPrincipal Login login) {
    return RulesAnswer.Proposal.of(packs.propose(request.text(), request.reason(), login.actor()));
  }

  @PostMapping("/proposals/{id}/agree")
  @Operation(operationId = "agreeToRuleProposal", summary = "Agree to a change of another lead")
  @ApiResponse(responseCode = "409", description = "rule-change-refused")
  RulesAnswer.Proposal agree(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return RulesAnswer.Proposal.of(packs.agree(id, login.actor()));
  }

  @PostMapping("/proposals/{id}/refuse")
  @Operation(
      operationId = "refuseRuleProposal",
      summary = "Refuse a change of another lead, or take your own back")
  @ApiResponse(responseCode = "409", description = "rule-change-refused")
  RulesAnswer.Proposal refuse(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return RulesAnswer.Proposal.of(packs.refuse(id, login.actor()));
  }

  @PostMapping(path = "/{pack}/roll-back", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "rollBackRulePack",
      summary = "Go back to an earlier version of a pack",
      description = "If that may let pass what is held now, it waits for another lead.")
  @ApiResponse(responseCode = "409", description = "rule-change-refused")
  RulesAnswer.Proposal rollBack(
      @PathVariable String pack,
      @RequestBody RollBackRequest request,
      @AuthenticationPrincipal Login login) {
    String version = Door.required("version", request.version(), Door.SHORT, "name the version");
    return RulesAnswer.Proposal.of(packs.rollBack(pack, version, login.actor()));
  }

  private PackInForce find(String pack) {
    List<PackInForce> all = packs.inForce();
    return all.stream()
        .filter(live -> live.pack().id().equals(pack))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("rule pack " + pack));
  }
}
