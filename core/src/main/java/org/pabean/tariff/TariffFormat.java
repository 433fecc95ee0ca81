package org.pabean.tariff;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of one kind of official file mean.
 *
 * @param name what the edition is called if nobody names it
 * @param country whose tariff such files are; empty if they may be anybody's
 * @param fields header, in lower case, to field; {@link #DROPPED} for columns that only repeat
 * @param marks the headers by which the format is recognised
 * @param kind what rows such files have
 */
record TariffFormat(
    String name, String country, Map<String, String> fields, Set<String> marks, Kind kind) {

  static final String CODE = "code";
  static final String DESCRIPTION = "description";
  static final String LOCAL = "local";
  static final String UNIT = "unit";
  static final String PATH = "path";
  static final String INDENT = "indent";
  static final String DROPPED = "-";

  /** Copies what may be changed outside. */
  TariffFormat {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    marks = Set.copyOf(marks);
  }

  /** What rows a file has besides lines. */
  enum Kind {
    /** Every row has a code. */
    CODED,
    /** Rows without a code stand above lines and name what the lines below have in common. */
    WITH_TITLES,
    /** Every row has a code, and the file itself says which subheadings there are. */
    OF_ITS_OWN,
    /** Somebody said what the columns mean: rows with titles, and no column but those is kept. */
    STATED
  }

  private static final List<TariffFormat> KNOWN =
      List.of(
          of(
              "BTKI",
              "ID",
              Kind.CODED,
              """
              code code !
              description description !
              description_local local !
              unit unit
              mfn_rate mfn
              mfn_rate_raw mfn_raw
              export_duty_raw export_duty
              ppn_raw vat !
              ppnbm_raw luxury_tax !
              """),
          of(
              "XNK tariff",
              "VN",
              Kind.CODED,
              """
              code code !
              description description !
              description_local local !
              unit unit
              mfn_rate mfn
              mfn_rate_raw mfn_raw
              general_rate general !
              vat_rate vat
              policy_vi policy !
              """),
          of(
              "AHTN",
              "",
              Kind.CODED,
              """
              code code !
              level -
              parent -
              dashes - !
              description_en description !
              path_en path
              """),
          of(
              "HS",
              "",
              Kind.OF_ITS_OWN,
              """
              code code !
              level - !
              parent - !
              description description !
              section section !
              """),
          of(
              "HTS",
              "US",
              Kind.WITH_TITLES,
              """
              row -
              code code !
              digits -
              indent indent !
              description description !
              path -
              unit unit
              general_rate mfn !
              special_rate special
              column2_rate column2 !
              """),
          // The same as the United States publish it themselves.
          of(
              "HTS",
              "US",
              Kind.WITH_TITLES,
              """
              hts_number code !
              indent indent !
              description description !
              unit_of_quantity unit
              general_rate_of_duty mfn !
              special_rate_of_duty special
              column_2_rate_of_duty column2 !
              quota_quantity quota
              """));

  private static TariffFormat of(String name, String country, Kind kind, String columns) {
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> marks = new HashSet<>();
    for (String line : columns.lines().toList()) {
      String[] parts = line.split(" ");
      fields.put(parts[0], parts[1]);
      if (parts.length > 2) {
        marks.add(parts[0]);
      }
    }
    return new TariffFormat(name, country, fields, marks, kind);
  }

  /** The format that a header belongs to. */
  static Optional<TariffFormat> of(List<String> header) {
    return KNOWN.stream().filter(format -> format.fits(header)).findFirst();
  }

  /**
   * A format that somebody states, field to header.
   *
   * @throws IllegalArgumentException if the columns cannot mean that
   */
  static TariffFormat stated(String name, Map<String, String> headers) {
    if (!headers.containsKey(CODE)
        || !(headers.containsKey(DESCRIPTION) || headers.containsKey(LOCAL))) {
      throw new IllegalArgumentException(
          "say which columns hold code and description: code=Kode,description=Uraian");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    headers.forEach(
        (field, header) -> {
          if (!field.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                "'%s' cannot name a column: take small letters, digits and _".formatted(field));
          }
          if (fields.put(exact(header), field) != null) {
            throw new IllegalArgumentException(
                "the column '%s' is given two meanings; give it one".formatted(header));
          }
        });
    return new TariffFormat(name, "", fields, fields.keySet(), Kind.STATED);
  }

  /** The names of the formats that are recognised. */
  static List<String> names() {
    return KNOWN.stream().map(TariffFormat::name).distinct().toList();
  }

  /** Whether a header has all columns that this format needs. */
  boolean fits(List<String> header) {
    return missing(header).isEmpty();
  }

  /** The columns that this format needs and a header has not. */
  List<String> missing(List<String> header) {
    Set<String> names = new HashSet<>(header.stream().map(this::key).toList());
    return marks.stream().filter(mark -> !names.contains(mark)).sorted().toList();
  }

  /**
   * The field of each column, in their order. A column that the format does not know keeps its own
   * name, unless the columns were stated.
   */
  List<String> fieldsOf(List<String> header) {
    return header.stream()
        .map(this::key)
        .map(key -> fields.getOrDefault(key, kind == Kind.STATED || key.isEmpty() ? DROPPED : key))
        .toList();
  }

  /** Whether a row without a code is a title. */
  boolean hasTitles() {
    return kind == Kind.WITH_TITLES || kind == Kind.STATED;
  }

  // A stated header is compared as it stands: 'BM' and 'BM (%)' may be two columns.
  private String key(String header) {
    return kind == Kind.STATED ? exact(header) : name(header);
  }

  private static String exact(String header) {
    return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String name(String header) {
    return header
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }
}
