package org.pabean.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.Answer;
import org.pabean.review.ReviewTask;
import org.pabean.tariff.Code;

/**
 * A task as the page shows it.
 *
 * @param task the task
 * @param item what it is about
 * @param stance what the person may do with it
 * @param place where it stands among the open tasks
 * @param form what stands in the form
 * @param chosen a code chosen that is none of the first three suggestions; null if there is none
 * @param bases legal bases to choose from
 * @param kept what the person wrote on a task that is closed by now
 */
record TaskView(
    ReviewTask task,
    ItemView item,
    Stance stance,
    Place place,
    DecisionForm form,
    @Nullable Chosen chosen,
    List<String> bases,
    @Nullable Answer kept) {

  /** What a person may do with a task. */
  enum Stance {
    /** Decide it: they hold it. */
    MINE,
    /** Claim it. */
    FREE,
    /** Read it: somebody else holds it. */
    ANOTHERS,
    /** Read it: a lead decides. */
    FOR_LEAD,
    /** Read it: it is settled. */
    CLOSED
  }

  /**
   * Where a task stands among the open ones, the most urgent first.
   *
   * @param number from 1; 0 if it is not among them
   * @param of how many there are
   * @param previous the one before it
   * @param next the one after it
   */
  record Place(int number, int of, @Nullable UUID previous, @Nullable UUID next) {}

  /** A code and what it covers. */
  record Chosen(Code code, String description) {}

  public boolean isMine() {
    return stance == Stance.MINE;
  }

  public String stanceName() {
    return stance.name();
  }
}
