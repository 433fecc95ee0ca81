package org.pabean.document;

import java.time.LocalDate;

/**
 * A commercial invoice as it was issued: the content of the form, whatever it looks like.
 *
 * @param number as printed on it
 * @param version from 1
 * @param date the day of issue
 * @param particulars what it says of the shipment
 */
record Invoice(String number, int version, LocalDate date, Particulars particulars) {

  /** Numbers and dates what is to be said. */
  static Invoice of(Particulars particulars, int version, LocalDate date) {
    String number = "INV-%s-%d".formatted(particulars.reference(), version);
    return new Invoice(number, version, date, particulars);
  }
}
