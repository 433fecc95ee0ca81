package org.pabean.consignment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.consignment.Consignment.Regime;
import org.pabean.consignment.FormField.CodeList;
import org.pabean.consignment.FormField.Condition;
import org.pabean.consignment.FormField.Level;
import org.pabean.consignment.FormField.Need;
import org.pabean.consignment.FormField.Type;

/** The forms that come with the program, from tables; docs/formats.md says how they are written. */
final class FormTables {

  private static final Map<String, Level> LEVELS =
      Map.of("H", Level.HEADER, "L", Level.LINE, "P", Level.PACKAGE);
  private static final Map<String, Need> NEEDS = Map.of("M", Need.MANDATORY, "C", Need.CONDITIONAL);
  private static final Map<String, Type> TYPES =
      Map.of("A", Type.ASCII, "W", Type.TEXT, "I", Type.INTEGER, "F", Type.DECIMAL, "D", Type.DATE);

  /** UN/LOCODE: country and place; ZZZ for a place that is not known. */
  private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

  private final Map<String, CodeList> lists;
  private final List<FormTable> tables;

  private FormTables() {
    lists = lists();
    tables = rows("forms.tsv").stream().map(this::table).toList();
  }

  /** The forms that come with the program. */
  static FormTables builtIn() {
    return Loaded.TABLES;
  }

  /** Read when first asked for. */
  private static final class Loaded {
    private static final FormTables TABLES = new FormTables();
  }

  List<FormTable> all() {
    return tables;
  }

  FormTable get(String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }

  private FormTable table(List<String> row) {
    Set<Regime> regimes =
        row.get(4).isEmpty()
            ? Set.of()
            : Arrays.stream(row.get(4).split(" ")).map(Regime::valueOf).collect(Collectors.toSet());
    Set<Integer> digits =
        Arrays.stream(row.get(6).split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
    String id = row.get(0);
    return new FormTable(
        id,
        PaperKind.valueOf(row.get(1)),
        row.get(2),
        row.get(3),
        regimes,
        Integer.parseInt(row.get(5)),
        digits,
        row.get(7),
        rows("forms/" + id + ".tsv").stream().map(this::field).toList());
  }

  private FormField field(List<String> row) {
    String rule = row.get(7);
    return new FormField(
        row.get(0),
        known(LEVELS, row.get(1), row),
        row.get(2),
        known(NEEDS, row.get(3), row),
        known(TYPES, row.get(4), row),
        row.get(5).isEmpty() ? 0 : Integer.parseInt(row.get(5)),
        row.get(6).isEmpty() ? -1 : Integer.parseInt(row.get(6)),
        pattern(rule),
        rule.startsWith("@") && !rule.equals("@locode")
            ? known(lists, rule.substring(1), row)
            : null,
        row.get(8),
        condition(row.get(9)),
        row.get(10));
  }

  private static @Nullable Pattern pattern(String rule) {
    if (rule.equals("@locode")) {
      return LOCODE;
    }
    return rule.startsWith("@") || rule.isEmpty() ? null : Pattern.compile(rule);
  }

  private static <T> T known(Map<String, T> map, String key, List<String> row) {
    return Objects.requireNonNull(map.get(key), () -> "'" + key + "' in " + row);
  }

  private static @Nullable Condition condition(String text) {
    if (text.isEmpty()) {
      return null;
    }
    boolean negated = text.startsWith("!");
    String[] parts = text.substring(negated ? 1 : 0).split("=", 2);
    return new Condition(
        parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split("\\|")), negated);
  }

  private static Map<String, CodeList> lists() {
    Map<String, List<List<String>>> byName =
        rows("lists.tsv").stream()
            .collect(
                Collectors.groupingBy(row -> row.get(0), LinkedHashMap::new, Collectors.toList()));
    Map<String, CodeList> lists =
        byName.entrySet().stream()
            .map(list -> list(list.getKey(), list.getValue()))
            .collect(Collectors.toMap(CodeList::name, Function.identity()));
    lists.put("countries", new CodeList("countries", countries(), Map.of()));
    lists.put("currencies", new CodeList("currencies", currencies(), Map.of()));
    return lists;
  }

  private static Map<String, String> countries() {
    return Arrays.stream(Locale.getISOCountries()).collect(Collectors.toMap(c -> c, c -> ""));
  }

  private static Map<String, String> currencies() {
    return Currency.getAvailableCurrencies().stream()
        .collect(Collectors.toMap(Currency::getCurrencyCode, Currency::getDisplayName));
  }

  private static CodeList list(String name, List<List<String>> rows) {
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> byOurs = new LinkedHashMap<>();
    for (List<String> row : rows) {
      codes.put(row.get(1), row.get(3));
      if (!row.get(2).isEmpty()) {
        byOurs.put(row.get(2), row.get(1));
      }
    }
    return new CodeList(
        name, Collections.unmodifiableMap(codes), Collections.unmodifiableMap(byOurs));
  }

  private static boolean saysSomething(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  /** The rows of a table without its head; blank lines and those that begin with # say nothing. */
  static List<List<String>> rows(String file) {
    try (InputStream in = FormTables.class.getResourceAsStream(file);
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      List<List<String>> rows = new ArrayList<>();
      int columns = 0;
      for (String line : reader.lines().filter(FormTables::saysSomething).toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        if (columns == 0) {
          columns = cells.size();
        } else if (cells.size() == columns) {
          rows.add(cells);
        } else {
          throw new IllegalStateException(
              "%s has a row of %d cells instead of %d: %s"
                  .formatted(file, cells.size(), columns, line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
