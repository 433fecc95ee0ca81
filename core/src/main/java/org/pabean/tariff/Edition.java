package org.pabean.tariff;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The dated version of a nomenclature, such as {@code HS2022} or {@code AHTN2022}.
 *
 * @param id the short name that is stored with every code and assessment
 */
public record Edition(@JsonValue String id) {

  /** The Harmonized System as in force from 2017 to 2021. */
  public static final Edition HS2017 = new Edition("HS2017");

  /** The Harmonized System as in force since 1 January 2022. */
  public static final Edition HS2022 = new Edition("HS2022");

  /** The eight-digit lines that the members of ASEAN share, upon HS 2022. */
  public static final Edition AHTN2022 = new Edition("AHTN2022");

  /** Checks that the name is a short word. */
  public Edition {
    if (!id.matches("[A-Z][A-Z0-9-]{1,15}")) {
      throw new IllegalArgumentException("'%s' is not the name of an edition".formatted(id));
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
