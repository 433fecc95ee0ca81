package org.pabean.tariff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the lines of a national edition from the rows of an official file, checking each row. */
final class TariffLines {

  private static final Set<String> NATIONAL_CHAPTERS = Set.of("98", "99");
  private static final Set<String> OWN_FIELDS =
      Set.of(
          TariffFormat.CODE,
          TariffFormat.DESCRIPTION,
          TariffFormat.LOCAL,
          TariffFormat.UNIT,
          TariffFormat.PATH,
          TariffFormat.INDENT,
          TariffFormat.DROPPED);

  private final TariffFormat format;
  private final List<String> header;
  private final List<String> fields;
  private final Nomenclature hs;
  private final Faults faults;
  private final Map<Code, Long> rowOfCode = new HashMap<>();
  private final List<String> titles = new ArrayList<>();

  TariffLines(TariffFormat format, List<String> header, Nomenclature hs, Faults faults) {
    this.format = format;
    this.header = header;
    this.fields = format.fieldsOf(header);
    this.hs = hs;
    this.faults = faults;
  }

  /** The columns that are kept beside code and words. */
  List<NationalColumn> columns() {
    List<NationalColumn> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!OWN_FIELDS.contains(fields.get(i))) {
        columns.add(new NationalColumn(fields.get(i), header.get(i)));
      }
    }
    return columns;
  }

  /**
   * The lines: all codes of 8 digits or more, and subheadings that nothing in the file divides.
   * Other codes are titles of what stands below them.
   */
  List<NationalLine> read(List<SourceTable.Row> rows) {
    List<NationalLine> coded = new ArrayList<>();
    for (SourceTable.Row row : rows) {
      if (!row.isBlank()) {
        read(row, coded);
      }
    }
    Set<Code> divided = new HashSet<>();
    for (NationalLine line : coded) {
      if (line.code().level() > 6) {
        divided.add(line.code().upTo(6));
      }
    }
    return coded.stream()
        .filter(line -> line.code().level() >= 6 && !divided.contains(line.code()))
        .toList();
  }

  private void read(SourceTable.Row row, List<NationalLine> coded) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      cells.put(fields.get(i), row.cells().get(i).strip());
    }
    String text = cells.getOrDefault(TariffFormat.CODE, "");
    String path = path(row, cells);
    if (text.isEmpty()) {
      checkTitle(row, cells);
      return;
    }
    try {
      Code code = Code.parse(text);
      if (isSound(code, row, cells)) {
        coded.add(line(code, path, cells));
      }
    } catch (IllegalArgumentException e) {
      fault(row, TariffFormat.CODE, e.getMessage() + zeroLost(text));
    }
  }

  private static String zeroLost(String text) {
    return text.matches("\\d{7}|\\d{9}|\\d{5}")
        ? "; if the sheet dropped a zero, make the column text"
        : "";
  }

  private void checkTitle(SourceTable.Row row, Map<String, String> cells) {
    if (!format.hasTitles()) {
      fault(row, TariffFormat.CODE, "the row has no code; give it one or delete the row");
    } else if (!values(cells).isEmpty()) {
      fault(row, TariffFormat.CODE, "the row has rates but no code; give it one");
    }
  }

  private boolean isSound(Code code, SourceTable.Row row, Map<String, String> cells) {
    // 8211.00 or 0101.20 typed as a number reach us as 8211 and 101.2.
    if (row.numbers().contains(fields.indexOf(TariffFormat.CODE)) && !isWhole(code, cells)) {
      fault(
          row,
          TariffFormat.CODE,
          "the code is a number in the sheet, so that zeros may be lost; make the column text");
      return false;
    }
    Long earlier = rowOfCode.putIfAbsent(code, row.number());
    if (earlier != null) {
      fault(
          row,
          TariffFormat.CODE,
          "%s stands already in row %d; keep one of them".formatted(code, earlier));
      return false;
    }
    if (words(cells, TariffFormat.DESCRIPTION).isEmpty()
        && words(cells, TariffFormat.LOCAL).isEmpty()) {
      fault(row, TariffFormat.DESCRIPTION, "%s has no description; give it one".formatted(code));
      return false;
    }
    if (format.kind() != TariffFormat.Kind.OF_ITS_OWN && !isInHarmonizedSystem(code)) {
      fault(
          row,
          TariffFormat.CODE,
          "%s does not lie in HS 2022, which has no %s; correct it, or import a file of that edition"
              .formatted(code, code.upTo(Math.min(6, code.level()))));
      return false;
    }
    return true;
  }

  private static boolean isWhole(Code code, Map<String, String> cells) {
    return code.level() >= 6 && cells.getOrDefault(TariffFormat.CODE, "").equals(code.digits());
  }

  private boolean isInHarmonizedSystem(Code code) {
    return NATIONAL_CHAPTERS.contains(code.upTo(2).digits())
        || hs.find(code.upTo(Math.min(6, code.level()))).isPresent();
  }

  private static NationalLine line(Code code, String path, Map<String, String> cells) {
    return new NationalLine(
        code,
        words(cells, TariffFormat.DESCRIPTION),
        words(cells, TariffFormat.LOCAL),
        words(cells, TariffFormat.UNIT),
        path,
        values(cells));
  }

  private static Map<String, String> values(Map<String, String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    cells.forEach(
        (field, text) -> {
          if (!OWN_FIELDS.contains(field) && !text.isEmpty()) {
            values.put(field, text);
          }
        });
    return values;
  }

  private static String words(Map<String, String> cells, String field) {
    return cells.getOrDefault(field, "").replaceAll("\\s+", " ").strip();
  }

  /**
   * The words from heading to row: as the file states them, or by the indents of the rows above.
   */
  private String path(SourceTable.Row row, Map<String, String> cells) {
    String indent = cells.getOrDefault(TariffFormat.INDENT, "");
    if (!cells.containsKey(TariffFormat.INDENT)) {
      return words(cells, TariffFormat.PATH);
    }
    if (!indent.matches("\\d{1,2}")) {
      fault(row, TariffFormat.INDENT, "'%s' is no depth; write 0, 1, 2 …".formatted(indent));
      return "";
    }
    int depth = Integer.parseInt(indent);
    while (titles.size() > depth) {
      titles.remove(titles.size() - 1);
    }
    while (titles.size() < depth) {
      titles.add("");
    }
    titles.add(words(cells, TariffFormat.DESCRIPTION).replaceFirst("\\s*:$", ""));
    return titles.stream().filter(title -> !title.isEmpty()).collect(Collectors.joining(" > "));
  }

  private void fault(SourceTable.Row row, String field, String reason) {
    int column = fields.indexOf(field);
    faults.add(row.number(), column < 0 ? field : header.get(column), reason);
  }
}
