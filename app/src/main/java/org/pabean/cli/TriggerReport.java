package org.pabean.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pabean.evaluate.TriggerRun;
import org.pabean.screening.Finding;

/**
 * Tells how screening did on a trigger test set.
 *
 * @param run what it found
 */
record TriggerReport(TriggerRun run) {

  /** The lines that are not as they should be. */
  List<TriggerRun.Outcome> failed() {
    return run.outcomes().stream().filter(outcome -> !outcome.isRight()).toList();
  }

  /** For people. */
  String asText() {
    var text = new StringBuilder();
    text.append("%n  %,d lines, 95 %% intervals in brackets%n%n".formatted(run.outcomes().size()));
    text.append("  category            expected  found                  fired  rightly\n");
    run.byCategory().forEach((category, count) -> appendRow(text, category, count));
    appendRow(text, "all", run.together(category -> true));
    text.append(
        "%n  routine listings held: %s; prohibited goods blocked: %s%n"
            .formatted(run.routineHeld().inPercent(), run.prohibitedBlocked().inPercent()));
    List<TriggerRun.Outcome> failed = failed();
    if (failed.isEmpty()) {
      return text.append("\n  All lines are as they should be.").toString();
    }
    text.append("%n  Not as they should be: %,d%n".formatted(failed.size()));
    failed.forEach(outcome -> appendFault(text, outcome));
    return text.toString().stripTrailing();
  }

  private static void appendRow(StringBuilder text, String category, TriggerRun.Count count) {
    text.append(
        String.format(
            Locale.ROOT,
            "  %-19s %8d  %-21s %6d  %s%n",
            category,
            count.expected(),
            count.expected() == 0 ? "" : count.recall().inPercent(),
            count.judged(),
            count.judged() == 0 ? "" : count.precision().inPercent()));
  }

  private static void appendFault(StringBuilder text, TriggerRun.Outcome outcome) {
    text.append(
        "    %s  %s  %s%n"
            .formatted(
                outcome.one().id(), outcome.one().destination(), outcome.one().listing().title()));
    if (!outcome.missed().isEmpty()) {
      text.append("        missed: %s%n".formatted(String.join(", ", outcome.missed())));
    }
    if (!outcome.falseAlarms().isEmpty()) {
      text.append("        false: %s%n".formatted(String.join(", ", outcome.falseAlarms())));
    }
    for (Finding finding : outcome.findings()) {
      text.append(
          "        %s %s: \"%s\" in the %s%n"
              .formatted(finding.id(), finding.category(), finding.matched(), finding.field()));
    }
  }

  /** For programs. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("n", run.outcomes().size());
    map.put("all", asMap(run.together(category -> true)));
    map.put(
        "categories",
        run.byCategory().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> asMap(entry.getValue()),
                    (one, other) -> one,
                    LinkedHashMap::new)));
    map.put("routine_held", run.routineHeld());
    map.put("prohibited_blocked", run.prohibitedBlocked());
    map.put("failed", failed().stream().map(TriggerReport::asMap).toList());
    return map;
  }

  private static Map<String, Object> asMap(TriggerRun.Count count) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("expected", count.expected());
    map.put("found", count.found());
    map.put("recall", count.recall());
    map.put("fired", count.judged());
    map.put("right", count.right());
    map.put("precision", count.precision());
    return map;
  }

  private static Map<String, Object> asMap(TriggerRun.Outcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", outcome.one().id());
    map.put("destination", outcome.one().destination());
    map.put("title", outcome.one().listing().title());
    map.put("missed", outcome.missed());
    map.put("false", outcome.falseAlarms());
    map.put(
        "findings",
        outcome.findings().stream()
            .map(
                finding ->
                    Map.of(
                        "rule", finding.id(),
                        "category", finding.category(),
                        "effect", finding.effect(),
                        "field", finding.field(),
                        "matched", finding.matched()))
            .toList());
    return map;
  }
}
