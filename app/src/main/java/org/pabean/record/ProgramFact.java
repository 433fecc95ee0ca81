package org.pabean.record;

import java.util.Map;
import java.util.UUID;

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
}
