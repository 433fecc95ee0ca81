package org.pabean.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
import org.pabean.tariff.Nomenclature;

/**
 * Decides what the machine may finalise by itself.
 *
 * @param threshold the lowest confidence that is enough, above 0.5 and below 1
 */
public record Gate(double threshold) {

  /** The threshold of a fresh installation. */
  public static final double DEFAULT_THRESHOLD = 0.85;

  private static final String PACK = "gate@1";
  private static final String NO_RULES = "no-rules";
  private static final String PROHIBITED = "prohibited-before";

  /** Checks the range. */
  public Gate {
    if (!(threshold > 0.5 && threshold < 1)) {
      throw new IllegalArgumentException(
          "the threshold must lie above 0.5 and below 1, not " + threshold);
    }
  }

  /** What of the ranking itself keeps the machine from finalising; empty if nothing does. */
  List<Finding> findings(Ranking ranking, Nomenclature nomenclature) {
    List<Finding> findings = new ArrayList<>(ofCandidates(ranking, nomenclature));
    if (!ranking.caveat().isEmpty()) {
      findings.add(finding("caveat", "To be looked at", "listing", "", ranking.caveat(), ""));
    }
    return findings;
  }

  private List<Finding> ofCandidates(Ranking ranking, Nomenclature nomenclature) {
    if (ranking.candidates().isEmpty()) {
      return List.of(
          finding(
              "no-candidate",
              "Unknown goods",
              "listing",
              "",
              "Nothing in the listing is like goods known to the program, so it names no code.",
              "What the goods are, what they are made of and what they are for."));
    }
    Candidate first = ranking.candidates().get(0);
    if (!nomenclature.isDeclarable(first.code())) {
      return List.of(
          finding(
              "invalid-code",
              "Not a code of this edition",
              "code",
              first.code().dotted(),
              "The code %s cannot be declared under %s."
                  .formatted(first.code(), nomenclature.edition()),
              ""));
    }
    return first.confidence() >= threshold ? List.of() : List.of(lowConfidence(ranking));
  }

  /** The lane that findings which nobody has answered lead to; what does not hold leads nowhere. */
  static Lane lane(List<Finding> open) {
    if (open.stream().anyMatch(finding -> finding.effect() == Effect.BLOCK)) {
      return Lane.BLOCKED;
    }
    return open.stream().anyMatch(Finding::holds) ? Lane.REVIEW : Lane.AUTO;
  }

  /** The finding of a machine that failed: the item is held, whatever else was found. */
  static Finding failure(String what, Throwable cause) {
    return finding(
        "failure",
        "The program could not finish",
        "listing",
        "",
        "%s failed (%s), so a person decides.".formatted(what, cause.getClass().getSimpleName()),
        "");
  }

  /** The finding on goods that a person has decided not to be importable. */
  static Finding prohibited(Prohibition prohibition) {
    return finding(
            PROHIBITED,
            "Decided not importable",
            "listing",
            "",
            "%s decided on %s that these goods may not be imported: %s"
                .formatted(
                    prohibition.decidedBy(), prohibition.decidedOn(), prohibition.rationale()),
            "")
        .blocking();
  }

  /** Whether an assessment was told of such a decision. */
  static boolean isProhibited(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.id().equals(PACK + "/" + PROHIBITED));
  }

  /** Whether a finding has nothing to do with the rules that are loaded. */
  static boolean isOfNoRule(Finding finding) {
    return finding.pack().equals(PACK) && !finding.rule().equals(NO_RULES);
  }

  /** The finding for a destination that no rule pack screens. */
  static Finding unscreened(String destination) {
    return finding(
        NO_RULES,
        "No rules for this destination",
        "destination",
        destination,
        "No rule pack for imports into %s is loaded, so nothing is finalised unseen."
            .formatted(destination),
        "");
  }

  private Finding lowConfidence(Ranking ranking) {
    String readings =
        ranking.candidates().stream()
            .limit(2)
            .map(c -> "%s at %s".formatted(c.code(), percent(c.confidence())))
            .collect(Collectors.joining(", "));
    return finding(
        "confidence",
        "Not sure enough",
        "code",
        ranking.candidates().get(0).code().dotted(),
        "The likeliest readings are %s; the machine finalises from %s on."
            .formatted(readings, percent(threshold)),
        "The material, the use and how the goods work.");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", Math.floor(share * 100));
  }

  private static Finding finding(
      String rule, String title, String field, String matched, String reason, String provide) {
    return new Finding(
        rule,
        PACK,
        title,
        "confidence",
        Effect.HOLD,
        "",
        field,
        matched,
        reason,
        "",
        "",
        "none",
        "yes",
        provide,
        Map.of());
  }
}
