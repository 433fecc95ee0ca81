package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.classify.Candidate;
import org.pabean.classify.Evidence;
import org.pabean.classify.Line;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.GoodsQuestion;
import org.pabean.tariff.Nomenclature;

/** What the machine said about one listing, in full. */
@Schema(name = "Assessment", description = "What the machine said, with all evidence.")
record AssessmentAnswer(
    @Schema(description = "The date whose rules applied.") LocalDate asOf,
    @Schema(allowableValues = {"AUTO", "REVIEW", "BLOCKED"}) String lane,
    @Nullable String code,
    @Nullable String codeDotted,
    @Schema(
            description =
                "Calibrated probability that the code is right, 0 to 1; 1 where a person decided"
                    + " it.")
        double confidence,
    @Schema(description = "The tariff line of 8 digits that the code leads to, where known.")
        @Nullable LineAnswer line,
    @Schema(description = "The codes it may have, the likeliest first.")
        List<CandidateAnswer> candidates,
    @Schema(description = "The triggers that fired and hold the item, or did until settled.")
        List<FindingAnswer> findings,
    @Schema(description = "What the reader should know; it holds nothing.")
        List<FindingAnswer> notes,
    @Nullable PrecedentAnswer precedent,
    @Schema(description = "The one fact that would separate the first candidates.")
        @Nullable QuestionAnswer question,
    @Schema(description = "Edition, model, rule packs and threshold that were used.")
        Map<String, String> versions) {

  /** The tariff line that the code leads to. */
  @Schema(name = "Line")
  record LineAnswer(
      String code,
      String codeDotted,
      @Schema(description = "Probability that the line is right, the subheading's own included.")
          double confidence,
      @Schema(description = "What would have to be known to be sure; empty if nothing is.")
          String missing) {

    private static @Nullable LineAnswer of(@Nullable Line line) {
      return line == null
          ? null
          : new LineAnswer(
              line.code().digits(), line.code().dotted(), line.confidence(), line.missing());
    }
  }

  /** A code that the listing may have. */
  @Schema(name = "Candidate")
  record CandidateAnswer(
      String code,
      String codeDotted,
      @Schema(description = "What the code covers, in our words.") @Nullable String description,
      double confidence,
      @Schema(description = "What spoke for it or against it, the weightiest first.")
          List<EvidenceAnswer> evidence) {

    private static CandidateAnswer of(Candidate candidate, Nomenclature nomenclature) {
      return new CandidateAnswer(
          candidate.code().digits(),
          candidate.code().dotted(),
          nomenclature.find(candidate.code()).map(Entry::description).orElse(null),
          candidate.confidence(),
          candidate.evidence().stream().map(EvidenceAnswer::of).toList());
    }
  }

  /** One thing that spoke for a candidate. */
  @Schema(name = "Evidence")
  record EvidenceAnswer(
      @Schema(description = "Such as GOODS_NAME, WORD or NOTE; more may come.") String kind,
      String text,
      @Schema(description = "Where in the listing it stands; empty for a note.") String field,
      @Schema(description = "How much it counted beside the other evidence, 0 to 1.")
          double weight) {

    private static EvidenceAnswer of(Evidence evidence) {
      return new EvidenceAnswer(
          evidence.kind().name(), evidence.text(), evidence.field(), evidence.weight());
    }
  }

  /** One trigger that fired. */
  @Schema(name = "Finding")
  record FindingAnswer(
      String rule,
      @Schema(description = "The rule pack and its version.", example = "sg@2026-11-22")
          String pack,
      String title,
      @Schema(example = "blade") String category,
      @Schema(
              description =
                  "HOLD: a specialist decides. BLOCK: prohibited as far as known. NOTE: holds"
                      + " nothing.",
              allowableValues = {"NOTE", "HOLD", "BLOCK"})
          String effect,
      @Schema(description = "Where in the listing it fired.") String field,
      @Schema(description = "The words, or the code, that made it fire.") String matched,
      String reason,
      @Schema(description = "Who controls these goods.") String authority,
      @Schema(description = "The law.") String instrument,
      @Schema(description = "Where the law was read.") String source,
      @Schema(
              description = "How far the rule was checked at its source.",
              allowableValues = {"yes", "part", "no"})
          String verified,
      @Schema(description = "What the seller should provide.") String provide,
      @Schema(description = "One question to the seller, by language; empty if there is none.")
          Map<String, String> ask,
      @Schema(description = "Whether an earlier decision has settled it.") boolean settled) {

    private static FindingAnswer of(Finding finding, boolean settled) {
      return new FindingAnswer(
          finding.rule(),
          finding.pack(),
          finding.title(),
          finding.category(),
          finding.effect().name(),
          finding.field(),
          finding.matched(),
          finding.reason(),
          finding.authority(),
          finding.instrument(),
          finding.source(),
          finding.verified(),
          finding.provide(),
          finding.ask(),
          settled);
    }
  }

  /** An earlier decision on the same goods. */
  @Schema(name = "Precedent", description = "The earlier decision that was relied on.")
  record PrecedentAnswer(
      String id,
      String code,
      String codeDotted,
      String edition,
      String decidedBy,
      LocalDate decidedOn,
      String rationale,
      String legalBasis) {}

  /** The question to put to the seller. */
  @Schema(name = "Question")
  record QuestionAnswer(
      String name, String text, List<Choice> answers, GoodsQuestion.@Nullable Wording seller) {

    /** One possible answer. */
    @Schema(name = "QuestionChoice")
    record Choice(String text, String code, String codeDotted) {}

    private static @Nullable QuestionAnswer of(@Nullable GoodsQuestion question) {
      return question == null
          ? null
          : new QuestionAnswer(
              question.name(),
              question.text(),
              question.answers().stream().map(a -> choice(a.text(), a.code())).toList(),
              question.seller());
    }

    private static Choice choice(String text, Code code) {
      return new Choice(text, code.digits(), code.dotted());
    }
  }

  static AssessmentAnswer of(Assessment assessment, Nomenclature nomenclature) {
    return new AssessmentAnswer(
        assessment.asOf(),
        assessment.lane().name(),
        CodeText.digits(assessment.code()),
        CodeText.dotted(assessment.code()),
        assessment.confidence(),
        LineAnswer.of(assessment.line()),
        assessment.candidates().stream()
            .map(candidate -> CandidateAnswer.of(candidate, nomenclature))
            .toList(),
        findings(assessment, assessment.holding()),
        findings(assessment, assessment.notes()),
        precedent(assessment),
        QuestionAnswer.of(assessment.question()),
        assessment.versions());
  }

  private static List<FindingAnswer> findings(Assessment assessment, List<Finding> findings) {
    return findings.stream()
        .map(f -> FindingAnswer.of(f, assessment.settled().contains(f.id())))
        .toList();
  }

  private static @Nullable PrecedentAnswer precedent(Assessment assessment) {
    var precedent = assessment.precedent();
    return precedent == null
        ? null
        : new PrecedentAnswer(
            precedent.id(),
            precedent.code().digits(),
            precedent.code().dotted(),
            precedent.edition().id(),
            precedent.decidedBy(),
            precedent.decidedOn(),
            precedent.rationale(),
            precedent.legalBasis());
  }
}
