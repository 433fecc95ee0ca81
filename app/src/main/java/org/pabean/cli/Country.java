package org.pabean.cli;

import java.util.Locale;
import java.util.Set;

/**
 * A country as commands name it.
 *
 * @param code two capital letters
 */
record Country(String code) {

  private static final Set<String> ISO = Set.of(Locale.getISOCountries());
  // Whose tariffs build on the lines of AHTN 2022.
  private static final Set<String> WITH_AHTN =
      Set.of("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN");

  /**
   * Reads two letters, small or capital.
   *
   * @throws IllegalArgumentException if no country has them
   */
  static Country parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (!ISO.contains(code)) {
      throw new IllegalArgumentException(
          "'%s' is not a country: give two letters such as VN".formatted(text));
    }
    return new Country(code);
  }

  /** Its English name. */
  String name() {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  /** Whether its tariff builds on the lines of AHTN 2022. */
  boolean hasAhtn() {
    return WITH_AHTN.contains(code);
  }
}
