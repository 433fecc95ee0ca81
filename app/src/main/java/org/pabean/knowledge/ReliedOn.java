package org.pabean.knowledge;

import java.util.Optional;
import java.util.UUID;
import org.pabean.catalogue.Catalogue;
import org.pabean.review.Decision;
import org.pabean.review.WithdrawalObstacle;
import org.springframework.stereotype.Component;

/** A decision that other goods rest on already is not taken back in silence. */
@Component
class ReliedOn implements WithdrawalObstacle {

  private final PrecedentTable table;
  private final Catalogue catalogue;

  ReliedOn(PrecedentTable table, Catalogue catalogue) {
    this.table = table;
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> find(Decision decision) {
    return table
        .findByDecision(decision.id())
        .map(UUID::toString)
        .filter(precedent -> catalogue.countRelyingOn(precedent) > 0)
        .map(p -> "the same goods came again and rest on this decision, so it cannot be undone");
  }
}
