package org.pabean.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pabean.oversight.Overview;

/** The lead's figures as CSV, one file for each table of the page. */
final class OverviewCsv {

  private OverviewCsv() {}

  /** The table of this name; empty if there is none. */
  static Optional<String> of(String table, Overview view) {
    return switch (table) {
      case "days" -> Optional.of(days(view));
      case "reasons" -> Optional.of(reasons(view));
      case "rules" -> Optional.of(rules(view));
      case "people" -> Optional.of(people(view));
      case "totals" -> Optional.of(totals(view));
      default -> Optional.empty();
    };
  }

  private static String days(Overview view) {
    return CsvText.of(
        List.of("day", "received", "held", "decided", "automatic", "backlog"),
        view.days(),
        d -> CsvText.row(d.day(), d.received(), d.held(), d.decided(), d.automatic(), d.backlog()));
  }

  private static String reasons(Overview view) {
    return CsvText.of(
        List.of("reason", "tasks"), view.reasons(), r -> CsvText.row(r.category(), r.tasks()));
  }

  private static String rules(Overview view) {
    return CsvText.of(
        List.of("rule", "pack", "category", "upheld", "overturned", "share_upheld"),
        view.rules(),
        r ->
            CsvText.row(
                r.rule(),
                r.pack(),
                r.category(),
                r.upheld(),
                r.overturned(),
                CsvText.decimals(r.share())));
  }

  private static String people(Overview view) {
    return CsvText.of(
        List.of("person", "decided", "median_hours"),
        view.people(),
        p -> CsvText.row(p.name(), p.decided(), CsvText.decimals(p.medianHours())));
  }

  private static String totals(Overview view) {
    Overview.Totals all = view.totals();
    Overview.Open open = view.open();
    return CsvText.of(
        List.of("figure", "value"),
        List.of(
            CsvText.row("received", all.received()),
            CsvText.row("held", all.held()),
            CsvText.row("decided", all.decided()),
            CsvText.row("automatic", all.automatic()),
            CsvText.row("share_automatic", CsvText.decimals(all.shareAutomatic())),
            CsvText.row("hours_to_decision_median", CsvText.decimals(all.medianHours())),
            CsvText.row("hours_to_decision_p90", CsvText.decimals(all.slowHours())),
            CsvText.row("open_now", open.tasks()),
            CsvText.row("overdue_now", open.overdue()),
            CsvText.row("hours_open_median", CsvText.decimals(open.medianHours())),
            CsvText.row("hours_open_longest", CsvText.decimals(open.oldestHours()))),
        Function.identity());
  }
}
