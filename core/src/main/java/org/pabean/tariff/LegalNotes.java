package org.pabean.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The legal notes and General Rules of HS 2022 that decide common cases, in our own words. */
public final class LegalNotes {

  private static final String HEADER = "citation\tscope\tkind\ttext\tterms\tgoes_to";
  private static final int CHAPTERS = 97;

  private final List<LegalNote> notes;

  private LegalNotes(List<LegalNote> notes) {
    this.notes = List.copyOf(notes);
  }

  /** Reads the built-in notes. */
  public static LegalNotes builtIn() {
    List<LegalNote> notes = new ArrayList<>();
    read("notes/rules.tsv", notes);
    read("notes/sections.tsv", notes);
    for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
      read("notes/%02d.tsv".formatted(chapter), notes);
    }
    return new LegalNotes(notes);
  }

  /** All notes: General Rules, sections, chapters in order. */
  public List<LegalNote> all() {
    return notes;
  }

  /** The notes that govern a code or send goods to it, General Rules left out. */
  public List<LegalNote> about(Code code) {
    return notes.stream()
        .filter(note -> !note.scope().isEmpty())
        .filter(note -> note.governs(code) || note.sendsTo(code))
        .toList();
  }

  private static void read(String resource, List<LegalNote> notes) {
    for (String[] row : Table.rows(resource, HEADER)) {
      notes.add(
          new LegalNote(
              row[0],
              row[1].equals("*") ? List.of() : codes(row[1]),
              LegalNote.Kind.valueOf(row[2].toUpperCase(Locale.ROOT)),
              row[3],
              Arrays.stream(row[4].split(";"))
                  .map(String::strip)
                  .filter(term -> !term.isEmpty())
                  .toList(),
              codes(row[5])));
    }
  }

  private static List<Code> codes(String cell) {
    return cell.isBlank()
        ? List.of()
        : Arrays.stream(cell.strip().split("\\s+")).map(Code::parse).toList();
  }
}
