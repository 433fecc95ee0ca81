package org.pabean.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pabean.tariff.Arrival;
import org.pabean.tariff.EditionDifference;
import org.pabean.tariff.EditionDifference.ChangedLine;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalLine;

/**
 * Tells what became of an imported tariff and what it changes.
 *
 * @param edition what was read
 * @param arrival what became of it
 */
record ImportReport(NationalEdition edition, Arrival arrival) {

  private static final int SHOWN = 20;
  private static final int LONGEST = 60;

  /** For people. */
  String asText() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%n  %s: %s as of %s, %s and %s of rates and policies%n",
            new Country(edition.country()).name(),
            edition.name(),
            edition.asOf(),
            number(edition.lines().size(), "line"),
            number(edition.columns().size(), "column")));
    NationalEdition before = arrival.comparedWith();
    if (before != null) {
      EditionDifference difference = arrival.difference();
      text.append(
          String.format(
              Locale.ROOT,
              "  Against %s as of %s: %,d added, %,d removed, %,d changed%n",
              before.name(),
              before.asOf(),
              difference.added().size(),
              difference.removed().size(),
              difference.changed().size()));
      list(text, "Added", difference.added(), ImportReport::words);
      list(text, "Removed", difference.removed(), ImportReport::words);
      list(text, "Changed", difference.changed(), ImportReport::words);
    }
    return text.append('\n').append("  ").append(outcome()).toString();
  }

  /** For programs. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("country", edition.country());
    map.put("edition", edition.name());
    map.put("as_of", edition.asOf());
    map.put("file", edition.file());
    map.put("sha256", edition.sha256());
    map.put("lines", edition.lines().size());
    map.put("outcome", arrival.outcome().name().toLowerCase(Locale.ROOT));
    NationalEdition before = arrival.comparedWith();
    if (before != null) {
      EditionDifference difference = arrival.difference();
      map.put("compared_with", before.asOf());
      map.put("added", codes(difference.added()));
      map.put("removed", codes(difference.removed()));
      map.put("changed", difference.changed());
    }
    return map;
  }

  private String outcome() {
    return switch (arrival.outcome()) {
      case FIRST -> "Stored.";
      case ACCEPTED -> "Stored, as you accepted it.";
      case KNOWN -> "It was imported before; nothing changed.";
      case WAITING -> "Not stored yet. If this is right, import it again with --accept.";
    };
  }

  private static String number(int count, String one) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, one);
  }

  private static List<String> codes(List<NationalLine> lines) {
    return lines.stream().map(line -> line.code().digits()).toList();
  }

  private static <T> void list(
      StringBuilder text, String title, List<T> lines, Function<T, String> words) {
    if (lines.isEmpty()) {
      return;
    }
    text.append('\n').append("  ").append(title).append('\n');
    lines.stream()
        .limit(SHOWN)
        .forEach(line -> text.append("    ").append(words.apply(line)).append('\n'));
    if (lines.size() > SHOWN) {
      text.append(String.format(Locale.ROOT, "    … and %,d more%n", lines.size() - SHOWN));
    }
  }

  private static String words(NationalLine line) {
    String words = line.description().isEmpty() ? line.localDescription() : line.description();
    return "%s  %s".formatted(line.code(), shortened(words));
  }

  private static String words(ChangedLine line) {
    return "%s  %s"
        .formatted(
            line.code(),
            line.changes().stream()
                .map(c -> "%s %s → %s".formatted(c.field(), said(c.before()), said(c.after())))
                .collect(Collectors.joining("; ")));
  }

  private static String said(String text) {
    return text.isEmpty() ? "(nothing)" : shortened(text);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
