package org.pabean.screening;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.screening.LowValueSchemes.Unit;

/**
 * The low-value schemes and least prices of one file; each fault names file and line.
 *
 * @param version the date of this state of the file
 * @param schemes in the order of the file
 * @param leastPrices by the digits that codes begin with
 */
record LowValueFile(String version, List<Scheme> schemes, Map<String, LeastPrice> leastPrices) {

  private static final Set<String> SCHEME_KEYS =
      Set.of(
          "id",
          "destination",
          "name",
          "authority",
          "instrument",
          "source",
          "verified",
          "effective_from",
          "effective_to",
          "last_checked",
          "test",
          "gives",
          "instead",
          "beyond",
          "needs",
          "trap",
          "excludes",
          "channel");
  private static final List<String> BASES = List.of("CIF", "FOB", "price");

  LowValueFile {
    schemes = List.copyOf(schemes);
    leastPrices = Map.copyOf(leastPrices);
  }

  /**
   * The least that goods of a kind plausibly cost.
   *
   * @param goods what they are called
   * @param dollars the least price of one, in US dollars
   */
  record LeastPrice(String goods, BigDecimal dollars) {}

  static LowValueFile builtIn() {
    try (Reader reader = RulePackFile.open("low-value.yaml")) {
      return read("low-value.yaml", reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LowValueFile read(String file, Reader reader) {
    YamlSection root = YamlSection.read(file, reader);
    root.allow(Set.of("version", "title", "sources", "schemes", "least_prices"));
    Map<String, String> sources = sources(root);
    List<Scheme> schemes = new ArrayList<>();
    for (YamlSection section : root.sections("schemes")) {
      Scheme scheme = scheme(section, sources);
      if (schemes.stream().anyMatch(other -> other.id().equals(scheme.id()))) {
        throw section.fault("id", "the scheme '%s' stands twice".formatted(scheme.id()));
      }
      schemes.add(scheme);
    }
    Map<String, LeastPrice> prices = new HashMap<>();
    for (YamlSection section : root.sections("least_prices")) {
      section.allow(Set.of("goods", "codes", "dollars"));
      var price = new LeastPrice(section.text("goods"), number(section, "dollars"));
      for (String code : GoodsGroup.codes(section)) {
        if (prices.put(code, price) != null) {
          throw section.fault("codes", "the code '%s' stands twice".formatted(code));
        }
      }
    }
    return new LowValueFile(root.text("version"), schemes, prices);
  }

  static Map<String, String> sources(YamlSection root) {
    Map<String, String> sources = new LinkedHashMap<>();
    if (root.has("sources")) {
      YamlSection section = root.section("sources");
      section.keys().forEach(key -> sources.put(key, section.text(key)));
    }
    return sources;
  }

  private static Scheme scheme(YamlSection section, Map<String, String> sources) {
    section.allow(SCHEME_KEYS);
    return new Scheme(
        section.text("id"),
        section.text("destination"),
        section.text("name"),
        section.text("authority"),
        section.text("instrument"),
        RulePackFile.source(section, sources),
        RulePackFile.known(section, "verified", Vocabulary.VERIFIED),
        section.date("effective_from"),
        period(section),
        RulePackFile.lastChecked(section),
        test(section.section("test")),
        section.text("gives"),
        instead(section),
        section.text("beyond", ""),
        section.text("needs", ""),
        section.text("trap", ""),
        section.has("excludes") ? GoodsGroup.read(section.section("excludes")) : GoodsGroup.NONE,
        channel(section));
  }

  private static @Nullable LocalDate period(YamlSection section) {
    @Nullable LocalDate from = section.date("effective_from");
    @Nullable LocalDate to = section.date("effective_to");
    if (from != null && to != null && to.isBefore(from)) {
      throw section.fault("effective_to", "the scheme ends on %s before it begins".formatted(to));
    }
    return to;
  }

  private static Scheme.Test test(YamlSection section) {
    section.allow(Set.of("basis", "unit", "currency", "above", "at_most", "below"));
    return new Scheme.Test(
        RulePackFile.known(section, "basis", BASES),
        unit(section),
        currency(section),
        limit(section, "above"),
        limit(section, "at_most"),
        limit(section, "below"));
  }

  private static String currency(YamlSection section) {
    String currency = section.text("currency");
    if (!isCurrency(currency)) {
      throw section.fault(
          "currency",
          "'%s' is not a currency; give an ISO 4217 code such as SGD".formatted(currency));
    }
    return currency;
  }

  static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(known -> known.getCurrencyCode().equals(code));
  }

  private static Unit unit(YamlSection section) {
    List<String> units = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      units.add(unit.name().toLowerCase(Locale.ROOT));
    }
    return Unit.valueOf(RulePackFile.known(section, "unit", units).toUpperCase(Locale.ROOT));
  }

  private static @Nullable BigDecimal limit(YamlSection section, String key) {
    return section.has(key) ? number(section, key) : null;
  }

  private static List<Scheme.Instead> instead(YamlSection section) {
    List<Scheme.Instead> instead = new ArrayList<>();
    for (YamlSection other : section.sections("instead")) {
      other.allow(Set.of("goods", "gives"));
      instead.add(new Scheme.Instead(GoodsGroup.read(other.section("goods")), other.text("gives")));
    }
    return instead;
  }

  private static Scheme.@Nullable Channel channel(YamlSection section) {
    if (!section.has("channel")) {
      return null;
    }
    YamlSection channel = section.section("channel");
    channel.allow(Set.of("words", "held_by"));
    return new Scheme.Channel(channel.texts("words"), Set.copyOf(channel.texts("held_by")));
  }

  static BigDecimal number(YamlSection section, String key) {
    String text = section.text(key);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw section.fault(key, "'%s: %s' is not a number; write 1500".formatted(key, text));
    }
  }
}
