package org.pabean.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.KnowledgeCounts;
import org.pabean.tariff.OfficialCheck;
import org.pabean.tariff.TariffCheck;

/**
 * Tells what the built-in data hold and what is wrong with them.
 *
 * @param counts how much there is
 * @param faults what is wrong
 * @param official the comparison with official files; null if none was asked for
 */
record CheckReport(
    KnowledgeCounts counts, List<TariffCheck.Fault> faults, @Nullable OfficialCheck official) {

  /** For people. */
  String asText() {
    var text = new StringBuilder("\n");
    row(text, "sections", counts.sections());
    row(text, "chapters", counts.chapters());
    row(text, "headings", counts.headings());
    row(text, "subheadings", counts.subheadings());
    row(text, "AHTN lines", counts.ahtnLines());
    row(text, "… that divide their subheading", counts.dividingLines());
    row(text, "… and are described", counts.describedLines());
    row(text, "names of goods", sum(counts.terms()), by(counts.terms()));
    row(text, "subheadings with fewer than 2 English names", counts.belowTwoEnglish());
    row(text, "subheadings of goods that people buy", counts.consumer());
    row(text, "… with fewer than 8 English names", counts.consumerBelowEightEnglish());
    row(text, "example listings", sum(counts.examples()), by(counts.examples()));
    row(text, "legal notes", sum(counts.notes()), by(counts.notes()));
    row(text, "questions", counts.questions());
    if (official != null) {
      appendOfficial(text, official);
    }
    if (faults.isEmpty()) {
      return text.append("\n  No faults.").toString();
    }
    text.append(String.format(Locale.ROOT, "%n  Faults: %,d", faults.size()));
    faults.forEach(fault -> text.append("\n  ").append(fault));
    return text.toString();
  }

  /** For programs. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sections", counts.sections());
    map.put("chapters", counts.chapters());
    map.put("headings", counts.headings());
    map.put("subheadings", counts.subheadings());
    map.put("ahtn_lines", counts.ahtnLines());
    map.put("ahtn_dividing_lines", counts.dividingLines());
    map.put("ahtn_dividing_lines_described", counts.describedLines());
    map.put("terms", counts.terms());
    map.put("subheadings_below_2_english_terms", counts.belowTwoEnglish());
    map.put("consumer_subheadings", counts.consumer());
    map.put("consumer_subheadings_below_8_english_terms", counts.consumerBelowEightEnglish());
    map.put("example_listings", counts.examples());
    map.put("notes", counts.notes());
    map.put("questions", counts.questions());
    map.put("faults", faults);
    if (official != null) {
      map.put("compared_with_official", official.compared());
      map.put("too_close_rate", official.rate());
      map.put("too_close", official.tooClose());
    }
    return map;
  }

  private static void appendOfficial(StringBuilder text, OfficialCheck official) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n  Close to the official words: %,d of %,d descriptions (%.2f %%)%n",
            official.tooClose().size(),
            official.compared(),
            100 * official.rate()));
    official
        .tooClose()
        .forEach(
            close ->
                text.append(
                    "  %-13s %s%n                official: %s%n                in common: %s%n"
                        .formatted(close.code(), close.ours(), close.official(), close.reason())));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String by(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder text, String what, long count) {
    row(text, what, count, "");
  }

  private static void row(StringBuilder text, String what, long count, String parts) {
    text.append(String.format(Locale.ROOT, "  %-45s %,9d  %s", what, count, parts).stripTrailing());
    text.append('\n');
  }
}
