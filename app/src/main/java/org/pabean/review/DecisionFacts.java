package org.pabean.review;

import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.record.Fact;
import org.pabean.record.ItemFact.Finalised;
import org.pabean.record.ItemFact.Prohibited;
import org.pabean.record.ItemFact.Trigger;
import org.pabean.record.TaskFact.Decided;
import org.pabean.tariff.Code;

/** What the record says of a decision. */
final class DecisionFacts {

  private DecisionFacts() {}

  /** The answer, and what lay before the person. */
  static Fact decided(Decision decision, ReviewTask task, Item item) {
    Answer answer = decision.answer();
    return new Decided(
        item.id(),
        task.id(),
        decision.id(),
        task.assessmentId(),
        answer.verdict().name(),
        digits(answer.code()),
        digits(item.assessment().code()),
        answer.rationale(),
        answer.legalBasis(),
        task.openedAt(),
        Trigger.of(item.assessment()));
  }

  /** What the item is from now on. */
  static Fact inForce(Decision decision, Item item) {
    Code code = item.code();
    if (item.state() == ItemState.PROHIBITED || code == null) {
      return new Prohibited(item.id(), item.destination(), decision.id());
    }
    return new Finalised(item.id(), item.destination(), code.digits(), "person", decision.id());
  }

  private static @Nullable String digits(@Nullable Code code) {
    return code == null ? null : code.digits();
  }
}
