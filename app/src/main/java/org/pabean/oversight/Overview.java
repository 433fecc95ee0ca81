package org.pabean.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The figures of a period.
 *
 * @param period the days
 * @param days one row for each day, also for those on which nothing happened
 * @param totals of all days
 * @param open what waits now
 * @param reasons why items were held, the most frequent first
 * @param rules how often each rule was upheld, the most frequent first
 * @param people who decided how much, the most first
 */
public record Overview(
    Period period,
    List<Day> days,
    Totals totals,
    Open open,
    List<Reason> reasons,
    List<Rule> rules,
    List<Person> people) {

  /**
   * One day.
   *
   * @param received listings that came in
   * @param held tasks that were opened
   * @param decided tasks that a person settled
   * @param automatic items that became final without a person
   * @param backlog tasks open at the end of the day
   */
  public record Day(
      LocalDate day, long received, long held, long decided, long automatic, long backlog) {}

  /**
   * All days together.
   *
   * @param medianHours half of the decisions took no longer, from hold to decision
   * @param slowHours nine of ten took no longer
   */
  public record Totals(
      long received,
      long held,
      long decided,
      long automatic,
      double medianHours,
      double slowHours) {

    /** The share that became final without a person, of all that became final or were held. */
    public double shareAutomatic() {
      return automatic + held == 0 ? 0 : (double) automatic / (automatic + held);
    }
  }

  /**
   * What waits now.
   *
   * @param tasks how many
   * @param overdue how many are past their due time
   * @param medianHours half of them wait no longer
   * @param oldestHours the longest wait
   */
  public record Open(long tasks, long overdue, double medianHours, double oldestHours) {}

  /** Why items were held: the category, and how many tasks had it. */
  public record Reason(String category, long tasks) {}

  /**
   * A rule whose finding lay before persons.
   *
   * @param upheld how often the decision agreed with it; what that means stands at {@link
   *     FigureTable#UPHELD}
   * @param overturned how often it did not
   */
  public record Rule(String rule, String pack, String category, long upheld, long overturned) {

    /** Of all decisions, the share that agreed. */
    public double share() {
      return (double) upheld / (upheld + overturned);
    }
  }

  /**
   * Somebody who decided.
   *
   * @param decided how many tasks they settled
   * @param medianHours half of these took no longer, from hold to decision
   */
  public record Person(UUID id, String name, long decided, double medianHours) {}
}
