package org.pabean.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One edition as a tree: chapters, headings, subheadings. Immutable and safe to share. */
public final class Nomenclature {

  private static final int CHAPTERS = 97;

  private final Edition edition;
  private final NavigableMap<Code, Entry> entries;

  private Nomenclature(Edition edition, NavigableMap<Code, Entry> entries) {
    this.edition = edition;
    this.entries = entries;
  }

  /** Reads the built-in Harmonized System 2022, worded by this project. */
  public static Nomenclature hs2022() {
    NavigableMap<Code, Entry> entries = new TreeMap<>();
    for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
      String resource = "hs2022/%02d.tsv".formatted(chapter);
      for (String[] row : Table.rows(resource, "code\tdescription\texcludes")) {
        var entry = new Entry(Code.parse(row[0]), row[1], row[2]);
        if (entries.put(entry.code(), entry) != null) {
          throw new IllegalStateException(resource + ": " + row[0] + " stands twice");
        }
      }
    }
    return new Nomenclature(Edition.HS2022, entries);
  }

  /** Which edition this is. */
  public Edition edition() {
    return edition;
  }

  /** The entry of a code, if the edition holds it. */
  public Optional<Entry> find(Code code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** Whether goods can be declared under the code: it exists and nothing divides it further. */
  public boolean isDeclarable(Code code) {
    return code.level() >= 6 && entries.containsKey(code) && below(code).isEmpty();
  }

  /** The entries from the chapter down to the code itself; codes that do not exist are left out. */
  public List<Entry> path(Code code) {
    List<Entry> path = new ArrayList<>();
    for (int level = 2; level <= code.level(); level += 2) {
      find(code.upTo(level)).ifPresent(path::add);
    }
    return path;
  }

  /** All entries of one level (2, 4 or 6), in code order. */
  public List<Entry> atLevel(int level) {
    return entries.values().stream().filter(e -> e.code().level() == level).toList();
  }

  /** The entries directly below a code, in code order. */
  public List<Entry> below(Code code) {
    return entries.tailMap(code, false).values().stream()
        .takeWhile(e -> e.code().isWithin(code))
        .filter(e -> e.code().level() == code.level() + 2)
        .toList();
  }
}
