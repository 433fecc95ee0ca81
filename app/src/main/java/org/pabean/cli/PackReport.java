package org.pabean.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.PackFault;
import org.pabean.screening.PackText;
import org.pabean.screening.Rule;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;

/**
 * What a rule pack holds and what is wrong with it.
 *
 * @param file its name
 * @param pack the pack; null if the text is none
 * @param faults what is wrong, in the order of the file
 * @param stale ids of rules that nobody has compared with their source for a long time
 */
record PackReport(
    String file, @Nullable RulePack pack, List<PackFault> faults, List<String> stale) {

  static PackReport of(Screener phrases, PackText text, LocalDate today) {
    List<PackFault> faults = PackFiles.faults(phrases, text);
    RulePack pack = faults.isEmpty() ? text.pack() : null;
    List<String> stale =
        pack == null
            ? List.of()
            : pack.rules().stream().filter(rule -> rule.isStale(today)).map(Rule::id).toList();
    return new PackReport(text.name(), pack, faults, stale);
  }

  /** For people. */
  static String asText(List<PackReport> reports) {
    var text = new StringBuilder();
    if (reports.stream().anyMatch(report -> report.pack != null)) {
      appendTable(text, reports);
    }
    for (PackReport report : reports) {
      if (!report.stale.isEmpty()) {
        text.append(
            "%n  %s: not compared with their source for more than %d days: %s%n"
                .formatted(report.file, Rule.STALE_AFTER_DAYS, String.join(", ", report.stale)));
      }
    }
    List<PackFault> faults = reports.stream().flatMap(report -> report.faults.stream()).toList();
    if (faults.isEmpty()) {
      return text.append("\n  No faults.").toString();
    }
    text.append(String.format(Locale.ROOT, "%n  Faults: %,d", faults.size()));
    faults.forEach(fault -> text.append("\n  ").append(fault));
    return text.toString();
  }

  private static void appendTable(StringBuilder text, List<PackReport> reports) {
    String row = "  %-14s %-12s %-4s %6s %9s %5s %5s %5s %6s %6s%n";
    text.append(
        String.format(
            row,
            "pack",
            "version",
            "to",
            "rules",
            "examples",
            "yes",
            "part",
            "no",
            "trial",
            "stale"));
    for (PackReport report : reports) {
      RulePack pack = report.pack;
      if (pack != null) {
        text.append(
            String.format(
                Locale.ROOT,
                row,
                pack.id(),
                pack.version(),
                pack.destination(),
                pack.rules().size(),
                report.examples(),
                report.verified("yes"),
                report.verified("part"),
                report.verified("no"),
                pack.rules().stream().filter(Rule::shadow).count(),
                report.stale.size()));
      }
    }
  }

  /** For programs. */
  static Map<String, Object> asMap(List<PackReport> reports) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("packs", reports.stream().filter(r -> r.pack != null).map(PackReport::asMap).toList());
    map.put("faults", reports.stream().flatMap(report -> report.faults.stream()).toList());
    return map;
  }

  private Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file);
    if (pack != null) {
      map.put("pack", pack.id());
      map.put("version", pack.version());
      map.put("destination", pack.destination());
      map.put("rules", pack.rules().size());
    }
    map.put("examples", examples());
    Map<String, Long> verified = new LinkedHashMap<>();
    Stream.of("yes", "part", "no").forEach(answer -> verified.put(answer, verified(answer)));
    map.put("verified", verified);
    map.put("on_trial", rules().filter(Rule::shadow).count());
    map.put("stale", stale);
    return map;
  }

  private Stream<Rule> rules() {
    return pack == null ? Stream.of() : pack.rules().stream();
  }

  private long examples() {
    return rules().mapToLong(rule -> rule.fires().size() + rule.quiet().size()).sum();
  }

  private long verified(String answer) {
    return rules().filter(rule -> rule.verified().equals(answer)).count();
  }
}
