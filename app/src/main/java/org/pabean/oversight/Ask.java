package org.pabean.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the events behind a figure are asked for.
 *
 * @param figure the figure
 * @param reason only tasks with this reason; empty for all
 * @param rule only decisions with a finding of this rule; empty for all
 * @param outcome {@code upheld} or {@code overturned}, as to the rule; empty for both
 * @param person only what this person did; null for all
 */
public record Ask(
    Figure figure, String reason, String rule, String outcome, @Nullable UUID person) {

  /** A figure that can be opened. */
  public enum Figure {
    /** Listings that came in. */
    RECEIVED("Listings received", "e.kind = 'item.received'"),
    /** Tasks that were opened. */
    HELD("Items held", "e.kind = 'task.held' and (e.payload::jsonb ->> 'again') = 'false'"),
    /** Tasks that a person settled. */
    DECIDED("Tasks decided", FigureTable.DECIDED),
    /** Items that became final without a person. */
    AUTOMATIC(
        "Final without a person",
        "e.kind = 'item.final' and (e.payload::jsonb ->> 'by') <> 'person'");

    private final String words;
    private final String condition;

    Figure(String words, String condition) {
      this.words = words;
      this.condition = condition;
    }

    /** The figure's name. */
    public String words() {
      return words;
    }

    /** Which events of the record it counts. */
    String condition() {
      return condition;
    }
  }
}
