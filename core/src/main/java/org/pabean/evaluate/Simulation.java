package org.pabean.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.screening.Finding;

/**
 * Finds out what other rules would change, from items assessed under the present rules and under
 * the others. Keeps the items that change, and only counts of the rest.
 */
public final class Simulation {

  private final Map<Lane, Map<Lane, Integer>> lanes = new TreeMap<>();
  private final Map<String, SimulationReport.RuleCount> rules = new TreeMap<>();
  private final List<SimulationReport.Change> changes = new ArrayList<>();
  private int items;

  /**
   * One item under both.
   *
   * @param id names it for the reader, such as a row or an SKU
   * @param title what it is called
   * @param before as assessed under the present rules
   * @param after as assessed under the others
   * @param upheld whether a person found it rightly held; null if nobody has decided it
   */
  public record Item(
      String id, String title, Assessment before, Assessment after, @Nullable Boolean upheld) {}

  /** Takes one more item into account. */
  public void add(Item item) {
    items++;
    lanes
        .computeIfAbsent(item.before.lane(), lane -> new TreeMap<>())
        .merge(item.after.lane(), 1, Integer::sum);
    Map<String, Finding> firedBefore = byRule(item.before.findings());
    Map<String, Finding> firedAfter = byRule(item.after.findings());
    Map<String, Finding> heldBefore = byRule(item.before.open());
    Map<String, Finding> heldAfter = byRule(item.after.open());
    List<Finding> gained = missing(heldBefore, heldAfter);
    List<Finding> lost = missing(heldAfter, heldBefore);
    boolean moves = item.before.lane() != item.after.lane();
    Map<String, Finding> all = new TreeMap<>(firedBefore);
    all.putAll(firedAfter);
    all.forEach(
        (rule, finding) -> {
          boolean isGained = gained.contains(heldAfter.get(rule));
          boolean differs = isGained || lost.contains(heldBefore.get(rule));
          rules.merge(
              rule,
              new SimulationReport.RuleCount(
                  rule,
                  finding.title(),
                  one(firedBefore.containsKey(rule)),
                  one(firedAfter.containsKey(rule)),
                  one(heldBefore.containsKey(rule)),
                  one(heldAfter.containsKey(rule)),
                  one(moves && differs),
                  one(isGained && item.upheld != null),
                  one(isGained && Boolean.TRUE.equals(item.upheld))),
              SimulationReport.RuleCount::plus);
        });
    if (moves || !gained.isEmpty() || !lost.isEmpty()) {
      boolean freed = !heldBefore.isEmpty() && heldAfter.isEmpty();
      changes.add(change(item, gained, lost, freed));
    }
  }

  private static SimulationReport.Change change(
      Item item, List<Finding> gained, List<Finding> lost, boolean freed) {
    return new SimulationReport.Change(
        item.id,
        item.title,
        item.before.destination(),
        item.before.lane(),
        item.after.lane(),
        gained,
        lost,
        freed,
        item.upheld);
  }

  /** What was found so far. */
  public SimulationReport report() {
    List<SimulationReport.LaneCount> counts = new ArrayList<>();
    lanes.forEach(
        (before, row) ->
            row.forEach(
                (after, count) ->
                    counts.add(new SimulationReport.LaneCount(before, after, count))));
    return new SimulationReport(
        items,
        counts,
        rules.values().stream().filter(SimulationReport.RuleCount::differs).toList(),
        changes);
  }

  /** By pack and rule, whatever the version; what is no rule's is left out. */
  private static Map<String, Finding> byRule(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !finding.pack().startsWith("gate@"))
        .collect(
            Collectors.toMap(
                Simulation::rule, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  private static String rule(Finding finding) {
    String pack = finding.pack();
    int version = pack.indexOf('@');
    return (version < 0 ? pack : pack.substring(0, version)) + "/" + finding.rule();
  }

  /** What stands in the second and not in the first, or there with another effect. */
  private static List<Finding> missing(Map<String, Finding> first, Map<String, Finding> second) {
    return second.entrySet().stream()
        .filter(
            entry -> {
              Finding other = first.get(entry.getKey());
              return other == null || other.effect() != entry.getValue().effect();
            })
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int one(boolean is) {
    return is ? 1 : 0;
  }
}
