package org.pabean.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The tariff of one country as an official file stated it on a date.
 *
 * @param country two letters, ISO 3166-1
 * @param name what the edition is called, such as {@code BTKI}
 * @param asOf the date whose law it states
 * @param file the name of the file it was imported from
 * @param sha256 the fingerprint of that file
 * @param columns the columns of rates and policies, in the order of the file
 * @param lines the lines, in code order
 */
public record NationalEdition(
    String country,
    String name,
    LocalDate asOf,
    String file,
    String sha256,
    List<NationalColumn> columns,
    List<NationalLine> lines) {

  /** Checks the country, copies the lists and puts the lines in order. */
  public NationalEdition {
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a country: give two letters such as VN".formatted(country));
    }
    columns = List.copyOf(columns);
    lines = lines.stream().sorted(Comparator.comparing(NationalLine::code)).toList();
  }

  /** The lines at or below a code, in code order. */
  public List<NationalLine> within(Code code) {
    return lines.stream().filter(line -> line.code().isWithin(code)).toList();
  }
}
