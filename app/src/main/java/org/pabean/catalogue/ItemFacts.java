package org.pabean.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Precedent;
import org.pabean.record.Fact;
import org.pabean.record.ItemFact.Assessed;
import org.pabean.record.ItemFact.Finalised;
import org.pabean.record.ItemFact.Settled;
import org.pabean.record.ItemFact.Trigger;
import org.pabean.tariff.Code;

/** What the record says of an item that was assessed. */
final class ItemFacts {

  private ItemFacts() {}

  static List<Fact> ofAssessment(Item item, boolean again, String contentSha256) {
    Assessment said = item.assessment();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Assessed(
            item.id(),
            item.assessmentId(),
            again,
            said.lane().name(),
            digits(said.code()),
            said.confidence(),
            Trigger.of(said),
            said.versions(),
            contentSha256));
    @Nullable Precedent precedent = said.precedent();
    if (precedent != null) {
      facts.add(
          new Settled(
              item.id(),
              item.assessmentId(),
              precedent.id(),
              precedent.code().digits(),
              said.settled()));
    }
    if (item.state() == ItemState.FINAL && item.code() != null) {
      String by = precedent == null ? "machine" : "precedent";
      facts.add(new Finalised(item.id(), item.destination(), item.code().digits(), by, null));
    }
    return facts;
  }

  private static @Nullable String digits(@Nullable Code code) {
    return code == null ? null : code.digits();
  }
}
