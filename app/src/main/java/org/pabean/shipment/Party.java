package org.pabean.shipment;

/**
 * Somebody named in a shipment's papers.
 *
 * @param name person or company
 * @param street with house number
 * @param city or town
 * @param postcode may be empty
 * @param country ISO 3166-1 alpha-2
 * @param email may be empty
 * @param phone may be empty
 * @param taxId registration number for customs; may be empty
 */
public record Party(
    String name,
    String street,
    String city,
    String postcode,
    String country,
    String email,
    String phone,
    String taxId) {

  /** Checks that there is a name, an address and a country. */
  public Party {
    if (name.isBlank() || street.isBlank() || city.isBlank()) {
      throw new IllegalArgumentException("a party needs name, street and city");
    }
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a country: give two letters such as VN".formatted(country));
    }
  }
}
