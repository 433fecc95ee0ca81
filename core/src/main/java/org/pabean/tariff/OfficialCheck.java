package org.pabean.tariff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The built-in knowledge held against official files: are the codes the same, and are the words our
 * own?
 *
 * @param faults codes that are missing here or do not exist there
 * @param compared how many of our descriptions were compared with the official words
 * @param tooClose those that come too close to them
 */
public record OfficialCheck(
    List<TariffCheck.Fault> faults, long compared, List<TooClose> tooClose) {

  private static final String HS = "hs2022.csv";
  private static final String AHTN = "ahtn2022.csv";
  private static final String US = "us-hts.csv";

  /** Copies the lists. */
  public OfficialCheck {
    faults = List.copyOf(faults);
    tooClose = List.copyOf(tooClose);
  }

  /**
   * A description of ours that reads like the official one.
   *
   * @param code what it describes
   * @param ours our words
   * @param official the official words
   * @param reason what they have in common
   */
  public record TooClose(Code code, String ours, String official, String reason) {}

  /** The share of the compared descriptions that come too close. */
  public double rate() {
    return compared == 0 ? 0 : (double) tooClose.size() / compared;
  }

  /**
   * Compares with {@code hs2022.csv} and {@code ahtn2022.csv} of a directory, and with the words of
   * {@code us-hts.csv} if it is there.
   *
   * @throws TariffFileRefused if one of the files is wrong
   * @throws IOException if one cannot be opened
   */
  public static OfficialCheck of(Knowledge knowledge, Path directory)
      throws TariffFileRefused, IOException {
    List<Map<String, String>> hs = rows(directory.resolve(HS));
    List<Map<String, String>> ahtn = rows(directory.resolve(AHTN));
    List<TariffCheck.Fault> faults = new ArrayList<>();
    compareCodes("hs2022", codes(knowledge.hs(), 6), codes(hs, 6), faults);
    compareCodes("ahtn2022", codes(knowledge.ahtn(), 8), codes(ahtn, 8), faults);
    Map<String, Set<String>> official = new HashMap<>();
    hs.forEach(row -> addWords(official, row, "description"));
    for (Map<String, String> row : ahtn) {
      addWords(official, row, "description_en");
    }
    if (Files.exists(directory.resolve(US))) {
      for (Map<String, String> row : rows(directory.resolve(US))) {
        // Below six digits the United States divide in their own way.
        if (row.getOrDefault("code", "").length() <= 6) {
          addWords(official, row, "description");
        }
      }
    }
    List<Entry> ours = new ArrayList<>();
    for (int level = 2; level <= 6; level += 2) {
      ours.addAll(knowledge.hs().atLevel(level));
    }
    ours.addAll(KnowledgeCounts.dividing(knowledge));
    ours.removeIf(entry -> entry.description().isBlank());
    List<TooClose> tooClose = new ArrayList<>();
    ours.forEach(entry -> compareWords(entry, official, tooClose));
    return new OfficialCheck(faults, ours.size(), tooClose);
  }

  private static void compareCodes(
      String where, Set<String> ours, Set<String> official, List<TariffCheck.Fault> faults) {
    for (String code : official) {
      if (!ours.contains(code)) {
        faults.add(new TariffCheck.Fault(where, new Code(code) + " is missing here"));
      }
    }
    for (String code : ours) {
      if (!official.contains(code)) {
        faults.add(new TariffCheck.Fault(where, new Code(code) + " is no official code"));
      }
    }
  }

  private static void compareWords(
      Entry entry, Map<String, Set<String>> official, List<TooClose> tooClose) {
    for (String text : official.getOrDefault(entry.code().digits(), Set.of())) {
      String shared = WordOverlap.between(entry.description(), text);
      if (!shared.isEmpty()) {
        tooClose.add(new TooClose(entry.code(), entry.description(), text, shared));
        return;
      }
    }
  }

  private static Set<String> codes(Nomenclature nomenclature, int deepest) {
    Set<String> codes = new TreeSet<>();
    for (int level = 2; level <= deepest; level += 2) {
      nomenclature.atLevel(level).forEach(entry -> codes.add(entry.code().digits()));
    }
    return codes;
  }

  private static Set<String> codes(List<Map<String, String>> rows, int deepest) {
    Set<String> codes = new TreeSet<>();
    for (Map<String, String> row : rows) {
      String code = row.getOrDefault("code", "");
      if (code.length() <= deepest) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static void addWords(
      Map<String, Set<String>> official, Map<String, String> row, String column) {
    official
        .computeIfAbsent(row.getOrDefault("code", ""), code -> new LinkedHashSet<>())
        .add(row.getOrDefault(column, ""));
  }

  private static List<Map<String, String>> rows(Path file) throws TariffFileRefused, IOException {
    var faults = new Faults();
    SourceTable table = CsvSource.read(Files.readAllBytes(file), faults);
    if (!faults.isEmpty()) {
      throw faults.refusalOf(file);
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (SourceTable.Row row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < table.header().size(); i++) {
        cells.put(table.header().get(i), row.cells().get(i));
      }
      rows.add(cells);
    }
    return rows;
  }
}
