package org.pabean.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Listing;
import org.pabean.listing.Money;
import org.pabean.tariff.Code;

/**
 * The one record from which all papers are filled. Prices are those of the goods alone: freight and
 * insurance stand beside them, whatever the incoterm.
 *
 * @param reference the seller's own number, once per seller
 * @param destination ISO country
 * @param regime how it is to be declared; null if nobody has said
 * @param consignor who sends
 * @param consignee who receives
 * @param declarant who declares; null if not known
 * @param incoterm three letters of Incoterms 2020
 * @param place the place that belongs to the incoterm
 * @param currency ISO 4217, for all amounts
 * @param freight zero or more
 * @param insurance zero or more
 * @param discount on the goods, zero or more
 * @param reason why the goods are sent
 * @param shipBy when it should leave, if known
 * @param transport how it travels
 * @param packages may be none while it is not packed
 * @param preference a claim to a lower duty; null if none is made
 * @param numbers further numbers that a destination asks for, such as {@code customsOffice}
 * @param rates how much of a currency one unit of this one is worth, as customs published
 * @param lines at least one
 */
public record Consignment(
    String reference,
    String destination,
    @Nullable Regime regime,
    Party consignor,
    Party consignee,
    @Nullable Party declarant,
    String incoterm,
    String place,
    String currency,
    BigDecimal freight,
    BigDecimal insurance,
    BigDecimal discount,
    Reason reason,
    @Nullable LocalDate shipBy,
    Transport transport,
    List<Pack> packages,
    @Nullable Preference preference,
    Map<String, String> numbers,
    Map<String, BigDecimal> rates,
    List<Line> lines) {

  /** The terms of Incoterms 2020. */
  public static final List<String> INCOTERMS =
      List.of("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF");

  private static final int LONGEST_REFERENCE = 40;

  /** How a consignment is declared at its destination. */
  public enum Regime {
    /** Under a relief or scheme for low values, in the carrier's data. */
    LOW_VALUE,
    /** By the post, with CN22 or CN23. */
    POSTAL,
    /** By a courier's simplified declaration. */
    EXPRESS,
    /** With a full declaration. */
    FORMAL
  }

  /** Why goods are sent. */
  public enum Reason {
    /** They were sold. */
    SALE,
    /** Nobody pays for them. */
    GIFT,
    /** To be looked at or tested. */
    SAMPLE,
    /** They go back. */
    RETURN,
    /** Papers without a value. */
    DOCUMENTS,
    /** Anything else. */
    OTHER
  }

  /**
   * Goods of one kind.
   *
   * @param listing the goods; their origin is needed, for every paper names it
   * @param quantity above zero
   * @param unit UNECE Recommendation 20, such as {@code PCE}
   * @param unitPrice in the consignment's currency
   * @param tariffLine the destination's line, where more digits are declared than were decided
   * @param permits what the goods have
   * @param serials IMEI or serial numbers, where they are declared
   * @param originCriterion of the agreement, such as {@code RVC 40%}; empty if none is claimed
   * @param numbers further values that a destination asks for each line
   */
  public record Line(
      Listing listing,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      @Nullable Code tariffLine,
      List<Permit> permits,
      List<String> serials,
      String originCriterion,
      Map<String, String> numbers) {

    /** Checks quantity, unit, price and that the origin is known. */
    public Line {
      permits = permits == null ? List.of() : List.copyOf(permits);
      serials = serials == null ? List.of() : List.copyOf(serials);
      originCriterion = Texts.orEmpty(originCriterion);
      numbers = numbers == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(numbers));
      unit = Texts.orEmpty(unit);
      if (quantity == null || quantity.signum() <= 0) {
        throw new IllegalArgumentException(
            "the quantity of '%s' must be above zero".formatted(listing.title()));
      }
      if (unitPrice == null || unitPrice.signum() < 0) {
        throw new IllegalArgumentException(
            "the unit price of '%s' must be zero or more".formatted(listing.title()));
      }
      if (!unit.matches("[A-Z0-9]{2,3}")) {
        throw new IllegalArgumentException(
            "'%s' is not a unit: give a UNECE code such as PCE or KGM".formatted(unit));
      }
      if (listing.origin().isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' has no country of origin, which the invoice must name"
                .formatted(listing.title()));
      }
    }

    /** A line of which only goods, quantity and price are known. */
    public Line(Listing listing, BigDecimal quantity, String unit, BigDecimal unitPrice) {
      this(listing, quantity, unit, unitPrice, null, List.of(), List.of(), "", Map.of());
    }

    /** Net weight of the whole line in grams; null if that of one unit is not known. */
    public @Nullable BigDecimal netGrams() {
      Integer each = listing.weightGrams();
      return each == null ? null : quantity.multiply(BigDecimal.valueOf(each));
    }

    /** The value of an attribute by its name, whatever its case; empty if there is none. */
    String attribute(String name) {
      return listing.attributes().entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("");
    }
  }

  /** Checks what no paper can do without, and that each package holds lines that are there. */
  public Consignment {
    reference = Texts.orEmpty(reference);
    destination = Texts.orEmpty(destination);
    incoterm = Texts.orEmpty(incoterm).toUpperCase(Locale.ROOT);
    place = Texts.orEmpty(place);
    currency = Texts.orEmpty(currency).toUpperCase(Locale.ROOT);
    freight = freight == null ? BigDecimal.ZERO : freight;
    insurance = insurance == null ? BigDecimal.ZERO : insurance;
    discount = discount == null ? BigDecimal.ZERO : discount;
    reason = reason == null ? Reason.SALE : reason;
    transport = transport == null ? Transport.UNKNOWN : transport;
    packages = packages == null ? List.of() : List.copyOf(packages);
    numbers = numbers == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(numbers));
    rates = rates == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(rates));
    lines = lines == null ? List.of() : List.copyOf(lines);
    if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
      throw new IllegalArgumentException("a shipment needs a reference of 1 to 40 characters");
    }
    if (!destination.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a destination: give two letters such as SG".formatted(destination));
    }
    if (!INCOTERMS.contains(incoterm)) {
      throw new IllegalArgumentException(
          "'%s' is not an incoterm: give one of %s".formatted(incoterm, INCOTERMS));
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a shipment needs at least one line");
    }
    checkMoney(currency, freight, insurance, discount, rates);
    checkContents(packages, lines.size());
  }

  /** Net weight in grams; null if that of a line is not known. */
  public @Nullable BigDecimal netGrams() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      BigDecimal grams = line.netGrams();
      if (grams == null) {
        return null;
      }
      sum = sum.add(grams);
    }
    return sum;
  }

  private static void checkMoney(
      String currency,
      BigDecimal freight,
      BigDecimal insurance,
      BigDecimal discount,
      Map<String, BigDecimal> rates) {
    new Money(freight, currency);
    new Money(insurance, currency);
    new Money(discount, currency);
    rates.forEach(
        (other, rate) -> {
          new Money(rate, other);
          if (rate.signum() == 0) {
            throw new IllegalArgumentException(
                "the rate of %s must be above zero".formatted(other));
          }
        });
  }

  private static void checkContents(List<Pack> packages, int lines) {
    for (Pack pack : packages) {
      for (Pack.Content content : pack.contents()) {
        if (content.line() < 1 || content.line() > lines) {
          throw new IllegalArgumentException(
              "a package holds line %d, but the lines are 1 to %d"
                  .formatted(content.line(), lines));
        }
      }
    }
  }
}
