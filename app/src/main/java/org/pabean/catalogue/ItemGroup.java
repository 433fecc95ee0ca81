package org.pabean.catalogue;

/** Items that stand alike, as {@link ItemCounts} counts them. */
public enum ItemGroup {
  /** Finalised by the machine. */
  MACHINE_FINAL("i.state = 'FINAL' and i.lane = 'AUTO'"),
  /** Finalised by a person's decision. */
  PERSON_FINAL("i.state = 'FINAL' and i.lane <> 'AUTO'"),
  /** Waiting for a person, blocked ones not among them. */
  HELD("i.state = 'HELD' and i.lane <> 'BLOCKED'"),
  /** Waiting for a lead. */
  BLOCKED("i.state = 'HELD' and i.lane = 'BLOCKED'"),
  /** Decided not importable. */
  PROHIBITED("i.state = 'PROHIBITED'");

  private final String condition;

  ItemGroup(String condition) {
    this.condition = condition;
  }

  /** The group as a condition on the item table. */
  String condition() {
    return condition;
  }
}
