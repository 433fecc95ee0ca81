package org.pabean.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.screening.Finding;

/** Counts what became of a file. */
final class Summary {

  private final Map<Lane, Integer> lanes = new EnumMap<>(Lane.class);
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private int rejected;
  private int merged;

  void count(Assessment assessment) {
    lanes.merge(assessment.lane(), 1, Integer::sum);
    assessment.open().stream()
        .map(Finding::title)
        .distinct()
        .forEach(title -> reasons.merge(title, 1, Integer::sum));
  }

  void countRejected() {
    rejected++;
  }

  void countMerged() {
    merged++;
  }

  int rejected() {
    return rejected;
  }

  /** Numbers for scripts. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("auto", lanes.getOrDefault(Lane.AUTO, 0));
    map.put("review", lanes.getOrDefault(Lane.REVIEW, 0));
    map.put("blocked", lanes.getOrDefault(Lane.BLOCKED, 0));
    map.put("rejected", rejected);
    map.put("merged", merged);
    map.put("reasons", reasons);
    return map;
  }

  /** A table for people. */
  String asText() {
    int all = lanes.values().stream().mapToInt(Integer::intValue).sum();
    var text = new StringBuilder();
    text.append("  lane      items  share\n");
    row(text, "AUTO", lanes.getOrDefault(Lane.AUTO, 0), all, "finalised by the machine");
    row(text, "REVIEW", lanes.getOrDefault(Lane.REVIEW, 0), all, "a person decides");
    row(
        text,
        "BLOCKED",
        lanes.getOrDefault(Lane.BLOCKED, 0),
        all,
        "import prohibited: a lead decides");
    text.append(
        String.format(Locale.ROOT, "  rejected  %5d         rows that are no listing%n", rejected));
    if (merged > 0) {
      text.append(
          String.format(
              Locale.ROOT, "  merged    %5d         rows that carry on the one above%n", merged));
    }
    List<Map.Entry<String, Integer>> most =
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(5)
            .toList();
    if (!most.isEmpty()) {
      text.append("\n  Why items are held\n");
      most.forEach(
          reason ->
              text.append(
                  String.format(Locale.ROOT, "  %5d  %s%n", reason.getValue(), reason.getKey())));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String lane, int count, int all, String meaning) {
    double share = all == 0 ? 0 : 100.0 * count / all;
    text.append(
        String.format(Locale.ROOT, "  %-8s  %5d  %4.0f %%  %s%n", lane, count, share, meaning));
  }
}
