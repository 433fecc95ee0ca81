package org.pabean.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.tariff.Code;
import org.pabean.tariff.Entry;
import org.pabean.tariff.GoodsIndex;
import org.pabean.tariff.GoodsName;
import org.pabean.tariff.LegalNote;
import org.pabean.tariff.LegalNotes;
import org.pabean.tariff.NationalEdition;
import org.pabean.tariff.NationalLine;
import org.pabean.tariff.Nomenclature;
import org.pabean.tariff.Section;

/**
 * All that is known about one code.
 *
 * @param code the code
 * @param tree the nomenclature it is shown in: HS, or AHTN where that holds
 * @param notes the legal notes that govern it or send goods to it
 * @param names what its goods are called, by language
 * @param national the country's tariff; null if none was asked for or imported
 */
record CodeCard(
    Code code,
    Nomenclature tree,
    List<LegalNote> notes,
    Map<String, List<GoodsName>> names,
    @Nullable NationalEdition national) {

  static CodeCard of(Code code, Nomenclature tree, @Nullable NationalEdition national) {
    Code named = code.upTo(Math.min(6, code.level()));
    Map<String, List<GoodsName>> names = new LinkedHashMap<>();
    for (GoodsName name : GoodsIndex.builtIn().names()) {
      if (name.code().isWithin(named)) {
        names.computeIfAbsent(name.lang(), lang -> new ArrayList<>()).add(name);
      }
    }
    List<LegalNote> notes = new ArrayList<>(LegalNotes.builtIn().about(code));
    notes.sort(Comparator.comparingInt(note -> -closeness(note, code)));
    return new CodeCard(code, tree, notes, names, national);
  }

  /** How close to the code a note speaks: of its subheading, its heading, its chapter. */
  private static int closeness(LegalNote note, Code code) {
    return Stream.concat(note.scope().stream(), note.goesTo().stream())
        .filter(code::isWithin)
        .mapToInt(Code::level)
        .max()
        .orElse(0);
  }

  /** Whether anybody knows the code. A nation's own lines are for its tariff to know. */
  boolean exists() {
    boolean ofNation = national != null && code.level() > 6;
    return (!ofNation && tree.find(code).isPresent())
        || (national != null && !national.within(code).isEmpty());
  }

  Optional<Section> section() {
    return tree.section(code);
  }

  List<Entry> path() {
    return tree.path(code);
  }

  /** What stands directly below the code; where a nation's lines are known, they stand for it. */
  List<Entry> below() {
    return national != null && code.level() >= 6 ? List.of() : tree.below(code);
  }

  /** The nation's lines below the code, and those above it, which may bear its rates. */
  List<NationalLine> lines() {
    return national == null
        ? List.of()
        : national.lines().stream()
            .filter(line -> line.code().isWithin(code) || code.isWithin(line.code()))
            .toList();
  }

  /** For programs. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", code);
    map.put("edition", tree.edition());
    section()
        .ifPresent(
            section ->
                map.put(
                    "section",
                    fields(
                        "number", section.number(),
                        "chapters", section.chapters(),
                        "description", section.description())));
    map.put("path", path().stream().map(CodeCard::entry).toList());
    map.put("below", below().stream().map(CodeCard::entry).toList());
    map.put("notes", notes.stream().map(CodeCard::note).toList());
    map.put("names", names);
    if (national != null) {
      Map<String, Object> tariff =
          fields(
              "country", national.country(),
              "edition", national.name(),
              "as_of", national.asOf(),
              "file", national.file(),
              "sha256", national.sha256(),
              "columns", national.columns());
      tariff.put("lines", lines().stream().map(CodeCard::line).toList());
      map.put("national", tariff);
    }
    return map;
  }

  private static Map<String, Object> entry(Entry entry) {
    return fields(
        "code", entry.code(), "description", entry.description(), "excludes", entry.excludes());
  }

  private static Map<String, Object> note(LegalNote note) {
    return fields(
        "citation", note.citation(),
        "kind", note.kind(),
        "text", note.text(),
        "scope", note.scope(),
        "goes_to", note.goesTo());
  }

  private static Map<String, Object> line(NationalLine line) {
    return fields(
        "code", line.code(),
        "description", line.description(),
        "description_local", line.localDescription(),
        "unit", line.unit(),
        "path", line.path(),
        "values", line.values());
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
