package org.pabean.assess;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.classify.Candidate;
import org.pabean.classify.Classifier;
import org.pabean.classify.Line;
import org.pabean.classify.Lines;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.screening.Finding;
import org.pabean.screening.Screener;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.pabean.tariff.Nomenclature;

/**
 * Assesses listings: precedents, candidates with calibrated confidence, screening findings, gate,
 * lane. The same listing, date and versions give the same answer. Safe to share among threads.
 */
public final class Assessor {

  private final Nomenclature nomenclature;
  private final Classifier classifier;
  private final Screener screener;
  private final Precedents precedents;
  private final Gate gate;
  private final TimeLimit timeLimit;

  /**
   * Joins the parts.
   *
   * @param limit how long the classifier or the rules may take over one listing; what takes longer
   *     is held for a person
   */
  public Assessor(
      Nomenclature nomenclature,
      Classifier classifier,
      Screener screener,
      Precedents precedents,
      Gate gate,
      Duration limit) {
    this.nomenclature = nomenclature;
    this.classifier = classifier;
    this.screener = screener;
    this.precedents = precedents;
    this.gate = gate;
    this.timeLimit = new TimeLimit(limit);
  }

  private Assessor(Assessor other, Screener screener) {
    this.nomenclature = other.nomenclature;
    this.classifier = other.classifier;
    this.screener = screener;
    this.precedents = other.precedents;
    this.gate = other.gate;
    this.timeLimit = other.timeLimit;
  }

  /** The same with other rules. */
  public Assessor with(Screener rules) {
    return new Assessor(this, rules);
  }

  /** The edition that codes are taken from. */
  public Nomenclature nomenclature() {
    return nomenclature;
  }

  /** The rules that listings are screened with. */
  public Screener screener() {
    return screener;
  }

  /**
   * Assesses one listing. Never throws for what a listing says: whatever fails leads to {@link
   * Lane#REVIEW}.
   */
  public Assessment assess(Listing listing, String destination, LocalDate asOf) {
    return assess(listing, destination, asOf, "");
  }

  /**
   * Assesses one listing once more, after the question about it was answered.
   *
   * @param answer one of the answers to choose from; empty if none was given
   */
  public Assessment assess(Listing listing, String destination, LocalDate asOf, String answer) {
    return assessment(basis(listing, destination, asOf, answer), screener);
  }

  /**
   * Assesses one listing as it would be under several sets of rules, all else being equal: what was
   * decided and how it is classified is found once. In the order of the rules.
   */
  public List<Assessment> assessUnder(
      List<Screener> rules, Listing listing, String destination, LocalDate asOf) {
    Basis basis = basis(listing, destination, asOf, "");
    return rules.stream().map(one -> assessment(basis, one)).toList();
  }

  /**
   * What an earlier assessment would have been under other rules, all else being equal. Its
   * candidates are taken as they were; what the classifier noticed beside them was not kept.
   */
  public Assessment assessUnder(Screener rules, Listing listing, Assessment earlier) {
    return assessment(
        new Basis(
            listing,
            earlier.destination(),
            earlier.asOf(),
            Optional.ofNullable(earlier.precedent()),
            new Ranking(earlier.candidates(), earlier.question()),
            earlier.findings().stream().filter(Gate::isOfNoRule).toList(),
            List.of()),
        rules);
  }

  /** All that an assessment rests on but the rules: {@code before} and {@code gates} hold too. */
  private record Basis(
      Listing listing,
      String destination,
      LocalDate asOf,
      Optional<Precedent> precedent,
      Ranking ranking,
      List<Finding> before,
      List<Finding> gates) {}

  private Basis basis(Listing listing, String destination, LocalDate asOf, String answer) {
    List<Finding> before = new ArrayList<>();
    Optional<Precedent> precedent = precedent(listing, destination, asOf, before);
    Ranking ranking =
        attempt("The classifier", before, Ranking.unknown(), () -> rank(listing, answer));
    List<Finding> gates = precedent.isPresent() ? List.of() : gate.findings(ranking, nomenclature);
    return new Basis(listing, destination, asOf, precedent, ranking, before, gates);
  }

  private Assessment assessment(Basis basis, Screener rules) {
    List<Finding> findings = new ArrayList<>(basis.before);
    findings.addAll(screened(basis, rules, findings));
    findings.addAll(basis.gates);
    // A person who decided the same goods has answered the findings that lay before them.
    Optional<Precedent> precedent = basis.precedent;
    Set<String> answered = precedent.map(Precedent::settled).orElse(Set.of());
    List<String> settled = findings.stream().map(Finding::id).filter(answered::contains).toList();
    List<Finding> open = findings.stream().filter(f -> !settled.contains(f.id())).toList();
    Optional<Candidate> first = basis.ranking.first();
    @Nullable Code machine = first.map(Candidate::code).orElse(null);
    @Nullable Code code = precedent.map(Precedent::code).orElse(machine);
    double confidence = precedent.isPresent() ? 1 : first.map(Candidate::confidence).orElse(0.0);
    return new Assessment(
        basis.destination,
        basis.asOf,
        Gate.lane(open),
        code,
        confidence,
        line(basis.listing, basis.destination, code, confidence),
        basis.ranking.candidates(),
        findings,
        settled,
        precedent.orElse(null),
        basis.ranking.question(),
        versions(basis.destination, rules));
  }

  private List<Finding> screened(Basis basis, Screener rules, List<Finding> failures) {
    List<Finding> findings =
        new ArrayList<>(
            attempt(
                "The screening",
                failures,
                List.<Finding>of(),
                () -> rules.screen(basis.listing, basis.destination, basis.asOf, basis.ranking)));
    if (!rules.covers(basis.destination)) {
      findings.add(Gate.unscreened(basis.destination));
    }
    return findings;
  }

  private Ranking rank(Listing listing, String answer) {
    Ranking ranking = classifier.classify(listing);
    return answer.isEmpty() ? ranking : ranking.answered(answer);
  }

  private static @Nullable Line line(
      Listing listing, String destination, @Nullable Code code, double confidence) {
    return code == null || code.level() != 6 || !Lines.areUsedIn(destination)
        ? null
        : Lines.ahtn2022().choose(listing, code, confidence).orElse(null);
  }

  /** Whether the decision in force on a listing's goods, if any, is the one that was relied on. */
  public boolean isCurrent(Assessment assessment, Listing listing) {
    return find(listing, assessment.destination(), assessment.asOf())
            .equals(Optional.ofNullable(assessment.precedent()))
        && Gate.isProhibited(assessment.findings())
            == precedents.prohibition(listing, assessment.destination()).isPresent();
  }

  /** Runs on the caller's thread, for the search may be part of the caller's transaction. */
  private Optional<Precedent> precedent(
      Listing listing, String destination, LocalDate asOf, List<Finding> findings) {
    try {
      precedents
          .prohibition(listing, destination)
          .ifPresent(prohibition -> findings.add(Gate.prohibited(prohibition)));
      return find(listing, destination, asOf);
    } catch (RuntimeException e) {
      findings.add(Gate.failure("The search for precedents", e));
      return Optional.empty();
    }
  }

  private Optional<Precedent> find(Listing listing, String destination, LocalDate asOf) {
    return precedents
        .find(listing, destination, nomenclature.edition(), asOf)
        .filter(precedent -> nomenclature.isDeclarable(precedent.code()));
  }

  private <T> T attempt(String what, List<Finding> findings, T otherwise, Callable<T> work) {
    try {
      return timeLimit.call(work);
    } catch (TimeLimit.Failed e) {
      findings.add(Gate.failure(what, e.reason()));
      return otherwise;
    }
  }

  /** Edition, model, rule packs and threshold that listings for a destination are assessed with. */
  public Map<String, String> versions(String destination) {
    return versions(destination, screener);
  }

  private Map<String, String> versions(String destination, Screener rules) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("edition", nomenclature.edition().id());
    if (Lines.areUsedIn(destination)) {
      versions.put("lines", Edition.AHTN2022.id());
    }
    versions.put("model", classifier.version());
    versions.put("threshold", Double.toString(gate.threshold()));
    rules.versions(destination).forEach((id, version) -> versions.put("rules:" + id, version));
    return versions;
  }
}
