package org.pabean.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    return write(
        List.of("day", "received", "held", "decided", "automatic", "backlog"),
        view.days(),
        d -> row(d.day(), d.received(), d.held(), d.decided(), d.automatic(), d.backlog()));
  }

  private static String reasons(Overview view) {
    return write(List.of("reason", "tasks"), view.reasons(), r -> row(r.category(), r.tasks()));
  }

  private static String rules(Overview view) {
    return write(
        List.of("rule", "pack", "category", "upheld", "overturned", "share_upheld"),
        view.rules(),
        r ->
            row(r.rule(), r.pack(), r.category(), r.upheld(), r.overturned(), decimals(r.share())));
  }

  private static String people(Overview view) {
    return write(
        List.of("person", "decided", "median_hours"),
        view.people(),
        p -> row(p.name(), p.decided(), decimals(p.medianHours())));
  }

  private static String totals(Overview view) {
    Overview.Totals all = view.totals();
    Overview.Open open = view.open();
    return write(
        List.of("figure", "value"),
        List.of(
            row("received", all.received()),
            row("held", all.held()),
            row("decided", all.decided()),
            row("automatic", all.automatic()),
            row("share_automatic", decimals(all.shareAutomatic())),
            row("hours_to_decision_median", decimals(all.medianHours())),
            row("hours_to_decision_p90", decimals(all.slowHours())),
            row("open_now", open.tasks()),
            row("overdue_now", open.overdue()),
            row("hours_open_median", decimals(open.medianHours())),
            row("hours_open_longest", decimals(open.oldestHours()))),
        Function.identity());
  }

  private static <T> String write(
      List<String> header, List<T> rows, Function<T, List<String>> cells) {
    var text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(header);
    rows.forEach(row -> csv.writeRecord(cells.apply(row)));
    return text.toString();
  }

  private static List<String> row(Object... cells) {
    return Arrays.stream(cells).map(cell -> plain(cell.toString())).toList();
  }

  /** A spreadsheet would take such a text for a formula. */
  private static String plain(String text) {
    return text.matches("^[=+@-].*") && !text.matches("-?[0-9.]+") ? "'" + text : text;
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
