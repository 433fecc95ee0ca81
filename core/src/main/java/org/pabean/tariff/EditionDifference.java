package org.pabean.tariff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What sets two editions of one country's tariff apart, line by line.
 *
 * @param added the lines that only the later one has
 * @param removed the lines that only the earlier one has
 * @param changed the lines of both that do not say the same
 */
public record EditionDifference(
    List<NationalLine> added, List<NationalLine> removed, List<ChangedLine> changed) {

  /** Copies the lists. */
  public EditionDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /**
   * A line that does not say the same as before.
   *
   * @param code the line
   * @param changes its fields that differ
   */
  public record ChangedLine(Code code, List<Change> changes) {

    /** Copies the list. */
    public ChangedLine {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One field that differs.
   *
   * @param field its name, such as {@code mfn} or {@code description}
   * @param before what it said; empty if nothing
   * @param after what it says; empty if nothing
   */
  public record Change(String field, String before, String after) {}

  /** Compares two editions. */
  static EditionDifference between(NationalEdition before, NationalEdition after) {
    Map<Code, NationalLine> earlier = byCode(before);
    Map<Code, NationalLine> later = byCode(after);
    List<ChangedLine> changed = new ArrayList<>();
    for (NationalLine line : after.lines()) {
      NationalLine old = earlier.get(line.code());
      if (old != null && !old.equals(line)) {
        changed.add(new ChangedLine(line.code(), changes(old.fields(), line.fields())));
      }
    }
    return new EditionDifference(
        after.lines().stream().filter(line -> !earlier.containsKey(line.code())).toList(),
        before.lines().stream().filter(line -> !later.containsKey(line.code())).toList(),
        changed);
  }

  /** Whether both say the same. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  private static Map<Code, NationalLine> byCode(NationalEdition edition) {
    Map<Code, NationalLine> lines = new LinkedHashMap<>();
    edition.lines().forEach(line -> lines.put(line.code(), line));
    return lines;
  }

  private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    return fields.stream()
        .map(f -> new Change(f, before.getOrDefault(f, ""), after.getOrDefault(f, "")))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }
}
