package org.pabean.deadline;

/** What happens once to each task that stays open. None of them decides anything. */
public enum Step {
  /** The due time comes near. */
  REMINDER,
  /** A lead is told that the due time comes near. */
  ESCALATION,
  /** The due time has passed. */
  OVERDUE
}
