package org.pabean.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Precedent;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.catalogue.KeptAssessment;
import org.pabean.classify.Candidate;
import org.pabean.classify.Evidence;
import org.pabean.document.DecisionFile.Assessed;
import org.pabean.document.DecisionFile.Fired;
import org.pabean.document.DecisionFile.Reading;
import org.pabean.review.Decision;
import org.pabean.review.Verdict;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.Nomenclature;

/**
 * The part of a decision file that tells what the machine said, and why each code was taken or not.
 */
final class AssessedPart {

  private static final Set<Evidence.Kind> NOTES =
      EnumSet.of(Evidence.Kind.NOTE, Evidence.Kind.NOTE_FOR, Evidence.Kind.NOTE_AGAINST);
  private static final Set<Evidence.Kind> AGAINST =
      EnumSet.of(Evidence.Kind.AGAINST, Evidence.Kind.NOTE_AGAINST, Evidence.Kind.EXCLUSION);

  private static final Set<Evidence.Kind> FOR =
      EnumSet.of(
          Evidence.Kind.GOODS_NAME,
          Evidence.Kind.WORD,
          Evidence.Kind.NEAREST,
          Evidence.Kind.NOTE_FOR);

  private final Item item;
  private final List<Decision> decisions;
  private final Nomenclature nomenclature;

  /**
   * Of one item.
   *
   * @param decisions those that stand, the first first
   */
  AssessedPart(Item item, List<Decision> decisions, Nomenclature nomenclature) {
    this.item = item;
    this.decisions = decisions;
    this.nomenclature = nomenclature;
  }

  Assessed of(KeptAssessment kept, @Nullable String hashInRecord) {
    Assessment said = kept.content();
    boolean inForce = kept.id().equals(item.assessmentId());
    return new Assessed(
        kept.id(),
        kept.at(),
        said.asOf(),
        said.lane().name(),
        said.code() == null ? null : said.code().digits(),
        said.confidence(),
        kept.sha256(),
        hashInRecord == null ? null : hashInRecord.equals(kept.sha256()),
        said.candidates().stream().map(c -> reading(c, kept, inForce)).toList(),
        said.findings().stream().map(f -> fired(f, said)).toList(),
        notes(said),
        said.question() == null ? null : said.question().text(),
        said.versions());
  }

  /** What a code covers; empty if the edition does not hold it. */
  String description(@Nullable Code code) {
    return code == null ? "" : nomenclature.find(code).map(Entry::description).orElse("");
  }

  private Reading reading(Candidate candidate, KeptAssessment kept, boolean inForce) {
    boolean taken = inForce && item.state() == ItemState.FINAL && isOf(candidate.code());
    return new Reading(
        candidate.code().digits(),
        candidate.code().dotted(),
        description(candidate.code()),
        candidate.confidence(),
        taken,
        inForce ? why(candidate, kept, taken) : "A later assessment took the place of this one.",
        texts(candidate, FOR),
        texts(candidate, AGAINST));
  }

  private boolean isOf(Code code) {
    return item.code() != null && item.code().digits().startsWith(code.digits());
  }

  private String why(Candidate candidate, KeptAssessment kept, boolean taken) {
    Assessment said = kept.content();
    Optional<Decision> settling = settling(kept.at());
    if (settling.isPresent() && item.state() != ItemState.HELD) {
      return byPerson(settling.get(), taken);
    }
    Precedent precedent = said.precedent();
    if (precedent != null) {
      String decided =
          "the same goods were decided as %s by %s on %s"
              .formatted(precedent.code().dotted(), precedent.decidedBy(), precedent.decidedOn());
      return (taken ? "Taken: " : "Not taken: ") + decided + ".";
    }
    if (item.state() == ItemState.HELD) {
      return "Not decided yet: a person decides.";
    }
    double first = said.candidates().get(0).confidence();
    return taken
        ? "Taken by the machine: %s sure, and it needs %s."
            .formatted(percent(candidate.confidence()), percent(threshold(said)))
        : "Not taken: %s likely, beside %s for %s."
            .formatted(
                percent(candidate.confidence()),
                percent(first),
                said.candidates().get(0).code().dotted());
  }

  private String byPerson(Decision decision, boolean taken) {
    String who = decision.by().name();
    if (item.state() == ItemState.PROHIBITED) {
      return "Not taken: %s decided that the goods may not be imported.".formatted(who);
    }
    return taken
        ? "Taken: %s decided so.".formatted(who)
        : "Not taken: %s decided %s instead: %s"
            .formatted(
                who, Objects.requireNonNull(item.code()).dotted(), decision.answer().rationale());
  }

  /** The decision that the item stands on; none if the machine's later word took its place. */
  private Optional<Decision> settling(Instant assessedAt) {
    return decisions.stream()
        .filter(decision -> decision.answer().verdict() != Verdict.ESCALATE)
        .reduce((earlier, later) -> later)
        .filter(decision -> !decision.at().isBefore(assessedAt));
  }

  private static Fired fired(Finding finding, Assessment said) {
    return new Fired(
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
        said.settled().contains(finding.id()));
  }

  /** Each note once, with the codes for which it was read. */
  private static List<String> notes(Assessment said) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (Candidate candidate : said.candidates()) {
      for (String note : texts(candidate, NOTES)) {
        codes.computeIfAbsent(note, n -> new ArrayList<>()).add(candidate.code().dotted());
      }
    }
    return codes.entrySet().stream()
        .map(
            note -> "%s (read for %s)".formatted(note.getKey(), String.join(", ", note.getValue())))
        .toList();
  }

  private static List<String> texts(Candidate candidate, Set<Evidence.Kind> kinds) {
    return candidate.evidence().stream()
        .filter(evidence -> kinds.contains(evidence.kind()))
        .map(AssessedPart::text)
        .distinct()
        .toList();
  }

  private static String text(Evidence evidence) {
    return switch (evidence.kind()) {
      case NEAREST -> "like " + evidence.text();
      case EXCLUSION -> "does not cover " + evidence.text();
      case NOTE -> "not here: " + evidence.text();
      default -> evidence.text();
    };
  }

  private static double threshold(Assessment said) {
    return Double.parseDouble(said.versions().getOrDefault("threshold", "0"));
  }

  private static String percent(double share) {
    return "%d %%".formatted((int) Math.floor(share * 100 + 1e-9));
  }
}
