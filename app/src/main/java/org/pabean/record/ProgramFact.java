package org.pabean.record;

import java.util.Map;
import java.util.UUID;
import org.pabean.registry.PackProposal;

/** What happens to the program as a whole. */
public sealed interface ProgramFact extends Fact {

  /** The subject of all of them. */
  UUID PROGRAM = new UUID(0, 0);

  @Override
  default UUID subject() {
    return PROGRAM;
  }

  /**
   * The program assesses with other versions than before.
   *
   * @param versions edition, model, rule packs and threshold from now on
   */
  record VersionsChanged(Map<String, String> versions) implements ProgramFact {
    /** Copies the map. */
    public VersionsChanged {
      versions = Map.copyOf(versions);
    }

    @Override
    public Kind kind() {
      return Kind.VERSIONS_CHANGED;
    }
  }

  /**
   * A working calendar was changed.
   *
   * @param calendar as it now is, in full
   */
  record CalendarChanged(String name, Object calendar) implements ProgramFact {
    @Override
    public Kind kind() {
      return Kind.CALENDAR_CHANGED;
    }
  }

  /**
   * Something happened to a change of a rule pack.
   *
   * @param proposal names it
   * @param pack the pack's id
   * @param packVersion the version to be put in force
   * @param state where the proposal stands now
   * @param loosens whether something that was held may pass
   * @param rollBack whether it goes back to an older version
   * @param why in the words of who put it forward
   * @param proposedBy who that was
   */
  record PackChanged(
      UUID proposal,
      String pack,
      String packVersion,
      PackProposal.State state,
      boolean loosens,
      boolean rollBack,
      String why,
      String proposedBy)
      implements ProgramFact {
    @Override
    public Kind kind() {
      return switch (state) {
        case WAITING -> Kind.PACK_PROPOSED;
        case LIVE -> Kind.PACK_LIVE;
        case REFUSED, WITHDRAWN -> Kind.PACK_REFUSED;
      };
    }
  }

  /**
   * Nothing to a destination is finalised unseen, or again what the machine is sure of.
   *
   * @param begins whether it begins; else it ends
   */
  record FullReview(String destination, boolean begins, String reason) implements ProgramFact {
    @Override
    public Kind kind() {
      return Kind.FULL_REVIEW;
    }
  }

  /** What audits proved was certified. */
  record Certified(UUID certificate, String statement) implements ProgramFact {
    @Override
    public Kind kind() {
      return Kind.CERTIFIED;
    }
  }

  /**
   * Webhooks may reach a host that is not on the public internet, or no longer.
   *
   * @param allowed whether they may; else no longer
   */
  record HostAllowed(String host, boolean allowed) implements ProgramFact {
    @Override
    public Kind kind() {
      return Kind.HOST_ALLOWED;
    }
  }
}
