package org.pabean.tariff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Reads the official file of a nation's tariff, CSV or XLSX. Indonesia's BTKI, Vietnam's tariff
 * sheet, tables of AHTN, the list of HS and the HTS of the United States are recognised by their
 * header; of any other file one says what its columns mean. A file with a fault is refused whole.
 */
public final class TariffFile {

  private static final int SHORTEST_WORKBOOK = 100;

  private TariffFile() {}

  /**
   * What the file does not say itself.
   *
   * @param country whose tariff it is; empty if the format says it
   * @param name what the edition is called; empty for a name after the format
   * @param asOf the date whose law it states
   * @param columns field to header, such as {@code mfn} to {@code BM}; empty if the format is known
   */
  public record Statement(
      String country, String name, LocalDate asOf, Map<String, String> columns) {

    /** Checks the country and copies the columns. */
    public Statement {
      if (!country.matches("([A-Z]{2})?")) {
        throw new IllegalArgumentException(
            "'%s' is not a country: give two letters such as VN".formatted(country));
      }
      columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
  }

  /**
   * Reads a file whole.
   *
   * @throws TariffFileRefused if anything in it is wrong
   * @throws IllegalArgumentException if the columns cannot mean what is stated
   * @throws IOException if the file cannot be opened
   */
  public static NationalEdition read(Path file, Statement statement)
      throws TariffFileRefused, IOException {
    Optional<TariffFormat> stated =
        statement.columns().isEmpty()
            ? Optional.empty()
            : Optional.of(TariffFormat.stated(stem(file), statement.columns()));
    byte[] bytes = Files.readAllBytes(file);
    var faults = new Faults();
    SourceTable table = table(file, bytes, stated, faults);
    TariffFormat format = formatOf(file, table.header(), stated, faults);
    String country = countryOf(file, format, statement);
    var lines = new TariffLines(format, table.header(), Nomenclature.hs2022(), faults);
    List<NationalLine> read = lines.read(table.rows());
    if (!faults.isEmpty()) {
      throw faults.refusalOf(file);
    }
    if (read.isEmpty()) {
      throw TariffFileRefused.asAWhole(file, "holds no tariff lines below its header");
    }
    String name = statement.name().isBlank() ? format.name() : statement.name().strip();
    return new NationalEdition(
        country,
        name,
        statement.asOf(),
        String.valueOf(file.getFileName()),
        sha256(bytes),
        lines.columns(),
        read);
  }

  private static SourceTable table(
      Path file, byte[] bytes, Optional<TariffFormat> stated, Faults faults)
      throws TariffFileRefused {
    if (bytes.length < SHORTEST_WORKBOOK) {
      return CsvSource.read(bytes, faults);
    }
    if (ReadableWorkbook.isOLE2Header(bytes)) {
      throw TariffFileRefused.asAWhole(file, "is an old workbook; save it as .xlsx");
    }
    if (!ReadableWorkbook.isOOXMLZipHeader(bytes)) {
      return CsvSource.read(bytes, faults);
    }
    try {
      return SheetSource.read(
          bytes,
          row -> stated.map(f -> f.fits(row)).orElse(TariffFormat.of(row).isPresent()),
          faults);
    } catch (IOException | RuntimeException e) {
      throw TariffFileRefused.asAWhole(
          file, "is not a readable XLSX workbook; save it again as .xlsx");
    }
  }

  private static TariffFormat formatOf(
      Path file, List<String> header, Optional<TariffFormat> stated, Faults faults)
      throws TariffFileRefused {
    if (header.isEmpty()) {
      throw TariffFileRefused.asAWhole(file, "is empty");
    }
    String found = "found: " + String.join(", ", header);
    Optional<TariffFormat> format = stated.isPresent() ? stated : TariffFormat.of(header);
    if (format.isEmpty()) {
      throw faults.isEmpty()
          ? TariffFileRefused.asAWhole(
              file,
              "the header is of no format known here (%s); say what the columns mean with --map code=…,description=…; %s"
                  .formatted(String.join(", ", TariffFormat.names()), found))
          : faults.refusalOf(file);
    }
    List<String> missing = format.get().missing(header);
    if (!missing.isEmpty()) {
      throw TariffFileRefused.asAWhole(
          file, "has no column '%s'; %s".formatted(String.join("', '", missing), found));
    }
    Set<String> fields = new HashSet<>();
    for (String field : format.get().fieldsOf(header)) {
      if (!field.equals(TariffFormat.DROPPED) && !fields.add(field)) {
        throw TariffFileRefused.asAWhole(
            file,
            "two columns mean '%s'; rename or delete one of them; %s".formatted(field, found));
      }
    }
    return format.get();
  }

  private static String countryOf(Path file, TariffFormat format, Statement statement)
      throws TariffFileRefused {
    if (format.country().isEmpty() && statement.country().isEmpty()) {
      throw TariffFileRefused.asAWhole(
          file, "does not say whose tariff it is; add --country with two letters such as MY");
    }
    if (format.country().isEmpty()) {
      return statement.country();
    }
    if (!statement.country().isEmpty() && !statement.country().equals(format.country())) {
      throw TariffFileRefused.asAWhole(
          file,
          "is a file of %s (%s), not of %s; leave --country out, or say what its columns mean with --map"
              .formatted(format.country(), format.name(), statement.country()));
    }
    return format.country();
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "");
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
