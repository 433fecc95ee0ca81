package org.pabean.autonomy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;

/**
 * A random, blind review of a final item. Who answers it must not see {@link #code} before.
 *
 * @param id names it
 * @param itemId the item
 * @param destination ISO country
 * @param code the machine's code
 * @param confidence what the machine said of it
 * @param byPrecedent whether the machine only repeated what a person had decided
 * @param drawnAt when it was drawn
 * @param answer the auditor's code; null while there is none
 * @param rationale why; null while there is no answer
 * @param answeredBy the auditor's name; null while there is no answer
 * @param answeredAt when; null while there is no answer
 */
public record Audit(
    UUID id,
    UUID itemId,
    String destination,
    Code code,
    double confidence,
    boolean byPrecedent,
    Instant drawnAt,
    @Nullable Code answer,
    @Nullable String rationale,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt) {

  /** Whether the auditor found the machine's code. Says nothing before there is an answer. */
  public boolean isRight() {
    return code.equals(answer);
  }
}
