package org.pabean.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Candidate;
import org.pabean.classify.Line;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;

/**
 * What the machine said about one listing for one destination on one date. Never changed
 * afterwards.
 *
 * @param destination ISO country
 * @param asOf the date whose rules applied
 * @param lane who finalises the item
 * @param code the code that the machine finalises, or would suggest; null if it knows none
 * @param confidence calibrated probability that the code is right; 1 where a person decided it
 * @param line the tariff line of 8 digits that the code leads to; null where none is known
 * @param candidates the likeliest first
 * @param findings what holds the item, what a precedent has settled, and what holds nothing
 * @param settled ids of the findings that a precedent has settled
 * @param precedent the decision that was relied on
 * @param question the one fact that would separate the first candidates
 * @param versions edition, model, rule packs and threshold that were used
 */
public record Assessment(
    String destination,
    LocalDate asOf,
    Lane lane,
    @Nullable Code code,
    double confidence,
    @Nullable Line line,
    List<Candidate> candidates,
    List<Finding> findings,
    List<String> settled,
    @Nullable Precedent precedent,
    @Nullable GoodsQuestion question,
    Map<String, String> versions) {

  /** Copies the lists and checks that nothing without a code or with an open finding is final. */
  public Assessment {
    candidates = List.copyOf(candidates);
    findings = List.copyOf(findings);
    settled = List.copyOf(settled);
    versions = new TreeMap<>(versions);
    if (lane == Lane.AUTO && (code == null || !open(findings, settled).isEmpty())) {
      throw new IllegalArgumentException("an item without a code or with a trigger is never final");
    }
  }

  /** The code, if the machine knows one. */
  public Optional<Code> knownCode() {
    return Optional.ofNullable(code);
  }

  /** The same, held by one more finding: nothing that was said before is said otherwise. */
  public Assessment heldBy(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new Assessment(
        destination,
        asOf,
        Gate.lane(open(more, settled)),
        code,
        confidence,
        line,
        candidates,
        more,
        settled,
        precedent,
        question,
        versions);
  }

  /** The findings that still hold the item. */
  public List<Finding> open() {
    return open(findings, settled);
  }

  /** The findings that hold the item, or would if no precedent had settled them. */
  public List<Finding> holding() {
    return findings.stream().filter(Finding::holds).toList();
  }

  /** What the reader should know and nobody has to decide. */
  public List<Finding> notes() {
    return findings.stream().filter(finding -> finding.effect() == Effect.NOTE).toList();
  }

  /** What rules on trial would have found. */
  public List<Finding> onTrial() {
    return findings.stream().filter(finding -> finding.effect() == Effect.SHADOW).toList();
  }

  private static List<Finding> open(List<Finding> findings, List<String> settled) {
    return findings.stream()
        .filter(finding -> finding.holds() && !settled.contains(finding.id()))
        .toList();
  }
}
