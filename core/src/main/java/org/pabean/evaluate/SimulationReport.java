package org.pabean.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.screening.Finding;

/**
 * What other rules would change.
 *
 * @param items how many items were assessed under both
 * @param lanes how many of them lie in which lane before and after
 * @param rules the rules that fire or hold otherwise than before
 * @param changes the items that change lane, or are held by other rules
 */
public record SimulationReport(
    int items, List<LaneCount> lanes, List<RuleCount> rules, List<Change> changes) {

  private static final double SECONDS_PER_MINUTE = 60;

  /** Copies the lists. */
  public SimulationReport {
    lanes = List.copyOf(lanes);
    rules = List.copyOf(rules);
    changes = List.copyOf(changes);
  }

  /**
   * Items of one lane before and one after.
   *
   * @param before the lane under the present rules
   * @param after the lane under the others
   * @param items how many
   */
  public record LaneCount(Lane before, Lane after, int items) {}

  /**
   * What one rule does to the items.
   *
   * @param rule pack and rule, such as {@code sg/SG-12}
   * @param title its title
   * @param firesBefore on how many items it fires now, holding or not
   * @param firesAfter on how many it would
   * @param holdsBefore how many items it holds now
   * @param holdsAfter how many it would
   * @param moves how many items change lane that it holds, or no longer does
   * @param decided how many of the items it would hold anew were decided by a person
   * @param upheld how many of these the person found rightly held
   */
  public record RuleCount(
      String rule,
      String title,
      int firesBefore,
      int firesAfter,
      int holdsBefore,
      int holdsAfter,
      int moves,
      int decided,
      int upheld) {

    /** How often it would hold rightly, judged by what persons decided. */
    public Interval precision() {
      return Interval.of(upheld, decided);
    }

    boolean differs() {
      return firesBefore != firesAfter || holdsBefore != holdsAfter || moves > 0;
    }

    RuleCount plus(RuleCount other) {
      return new RuleCount(
          rule,
          other.title,
          firesBefore + other.firesBefore,
          firesAfter + other.firesAfter,
          holdsBefore + other.holdsBefore,
          holdsAfter + other.holdsAfter,
          moves + other.moves,
          decided + other.decided,
          upheld + other.upheld);
    }
  }

  /**
   * An item that changes.
   *
   * @param id names it, such as a row or an SKU
   * @param title what it is called
   * @param destination ISO country
   * @param before its lane under the present rules
   * @param after its lane under the others
   * @param gained findings that would hold it and do not now
   * @param lost findings that hold it now and would not
   * @param released whether rules hold it now, and none would
   * @param upheld whether a person found it rightly held; null if nobody has decided it
   */
  public record Change(
      String id,
      String title,
      String destination,
      Lane before,
      Lane after,
      List<Finding> gained,
      List<Finding> lost,
      boolean released,
      @Nullable Boolean upheld) {

    /** Copies the lists. */
    public Change {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }

    /** Whether it changes lane. */
    public boolean moves() {
      return before != after;
    }
  }

  /** The items that change lane. */
  public List<Change> moved() {
    return changes.stream().filter(Change::moves).toList();
  }

  /** The items that rules hold now and none would. */
  public List<Change> released() {
    return changes.stream().filter(Change::released).toList();
  }

  /** How many more review tasks there would be; negative if fewer. */
  public int addedTasks() {
    int added = 0;
    for (LaneCount count : lanes) {
      added += count.before == Lane.AUTO && count.after != Lane.AUTO ? count.items : 0;
      added -= count.before != Lane.AUTO && count.after == Lane.AUTO ? count.items : 0;
    }
    return added;
  }

  /** The minutes of review that these tasks would take; negative if it saves some. */
  public double addedMinutes(int secondsPerTask) {
    return addedTasks() * secondsPerTask / SECONDS_PER_MINUTE;
  }

  /** Of the items held anew that persons have decided, the share rightly held. */
  public Interval precision() {
    List<Change> decided =
        changes.stream().filter(c -> !c.gained.isEmpty() && c.upheld != null).toList();
    return Interval.of(
        decided.stream().filter(c -> Boolean.TRUE.equals(c.upheld)).count(), decided.size());
  }

  /** How many of the items held anew persons have decided. */
  public long decided() {
    return changes.stream().filter(c -> !c.gained.isEmpty() && c.upheld != null).count();
  }
}
