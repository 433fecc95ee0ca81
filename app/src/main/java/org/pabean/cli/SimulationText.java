package org.pabean.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pabean.assess.Lane;
import org.pabean.evaluate.SimulationReport;
import org.pabean.evaluate.SimulationReport.Change;
import org.pabean.evaluate.SimulationReport.RuleCount;
import org.pabean.screening.Finding;

/**
 * Tells what a simulation found.
 *
 * @param pack what was tried, with its version
 * @param report what was found
 * @param rejected rows of the catalogue that are no listing
 * @param secondsPerTask how long a person takes over a task
 */
record SimulationText(String pack, SimulationReport report, int rejected, int secondsPerTask) {

  private static final int SHOWN = 20;
  private static final int LONGEST_TITLE = 44;

  /** For people. */
  String asText() {
    var text = new StringBuilder();
    text.append(
        "%n  %s under the rules as they are, and with %s%n%n"
            .formatted(counted(report.items(), "item"), pack));
    appendLanes(text);
    List<Change> moved = report.moved();
    text.append(
        "%n  %s lane: %s%n"
            .formatted(
                moved.size() == 1 ? "1 item changes" : moved.size() + " items change", cost()));
    appendRules(text);
    appendChanges(text, "Items that change lane", moved);
    List<Change> rest = report.changes().stream().filter(change -> !change.moves()).toList();
    appendChanges(text, "Items in the same lane that other rules hold", rest);
    int released = report.released().size();
    if (released > 0) {
      text.append(
          "%n  Mind: %s that rules hold now would be held by none.%n"
              .formatted(counted(released, "item")));
    }
    if (rejected > 0) {
      text.append(
          "%n  %s no listing.%n".formatted(rejected == 1 ? "1 row is" : rejected + " rows are"));
    }
    return text.toString().stripTrailing();
  }

  private String cost() {
    double minutes = report.addedMinutes(secondsPerTask);
    int tasks = report.addedTasks();
    return String.format(
        Locale.ROOT,
        "%s %s, %.1f minutes of review at %d s a task",
        counted(Math.abs(tasks), "task"),
        tasks < 0 ? "less" : "more",
        Math.abs(minutes),
        secondsPerTask);
  }

  private void appendLanes(StringBuilder text) {
    text.append("  now \\ then      AUTO   REVIEW  BLOCKED\n");
    for (Lane before : Lane.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-11s %,8d %,8d %,8d%n",
              before,
              count(before, Lane.AUTO),
              count(before, Lane.REVIEW),
              count(before, Lane.BLOCKED)));
    }
  }

  private void appendRules(StringBuilder text) {
    if (report.rules().isEmpty()) {
      text.append("\n  No rule fires otherwise than now.\n");
      return;
    }
    text.append(
        "\n  rule                   fires now   then  holds now   then  lanes  what it is about\n");
    for (RuleCount rule : report.rules()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-22s %9d %6d %10d %6d %6d  %s%n",
              rule.rule(),
              rule.firesBefore(),
              rule.firesAfter(),
              rule.holdsBefore(),
              rule.holdsAfter(),
              rule.moves(),
              rule.title()));
    }
  }

  private static void appendChanges(StringBuilder text, String title, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    text.append("%n  %s%n".formatted(title));
    for (Change change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      text.append(
          "    %s  %s  %s  %s%n"
              .formatted(
                  change.id(),
                  change.destination(),
                  change.moves() ? change.before() + " → " + change.after() : change.after(),
                  shortened(change.title())));
      change.gained().forEach(f -> text.append("        + %s%n".formatted(why(f))));
      change.lost().forEach(f -> text.append("        - %s%n".formatted(why(f))));
    }
    if (changes.size() > SHOWN) {
      text.append(
          "    … and %,d more; --out DIR writes them all%n".formatted(changes.size() - SHOWN));
    }
  }

  private static String why(Finding finding) {
    return "%s: %s%s"
        .formatted(
            finding.id(),
            finding.title(),
            finding.matched().isEmpty()
                ? ""
                : " (\"%s\" in the %s)".formatted(finding.matched(), finding.field()));
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }

  private static String counted(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private int count(Lane before, Lane after) {
    return report.lanes().stream()
        .filter(count -> count.before() == before && count.after() == after)
        .mapToInt(SimulationReport.LaneCount::items)
        .sum();
  }

  /** For programs. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("pack", pack);
    map.put("items", report.items());
    map.put("rejected", rejected);
    map.put("lanes", report.lanes());
    map.put("changing_lane", report.moved().size());
    map.put("released", report.released().size());
    map.put("added_tasks", report.addedTasks());
    map.put("added_minutes", report.addedMinutes(secondsPerTask));
    map.put("rules", report.rules().stream().map(SimulationText::asMap).toList());
    map.put("changes", report.changes().stream().map(SimulationText::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(RuleCount rule) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", rule.rule());
    map.put("title", rule.title());
    map.put("fires_before", rule.firesBefore());
    map.put("fires_after", rule.firesAfter());
    map.put("holds_before", rule.holdsBefore());
    map.put("holds_after", rule.holdsAfter());
    map.put("changing_lane", rule.moves());
    return map;
  }

  private static Map<String, Object> asMap(Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("item", change.id());
    map.put("title", change.title());
    map.put("destination", change.destination());
    map.put("before", change.before());
    map.put("after", change.after());
    map.put("released", change.released());
    map.put("gained", change.gained().stream().map(SimulationText::asMap).toList());
    map.put("lost", change.lost().stream().map(SimulationText::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rule", finding.id());
    map.put("category", finding.category());
    map.put("effect", finding.effect());
    map.put("field", finding.field());
    map.put("matched", finding.matched());
    map.put("reason", finding.reason());
    return map;
  }

  /** Writes each item that changes, a line for each rule, and the lanes. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CsvWriter lanes = CsvWriter.builder().build(folder.resolve("lanes.csv"))) {
      lanes.writeRecord("before", "after", "items");
      report
          .lanes()
          .forEach(
              count ->
                  lanes.writeRecord(
                      count.before().name(), count.after().name(), String.valueOf(count.items())));
    }
    try (CsvWriter changes = CsvWriter.builder().build(folder.resolve("changes.csv"))) {
      changes.writeRecord(
          "item",
          "title",
          "destination",
          "before",
          "after",
          "change",
          "rule",
          "effect",
          "field",
          "matched",
          "reason");
      for (Change change : report.changes()) {
        change.gained().forEach(finding -> write(changes, change, "holds", finding));
        change.lost().forEach(finding -> write(changes, change, "no longer holds", finding));
      }
    }
  }

  private static void write(CsvWriter csv, Change change, String what, Finding finding) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of(change.id(), change.title(), change.destination()));
    cells.addAll(List.of(change.before().name(), change.after().name(), what, finding.id()));
    cells.addAll(
        List.of(finding.effect().name(), finding.field(), finding.matched(), finding.reason()));
    csv.writeRecord(cells);
  }
}
