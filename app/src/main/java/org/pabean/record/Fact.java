package org.pabean.record;

import java.util.UUID;

/**
 * Something that happened, as the record keeps it: the components are the payload. Components are
 * only ever added; a change of meaning is a new {@link #version}.
 */
public sealed interface Fact permits ItemFact, TaskFact, PaperFact, ProgramFact, PersonFact {

  /** What kind of event it is. */
  Kind kind();

  /** What it happened to: an item, a shipment, an account; for the program as a whole zeros. */
  UUID subject();

  /** Of the form of the payload. */
  default int version() {
    return 1;
  }
}
