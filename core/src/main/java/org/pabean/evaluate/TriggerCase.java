package org.pabean.evaluate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.pabean.listing.Listing;

/**
 * A listing with the findings that screening must make of it, and those it may.
 *
 * @param id names the case in reports
 * @param kind what it is there for
 * @param destination ISO country
 * @param date whose rules apply
 * @param expected categories that must hold the item
 * @param prohibited those of them that must block it
 * @param allowed categories that may hold it as well
 * @param listing the goods
 */
public record TriggerCase(
    String id,
    Kind kind,
    String destination,
    LocalDate date,
    Set<String> expected,
    Set<String> prohibited,
    Set<String> allowed,
    Listing listing) {

  /** Copies the sets. */
  public TriggerCase {
    expected = Set.copyOf(expected);
    prohibited = Set.copyOf(prohibited);
    allowed = Set.copyOf(allowed);
  }

  /** What a case is there for. */
  public enum Kind {
    /** Something must hold it. */
    HIT,
    /** It sounds like controlled goods and is not. */
    HARD,
    /** Ordinary goods. */
    ROUTINE
  }

  /** What is expected and was not found. */
  Set<String> missed(Set<String> fired) {
    Set<String> missed = new TreeSet<>(expected);
    missed.removeAll(fired);
    return missed;
  }

  /** What was found and is neither expected nor allowed. */
  Set<String> falseAlarms(Set<String> fired) {
    Set<String> known = new HashSet<>(expected);
    known.addAll(allowed);
    Set<String> alarms = new TreeSet<>(fired);
    alarms.removeAll(known);
    return alarms;
  }
}
