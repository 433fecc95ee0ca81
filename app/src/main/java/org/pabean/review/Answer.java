package org.pabean.review;

import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/**
 * What a person says on a task.
 *
 * @param verdict the answer
 * @param code the code in force from now on; only with {@link Verdict#ACCEPT} and {@link
 *     Verdict#RECLASSIFY}
 * @param rationale why, in the person's words
 * @param legalBasis General Rule, note, precedent or ruling
 */
public record Answer(Verdict verdict, @Nullable Code code, String rationale, String legalBasis) {

  /** Checks that a code is there where it must be, and a reason. */
  public Answer {
    boolean needsCode = verdict == Verdict.ACCEPT || verdict == Verdict.RECLASSIFY;
    if (needsCode && code == null) {
      throw new IllegalArgumentException("choose the code that the goods belong to");
    }
    if (!needsCode && code != null) {
      throw new IllegalArgumentException("the answer %s takes no code".formatted(verdict));
    }
    rationale = rationale.strip();
    legalBasis = legalBasis.strip();
    if (rationale.isEmpty()) {
      throw new IllegalArgumentException("say why, in a few words that hold before an auditor");
    }
  }
}
