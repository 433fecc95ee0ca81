package org.pabean.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One edition as a tree: chapters, headings, subheadings, lines. Immutable and safe to share. */
public final class Nomenclature {

  static final int CHAPTERS = 97;
  // Stands for the words of a line that does not divide its subheading.
  private static final String UNDIVIDED = "=";

  private final Edition edition;
  private final NavigableMap<Code, Entry> entries;
  private final List<Section> sections;

  private Nomenclature(Edition edition, NavigableMap<Code, Entry> entries, List<Section> sections) {
    this.edition = edition;
    this.entries = entries;
    this.sections = List.copyOf(sections);
  }

  /** Makes an edition of entries and sections in any order. */
  static Nomenclature of(Edition edition, List<Entry> entries, List<Section> sections) {
    NavigableMap<Code, Entry> byCode = new TreeMap<>();
    entries.forEach(entry -> byCode.put(entry.code(), entry));
    return new Nomenclature(edition, byCode, sections);
  }

  /** Reads the built-in Harmonized System 2022, worded by this project. */
  public static Nomenclature hs2022() {
    return new Nomenclature(Edition.HS2022, harmonizedSystem(), readSections());
  }

  /**
   * Reads the built-in ASEAN Harmonised Tariff Nomenclature 2022: HS 2022 and its lines of eight
   * digits, worded by this project.
   */
  public static Nomenclature ahtn2022() {
    NavigableMap<Code, Entry> entries = harmonizedSystem();
    for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
      String resource = "ahtn2022/%02d.tsv".formatted(chapter);
      for (String[] row : Table.rows(resource, "code\tdescription")) {
        Entry line = line(Code.parse(row[0]), row[1], entries, resource);
        if (entries.put(line.code(), line) != null) {
          throw new IllegalStateException(resource + ": " + row[0] + " stands twice");
        }
      }
    }
    return new Nomenclature(Edition.AHTN2022, entries, readSections());
  }

  /** Which edition this is. */
  public Edition edition() {
    return edition;
  }

  /** The sections, in order. */
  public List<Section> sections() {
    return sections;
  }

  /** The section that a code lies in; none for the chapters that nations fill themselves. */
  public Optional<Section> section(Code code) {
    return sections.stream().filter(section -> section.holds(code)).findFirst();
  }

  /** The entry of a code, if the edition holds it. */
  public Optional<Entry> find(Code code) {
    return Optional.ofNullable(entries.get(code));
  }

  /** Whether goods can be declared under the code: it exists and nothing divides it further. */
  public boolean isDeclarable(Code code) {
    return code.level() >= 6 && entries.containsKey(code) && entriesWithin(code).isEmpty();
  }

  /** The entries from the chapter down to the code itself; codes that do not exist are left out. */
  public List<Entry> path(Code code) {
    List<Entry> path = new ArrayList<>();
    for (int level = 2; level <= code.level(); level += 2) {
      find(code.upTo(level)).ifPresent(path::add);
    }
    return path;
  }

  /** All entries of one level (2, 4, 6 or 8), in code order. */
  public List<Entry> atLevel(int level) {
    return entries.values().stream().filter(e -> e.code().level() == level).toList();
  }

  /** The entries directly below a code, in code order. */
  public List<Entry> below(Code code) {
    return entriesWithin(code).stream()
        .filter(entry -> entry.code().level() == code.level() + 2)
        .toList();
  }

  private List<Entry> entriesWithin(Code code) {
    List<Entry> within = new ArrayList<>();
    // Step by step: a view of the tree's tail would count itself first.
    Map.@Nullable Entry<Code, Entry> next = entries.higherEntry(code);
    while (next != null && next.getKey().isWithin(code)) {
      within.add(next.getValue());
      next = entries.higherEntry(next.getKey());
    }
    return within;
  }

  private static Entry line(
      Code code, String description, NavigableMap<Code, Entry> entries, String resource) {
    Entry subheading = code.level() == 8 ? entries.get(code.upTo(6)) : null;
    if (subheading == null) {
      throw new IllegalStateException(
          "%s: %s is no line of eight digits below a subheading of HS 2022"
              .formatted(resource, code));
    }
    return description.equals(UNDIVIDED)
        ? new Entry(code, subheading.description(), subheading.excludes())
        : new Entry(code, description, "");
  }

  private static List<Section> readSections() {
    return Table.rows("hs2022/sections.tsv", "section\tchapters\tdescription").stream()
        .map(row -> Section.of(row[0], row[1], row[2]))
        .toList();
  }

  private static NavigableMap<Code, Entry> harmonizedSystem() {
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
    return entries;
  }
}
