package org.pabean.listing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in a currency.
 *
 * @param amount zero or more, in the main unit (dollars, not cents)
 * @param currency ISO 4217 code such as {@code SGD}
 */
public record Money(BigDecimal amount, String currency) {

  /** Checks the sign and the currency. */
  public Money {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("the price %s is negative".formatted(amount));
    }
    currency = currency.strip().toUpperCase(Locale.ROOT);
    if (!isCurrency(currency)) {
      throw new IllegalArgumentException(
          "'%s' is not a currency: give an ISO 4217 code such as SGD".formatted(currency));
    }
  }

  /** The number of decimals the currency has: 2 for SGD, 0 for VND. */
  public int decimals() {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }
}
