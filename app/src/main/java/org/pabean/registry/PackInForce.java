package org.pabean.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;

/**
 * A rule pack that listings are screened with.
 *
 * @param text as a person wrote it
 * @param pack what the text says
 * @param edited whether it was put in force here, instead of the one that comes with the program
 * @param since when it was put in force here; null if it comes with the program
 * @param by who put it in force here; null if it comes with the program
 * @param shipped the version that comes with the program; null if none does
 */
public record PackInForce(
    PackText text,
    RulePack pack,
    boolean edited,
    @Nullable Instant since,
    @Nullable String by,
    @Nullable String shipped) {

  /** Whether the program brings a version that is newer than the one put in force here. */
  public boolean isNewerShipped() {
    return edited && shipped != null && shipped.compareTo(pack.version()) > 0;
  }
}
