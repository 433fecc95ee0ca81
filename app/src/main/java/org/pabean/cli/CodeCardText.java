package org.pabean.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pabean.tariff.Code;
import org.pabean.tariff.Edition;
import org.pabean.tariff.Entry;
import org.pabean.tariff.GoodsName;
import org.pabean.tariff.LegalNote;
import org.pabean.tariff.NationalColumn;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalLine;

/**
 * Prints a card for people.
 *
 * @param card what is known
 * @param print where to
 */
record CodeCardText(CodeCard card, PrintWriter print) {

  private static final int SHOWN_NAMES = 40;
  private static final int SHOWN_LINES = 200;

  void write() {
    printPath();
    printBelow();
    printNational();
    printNotes();
    printNames();
    print.println();
  }

  private void printPath() {
    print.println();
    card.section()
        .ifPresent(
            section -> {
              String title = "Section " + section.number();
              print.printf("  %-13s %s%n", title, section.description());
            });
    for (Entry entry : card.path()) {
      print.printf("  %-13s %s%n", entry.code(), entry.description());
      if (!entry.excludes().isEmpty()) {
        print.printf("  %-13s not here: %s%n", "", entry.excludes());
      }
    }
  }

  private void printBelow() {
    List<Entry> below = card.below();
    if (below.isEmpty()) {
      return;
    }
    boolean lines = card.code().level() == 6;
    print.printf("%n  Below it%s%n", lines ? ", in " + name(card.tree().edition()) : "");
    below.forEach(entry -> print.printf("  %-13s %s%n", entry.code(), entry.description()));
  }

  /** The edition as people write it: {@code AHTN 2022}. */
  static String name(Edition edition) {
    return edition.id().replaceFirst("(?=\\d{4}$)", " ");
  }

  private void printNational() {
    NationalEdition national = card.national();
    if (national == null) {
      return;
    }
    List<NationalLine> lines = card.lines();
    print.printf(
        Locale.ROOT,
        "%n  In %s, %s as of %s: %,d %s%n",
        new Country(national.country()).name(),
        national.name(),
        national.asOf(),
        lines.size(),
        lines.size() == 1 ? "line" : "lines");
    // A chapter may have a thousand lines; whoever wants them asks for its headings.
    if (card.code().level() > 2) {
      lines.stream().limit(SHOWN_LINES).forEach(line -> print(national, line));
      if (lines.size() > SHOWN_LINES) {
        print.printf(Locale.ROOT, "  … and %,d more%n", lines.size() - SHOWN_LINES);
      }
    }
  }

  private void print(NationalEdition national, NationalLine line) {
    String words =
        List.of(line.description(), line.localDescription()).stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" | "));
    print.printf("  %-13s %s%n", line.code(), words);
    if (!line.path().isEmpty()) {
      print.printf("  %-13s %s%n", "", line.path());
    }
    if (!line.unit().isEmpty()) {
      print.printf("  %-13s unit: %s%n", "", line.unit());
    }
    for (NationalColumn column : national.columns()) {
      String value = line.values().get(column.name());
      if (value != null) {
        print.printf("  %-13s %s: %s%n", "", column.name(), value);
      }
    }
  }

  private void printNotes() {
    if (card.notes().isEmpty()) {
      return;
    }
    print.printf("%n  What the legal notes say%n");
    for (LegalNote note : card.notes()) {
      String to =
          note.goesTo().isEmpty()
              ? ""
              : " → " + note.goesTo().stream().map(Code::dotted).collect(Collectors.joining(", "));
      print.printf("  %s%s%n", note.quoted(), to);
    }
  }

  private void printNames() {
    if (card.names().isEmpty()) {
      return;
    }
    print.printf("%n  What such goods are called%n");
    for (Map.Entry<String, List<GoodsName>> names : card.names().entrySet()) {
      int more = names.getValue().size() - SHOWN_NAMES;
      print.printf(
          Locale.ROOT,
          "  %-4s %s%s%n",
          names.getKey(),
          names.getValue().stream()
              .limit(SHOWN_NAMES)
              .map(CodeCardText::name)
              .collect(Collectors.joining("; ")),
          more > 0 ? String.format(Locale.ROOT, "; … and %,d more", more) : "");
    }
  }

  private static String name(GoodsName name) {
    return name.share() == 1
        ? name.name()
        : String.format(Locale.ROOT, "%s (%.0f %%)", name.name(), 100 * name.share());
  }
}
