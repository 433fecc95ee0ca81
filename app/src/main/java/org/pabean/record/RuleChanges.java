package org.pabean.record;

import org.pabean.record.ProgramFact.PackChanged;
import org.pabean.registry.PackEvent;
import org.pabean.registry.PackProposal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who changed which rules, within the transaction that changes them. */
@Component
class RuleChanges {

  private final Journal journal;

  RuleChanges(Journal journal) {
    this.journal = journal;
  }

  @EventListener
  void on(PackEvent event) {
    PackProposal proposal = event.proposal();
    journal.write(
        new PackChanged(
            proposal.id(),
            proposal.pack(),
            proposal.version(),
            proposal.state(),
            proposal.loosens(),
            proposal.rollBack(),
            proposal.why(),
            proposal.proposedByName()),
        event.by());
  }
}
