package org.pabean.document;

import java.util.Optional;
import org.pabean.review.Decision;
import org.pabean.review.WithdrawalObstacle;
import org.springframework.stereotype.Component;

/** A decision that stands in a document is not taken back in silence. */
@Component
class IssuedSince implements WithdrawalObstacle {

  private final DocumentTable table;

  IssuedSince(DocumentTable table) {
    this.table = table;
  }

  @Override
  public Optional<String> find(Decision decision) {
    return table
        .firstIssuedWith(decision.itemId(), decision.at())
        .map(
            number ->
                "%s was issued with this decision, so it cannot be undone any more"
                    .formatted(number));
  }
}
