package org.pabean.screening;

import java.util.List;

/**
 * A versioned, dated file of triggers for one destination.
 *
 * @param id short name, such as {@code sg}
 * @param version the date of this state of the pack
 * @param destination ISO country whose imports it screens; {@code *} for all
 * @param title for people
 * @param rules in the order of the file
 */
public record RulePack(
    String id, String version, String destination, String title, List<Rule> rules) {

  /** Whether the pack applies to imports into a destination. */
  public boolean screens(String country) {
    return destination.equals("*") || destination.equals(country);
  }

  /** Name and version together, such as {@code sg@2026-11-22}. */
  public String label() {
    return id + "@" + version;
  }
}
