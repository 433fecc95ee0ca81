package org.pabean.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Answer;
import org.pabean.review.Verdict;
import org.pabean.tariff.Code;

/**
 * What a person typed on the task page, as typed.
 *
 * @param version the task's version that lay before them
 * @param verdict the button pressed; null before any was
 * @param choice the code chosen, digits; empty if none
 * @param q what stands in the search field
 * @param basis the legal basis chosen; empty if none
 * @param basisMore what was written beside it
 * @param rationale why
 * @param also the variants ticked, each with the version that lay before them
 */
record DecisionForm(
    long version,
    @Nullable Verdict verdict,
    @Nullable String choice,
    @Nullable String q,
    @Nullable String basis,
    @Nullable String basisMore,
    @Nullable String rationale,
    @Nullable List<String> also) {

  private static final String BETWEEN = "; ";

  /** An empty form with the machine's code chosen. */
  static DecisionForm fresh(long version, @Nullable Code machineCode) {
    String choice = machineCode == null ? "" : machineCode.digits();
    return new DecisionForm(version, null, choice, "", "", "", "", null);
  }

  /** The same, over the task as it now stands. */
  DecisionForm at(long newVersion) {
    return new DecisionForm(newVersion, verdict, choice, q, basis, basisMore, rationale, also);
  }

  /** The form of an answer that was kept. */
  static DecisionForm of(long version, Answer kept, List<LegalBasis> bases) {
    String basis =
        bases.stream()
            .map(LegalBasis::text)
            .filter(b -> kept.legalBasis().equals(b) || kept.legalBasis().startsWith(b + BETWEEN))
            .findFirst()
            .orElse("");
    String rest = kept.legalBasis().substring(basis.length());
    String more = rest.startsWith(BETWEEN) ? rest.substring(BETWEEN.length()) : rest;
    String choice = kept.code() == null ? "" : kept.code().digits();
    return new DecisionForm(
        version, kept.verdict(), choice, "", basis, more, kept.rationale(), null);
  }

  /**
   * The answer. Without a reason of the person's own, the one that goes with the basis is theirs.
   *
   * @param bases those that were offered
   * @throws IllegalArgumentException if something is missing or does not fit; says what
   */
  Answer answer(@Nullable Code machineCode, List<LegalBasis> bases) {
    if (verdict == null) {
      throw new IllegalArgumentException(
          "choose an answer: accept, reclassify, prohibit, escalate");
    }
    Code code = null;
    if (verdict == Verdict.ACCEPT || verdict == Verdict.RECLASSIFY) {
      code = code();
      boolean asSuggested = code.equals(machineCode);
      if (verdict == Verdict.ACCEPT && !asSuggested) {
        throw new IllegalArgumentException(
            "%s is not the code that the machine suggests: use Reclassify".formatted(code));
      }
      if (verdict == Verdict.RECLASSIFY && asSuggested) {
        throw new IllegalArgumentException(
            "%s is the code that the machine suggests: use Accept, or choose another"
                .formatted(code));
      }
    }
    String why = text(rationale);
    return new Answer(
        verdict,
        code,
        why.isEmpty() ? LegalBasis.rationale(bases, text(basis)) : why,
        legalBasis());
  }

  /** The variants that are to be decided along. */
  List<String> ticked() {
    return also == null ? List.of() : also;
  }

  /** The code chosen; if none was, the one typed into the search field. */
  private Code code() {
    String text = text(choice).isEmpty() ? text(q) : text(choice);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "choose a code: one of the suggestions, or one that the search finds");
    }
    return Code.parse(text);
  }

  private String legalBasis() {
    String both = text(basis) + BETWEEN + text(basisMore);
    return both.startsWith(BETWEEN)
        ? text(basisMore)
        : text(basisMore).isEmpty() ? text(basis) : both;
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }
}
