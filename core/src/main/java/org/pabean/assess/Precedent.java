package org.pabean.assess;

import java.time.LocalDate;
import java.util.Set;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;

/**
 * A person's decision, made reusable for the same goods and destination.
 *
 * @param id names it in answers and documents
 * @param code the code decided
 * @param edition the edition the code belongs to
 * @param decidedBy the person's name
 * @param decidedOn the day
 * @param rationale why, in the person's words
 * @param legalBasis General Rule, note or ruling
 * @param settled ids of the findings that the person had before them, see {@link
 *     org.pabean.screening.Finding#id}; a later version of a rule is not among them
 */
public record Precedent(
    String id,
    Code code,
    Edition edition,
    String decidedBy,
    LocalDate decidedOn,
    String rationale,
    String legalBasis,
    Set<String> settled) {

  /** Copies the set. */
  public Precedent {
    settled = Set.copyOf(settled);
  }
}
