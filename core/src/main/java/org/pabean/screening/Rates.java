package org.pabean.screening;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Money;

/**
 * Approximate exchange rates, to compare a price with a limit in another currency: for plausibility
 * only, never for declaring.
 *
 * @param version the date of this state of the table
 * @param tables units of each currency that one US dollar buys, by the first day of the table
 */
record Rates(String version, TreeMap<LocalDate, Map<String, BigDecimal>> tables) {

  private static final String DOLLAR = "USD";

  /** Dollars only. */
  static final Rates NONE =
      new Rates("", new TreeMap<>(Map.of(LocalDate.MIN, Map.of(DOLLAR, BigDecimal.ONE))));

  static Rates builtIn() {
    try (Reader reader = RulePackFile.open("rates.yaml")) {
      return read("rates.yaml", reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Rates read(String file, Reader reader) {
    YamlSection root = YamlSection.read(file, reader);
    root.allow(Set.of("version", "title", "tables"));
    TreeMap<LocalDate, Map<String, BigDecimal>> tables = new TreeMap<>();
    for (YamlSection table : root.sections("tables")) {
      table.allow(Set.of("from", "per_dollar"));
      LocalDate from = table.date("from");
      if (from == null) {
        throw table.fault("per_dollar", "'from' is missing: the first day of the table");
      }
      YamlSection section = table.section("per_dollar");
      Map<String, BigDecimal> rates = new HashMap<>();
      section.keys().forEach(currency -> rates.put(currency, rate(section, currency)));
      rates.put(DOLLAR, BigDecimal.ONE);
      tables.put(from, Map.copyOf(rates));
    }
    if (tables.isEmpty()) {
      throw root.fault("tables", "there is no table of rates");
    }
    return new Rates(root.text("version"), tables);
  }

  private static BigDecimal rate(YamlSection section, String currency) {
    BigDecimal rate = LowValueFile.number(section, currency);
    if (!LowValueFile.isCurrency(currency) || rate.signum() <= 0) {
      throw section.fault(
          currency,
          "'%s: %s' is not a currency and what one dollar buys of it; write SGD: 1.29"
              .formatted(currency, rate));
    }
    return rate;
  }

  /** The amount in another currency; empty if a rate is not known. */
  Optional<BigDecimal> convert(Money money, String currency, LocalDate date) {
    if (money.currency().equals(currency)) {
      return Optional.of(money.amount());
    }
    Map<String, BigDecimal> table = table(date);
    @Nullable BigDecimal from = table.get(money.currency());
    @Nullable BigDecimal to = table.get(currency);
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(money.amount().multiply(to).divide(from, MathContext.DECIMAL64));
  }

  /** The table in force on a day; before the first one, the first. */
  private Map<String, BigDecimal> table(LocalDate date) {
    var entry = tables.floorEntry(date);
    return entry == null ? tables.firstEntry().getValue() : entry.getValue();
  }
}
