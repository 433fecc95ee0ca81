package org.pabean.web;

import java.util.List;
import java.util.Objects;
import org.pabean.oversight.RuleUse;
import org.pabean.screening.Rule;

/** All rules and what they did, as CSV. */
final class RulesCsv {

  private static final List<String> HEADER =
      List.of(
          "pack",
          "version",
          "rule",
          "title",
          "category",
          "effect",
          "status",
          "authority",
          "instrument",
          "source",
          "verified",
          "last_checked",
          "hits",
          "last_fired",
          "upheld",
          "overturned");

  private RulesCsv() {}

  /** A rule beside its pack. */
  private record Line(RuleViews.PackRow pack, RuleViews.RuleRow row) {}

  static String of(List<RuleViews.PackRow> packs) {
    return CsvText.of(
        HEADER,
        packs.stream()
            .flatMap(pack -> pack.rules().stream().map(row -> new Line(pack, row)))
            .toList(),
        line -> {
          Rule rule = line.row.rule();
          RuleUse use = line.row.use();
          return CsvText.row(
              line.pack.live().pack().id(),
              line.pack.live().pack().version(),
              rule.id(),
              rule.title(),
              rule.category(),
              rule.applied(),
              rule.status(),
              rule.authority(),
              rule.instrument(),
              rule.source(),
              rule.verified(),
              rule.lastChecked(),
              use.hits(),
              Objects.requireNonNullElse(use.lastFired(), ""),
              use.upheld(),
              use.overturned());
        });
  }
}
