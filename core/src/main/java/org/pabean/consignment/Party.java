package org.pabean.consignment;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a consignment's papers. What is not known is empty.
 *
 * @param name person or company
 * @param street with house number
 * @param city or town
 * @param region state or province; may be empty
 * @param postcode may be empty
 * @param country ISO 3166-1 alpha-2
 * @param email may be empty
 * @param phone may be empty
 * @param taxId registration number for customs; may be empty
 * @param kind person or organisation; null if not known
 */
public record Party(
    String name,
    String street,
    String city,
    String region,
    String postcode,
    String country,
    String email,
    String phone,
    String taxId,
    @Nullable Kind kind) {

  /** Persons and organisations are declared differently. */
  public enum Kind {
    /** A natural person. */
    PERSON,
    /** A company, an authority, an association. */
    ORGANISATION
  }

  /** Checks that there is a name, an address and a country. */
  public Party {
    name = Texts.orEmpty(name);
    street = Texts.orEmpty(street);
    city = Texts.orEmpty(city);
    region = Texts.orEmpty(region);
    postcode = Texts.orEmpty(postcode);
    country = Texts.orEmpty(country);
    email = Texts.orEmpty(email);
    phone = Texts.orEmpty(phone);
    taxId = Texts.orEmpty(taxId);
    if (name.isEmpty() || street.isEmpty() || city.isEmpty()) {
      throw new IllegalArgumentException("a party needs name, street and city");
    }
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a country: give two letters such as VN".formatted(country));
    }
  }

  /** A party of which no more is known than where letters reach it. */
  public Party(
      String name,
      String street,
      String city,
      String postcode,
      String country,
      String email,
      String phone,
      String taxId) {
    this(name, street, city, "", postcode, country, email, phone, taxId, null);
  }
}
