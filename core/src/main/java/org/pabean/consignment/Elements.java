package org.pabean.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Money;
import org.pabean.screening.Finding;

/**
 * All that papers may say of a consignment, by name. What a seller enters has the name of its path
 * in the record; what follows from that begins with {@code sum.} or stands alone in a line. Values
 * are texts, whole numbers, decimals and dates; what is not known is left out.
 *
 * @param header of the consignment as a whole
 * @param lines of each line, in their order
 * @param packages of each package, in their order
 */
record Elements(
    Map<String, Object> header,
    List<Map<String, Object>> lines,
    List<Map<String, Object>> packages) {

  private static final int PERMITS = 5;
  private static final Set<String> RESTRICTED = Set.of("prohibited", "permit", "registration");
  private static final Map<String, String> CURRENCY_OF =
      Map.of(
          "SG", "SGD", "MY", "MYR", "TH", "THB", "VN", "VND", "ID", "IDR", "PH", "PHP", "BN", "BND",
          "KH", "KHR", "LA", "LAK", "MM", "MMK");

  static Elements of(Cleared cleared) {
    Consignment said = cleared.consignment();
    Amounts amounts = Amounts.of(said);
    return new Elements(header(cleared, amounts), lines(cleared, amounts), packages(said));
  }

  /** What is paid with at a destination; empty where we do not know it. */
  private static String currencyOf(String destination) {
    return CURRENCY_OF.getOrDefault(destination, "");
  }

  private static Map<String, Object> header(Cleared cleared, Amounts amounts) {
    Consignment said = cleared.consignment();
    var values = new Values();
    values.put("reference", said.reference());
    values.put("destination", said.destination());
    values.put("regime", said.regime());
    values.put("reason", said.reason());
    values.put("incoterm", said.incoterm());
    values.put("place", said.place());
    values.put("currency", said.currency());
    values.put("shipBy", said.shipBy());
    values.put("invoice.number", cleared.invoiceNumber());
    values.put("invoice.date", cleared.date());
    party(values, "consignor", said.consignor());
    party(values, "consignee", said.consignee());
    party(values, "declarant", said.declarant());
    if (said.consignor().kind() != null && said.consignee().kind() != null) {
      values.put("sum.parties", said.consignor().kind() + "-" + said.consignee().kind());
    }
    transport(values, said.transport());
    amounts(values, cleared, amounts);
    packed(values, cleared);
    said.numbers().forEach((name, number) -> values.put("numbers." + name, number));
    said.rates().forEach((currency, rate) -> values.put("rates." + currency, rate));
    permits(values, said.lines().stream().flatMap(l -> l.permits().stream()).distinct().toList());
    preference(values, said.preference());
    values.put("sum.lines", said.lines().size());
    return values.map;
  }

  private static void party(Values values, String at, @Nullable Party party) {
    if (party == null) {
      return;
    }
    values.put(at + ".name", party.name());
    values.put(at + ".street", party.street());
    values.put(at + ".city", party.city());
    values.put(at + ".region", party.region());
    values.put(at + ".postcode", party.postcode());
    values.put(at + ".country", party.country());
    values.put(at + ".email", party.email());
    values.put(at + ".phone", party.phone());
    values.put(at + ".taxId", party.taxId());
    values.put(at + ".kind", party.kind());
    values.put(
        at + ".address",
        Stream.of(
                party.street(),
                (party.postcode() + " " + party.city()).strip(),
                party.region(),
                party.country())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private static void transport(Values values, Transport transport) {
    values.put("transport.mode", transport.mode());
    values.put("transport.service", transport.service());
    values.put("transport.carrier", transport.carrier());
    values.put("transport.vessel", transport.vessel());
    values.put("transport.itemId", transport.itemId());
    values.put("transport.masterNumber", transport.masterNumber());
    values.put("transport.masterDate", transport.masterDate());
    values.put("transport.houseNumber", transport.houseNumber());
    values.put("transport.houseDate", transport.houseDate());
    values.put("transport.loadingPort", transport.loadingPort());
    values.put("transport.unloadingPort", transport.unloadingPort());
    values.put("transport.departure", transport.departure());
    values.put("transport.arrival", transport.arrival());
  }

  private static void amounts(Values values, Cleared cleared, Amounts amounts) {
    values.put("sum.goods", amounts.goods());
    values.put("discount", amounts.discount());
    values.put("freight", amounts.freight());
    values.put("insurance", amounts.insurance());
    // VNACCS: A insured by itself, D not insured.
    values.put("sum.insuranceKind", amounts.insurance().signum() > 0 ? "A" : "D");
    values.put("sum.fob", amounts.fob());
    values.put("sum.cif", amounts.cif());
    Consignment said = cleared.consignment();
    String local = currencyOf(said.destination());
    values.put("sum.localCurrency", local);
    BigDecimal rate = rate(said, local);
    if (rate != null) {
      values.put("sum.rate", rate);
      values.put("sum.localCif", local(amounts.cif(), rate, local));
    }
  }

  private static @Nullable BigDecimal rate(Consignment said, String local) {
    return said.currency().equals(local) ? BigDecimal.ONE : said.rates().get(local);
  }

  private static BigDecimal local(BigDecimal amount, BigDecimal rate, String currency) {
    return Amounts.rounded(amount.multiply(rate), new Money(BigDecimal.ZERO, currency).decimals());
  }

  private static void packed(Values values, Cleared cleared) {
    values.put("sum.gross", kilograms(cleared.grossGrams()));
    values.put("sum.net", kilograms(cleared.netGrams()));
    List<Pack> packages = cleared.consignment().packages();
    if (!packages.isEmpty()) {
      values.put("sum.pieces", packages.stream().mapToInt(Pack::count).sum());
      List<String> types = packages.stream().map(Pack::type).distinct().toList();
      // Recommendation 21: PK for packages of several kinds.
      values.put("packages.type", types.size() == 1 ? types.get(0) : "PK");
      values.put("packages.marks", marks(packages));
    }
  }

  private static void permits(Values values, List<Permit> permits) {
    for (int i = 0; i < Math.min(PERMITS, permits.size()); i++) {
      Permit permit = permits.get(i);
      String at = "permits." + (i + 1) + ".";
      values.put(at + "type", permit.type());
      values.put(at + "number", permit.number());
      values.put(at + "authority", permit.authority());
      values.put(at + "issued", permit.issued());
    }
  }

  private static void preference(Values values, @Nullable Preference claim) {
    if (claim == null) {
      return;
    }
    values.put("preference.agreement", claim.agreement());
    values.put("preference.certificate", claim.certificate());
    values.put("preference.issued", claim.issued());
    values.put("preference.invoicer", claim.invoicer());
    party(values, "preference.producer", claim.producer());
    flag(values, "accumulation", claim.accumulation());
    flag(values, "partialCumulation", claim.partialCumulation());
    flag(values, "backToBack", claim.backToBack());
    flag(values, "thirdCountryInvoicing", claim.thirdCountryInvoicing());
    flag(values, "exhibition", claim.exhibition());
    flag(values, "deMinimis", claim.deMinimis());
  }

  private static void flag(Values values, String name, boolean set) {
    values.put("preference." + name, set ? "yes" : "");
  }

  private static List<Map<String, Object>> lines(Cleared cleared, Amounts amounts) {
    List<BigDecimal> fobs = amounts.fobs();
    List<BigDecimal> cifs = amounts.cifs();
    List<BigDecimal> freights = amounts.freights();
    List<BigDecimal> insurances = amounts.insurances();
    String local = currencyOf(cleared.consignment().destination());
    BigDecimal rate = rate(cleared.consignment(), local);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < cleared.lines().size(); i++) {
      var values = new Values();
      goods(values, cleared, i, amounts.decimals());
      values.put("amount", amounts.lines().get(i));
      values.put("fob", fobs.get(i));
      values.put("freight", freights.get(i));
      values.put("insurance", insurances.get(i));
      values.put("cif", cifs.get(i));
      String criterion = cleared.consignment().lines().get(i).originCriterion();
      if (criterion.contains("%") || criterion.startsWith("RVC")) {
        values.put("rvc", "yes");
        values.put("fobIfRvc", fobs.get(i));
      }
      if (rate != null) {
        values.put("localCif", local(cifs.get(i), rate, local));
      }
      lines.add(values.map);
    }
    return lines;
  }

  private static void goods(Values values, Cleared cleared, int index, int decimals) {
    Consignment.Line line = cleared.consignment().lines().get(index);
    values.put("number", index + 1);
    values.put("sku", line.listing().sku());
    values.put("description", line.listing().title());
    values.put("tariffLine", cleared.declared(index).digits());
    values.put("code6", cleared.declared(index).upTo(6).digits());
    values.put("origin", line.listing().origin());
    values.put("quantity", line.quantity().stripTrailingZeros());
    values.put("unit", line.unit());
    values.put("unitPrice", Amounts.tidy(line.unitPrice(), decimals));
    values.put("net", kilograms(line.netGrams()));
    values.put("brand", line.attribute("brand"));
    values.put("model", line.attribute("model"));
    values.put("year", line.attribute("year"));
    // What customs writes where goods have none.
    values.put("brandOrNone", orElse(line.attribute("brand"), "NO BRAND"));
    values.put("brandOrUnbranded", orElse(line.attribute("brand"), "UNBRANDED"));
    values.put("modelOrNone", orElse(line.attribute("model"), "-"));
    values.put("material", line.listing().material());
    values.put("condition", line.listing().condition().toLowerCase(Locale.ROOT));
    values.put("originCriterion", line.originCriterion());
    line.numbers().forEach((name, number) -> values.put("numbers." + name, number));
    for (int i = 0; i < line.serials().size(); i++) {
      values.put("serials." + (i + 1), line.serials().get(i));
    }
    permits(values, line.permits());
    List<Finding> findings = cleared.lines().get(index).findings();
    boolean restricted = findings.stream().anyMatch(f -> RESTRICTED.contains(f.status()));
    values.put("restricted", restricted ? "yes" : "no");
    values.put("phone", cleared.declared(index).digits().startsWith("851713") ? "yes" : "");
    List<Pack> packs = packagesOf(cleared.consignment(), index + 1);
    if (!packs.isEmpty()) {
      values.put("packages.count", packs.stream().mapToInt(Pack::count).sum());
      values.put("packages.type", packs.get(0).type());
      values.put("marks", marks(packs));
    }
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String marks(List<Pack> packs) {
    return packs.stream()
        .map(Pack::marks)
        .filter(mark -> !mark.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static List<Pack> packagesOf(Consignment said, int line) {
    return said.packages().stream()
        .filter(pack -> pack.contents().stream().anyMatch(content -> content.line() == line))
        .toList();
  }

  private static List<Map<String, Object>> packages(Consignment said) {
    List<Map<String, Object>> packages = new ArrayList<>();
    int number = 1;
    for (Pack pack : said.packages()) {
      var values = new Values();
      int last = number + pack.count() - 1;
      values.put("number", last == number ? "" + number : number + "–" + last);
      number = last + 1;
      values.put("type", pack.type());
      values.put("count", pack.count());
      values.put("marks", pack.marks());
      values.put("gross", kilograms(BigDecimal.valueOf(pack.grossGrams())));
      if (pack.isMeasured()) {
        values.put(
            "measures",
            "%s × %s × %s cm"
                .formatted(
                    centimetres(pack.lengthMm()),
                    centimetres(pack.widthMm()),
                    centimetres(pack.heightMm())));
      }
      values.put("net", net(said, pack));
      values.put(
          "contents",
          pack.contents().stream()
              .map(content -> contents(said, content))
              .collect(Collectors.joining("; ")));
      packages.add(values.map);
    }
    return packages;
  }

  private static String contents(Consignment said, Pack.Content content) {
    Consignment.Line line = said.lines().get(content.line() - 1);
    return "line %d: %s %s %s"
        .formatted(
            content.line(),
            content.quantity().stripTrailingZeros().toPlainString(),
            line.unit(),
            line.listing().title());
  }

  private static @Nullable BigDecimal net(Consignment said, Pack pack) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Pack.Content content : pack.contents()) {
      Integer each = said.lines().get(content.line() - 1).listing().weightGrams();
      if (each == null) {
        return null;
      }
      sum = sum.add(content.quantity().multiply(BigDecimal.valueOf(each)));
    }
    return pack.contents().isEmpty() ? null : kilograms(sum);
  }

  private static String centimetres(@Nullable Integer mm) {
    return mm == null
        ? ""
        : BigDecimal.valueOf(mm).movePointLeft(1).stripTrailingZeros().toPlainString();
  }

  private static @Nullable BigDecimal kilograms(@Nullable BigDecimal grams) {
    return grams == null ? null : grams.movePointLeft(3).stripTrailingZeros();
  }

  /** Leaves out what is not known. */
  private static final class Values {

    private final Map<String, Object> map = new LinkedHashMap<>();

    void put(String name, @Nullable Object value) {
      if (value instanceof Enum<?> constant) {
        map.put(name, constant.name());
      } else if (value != null && !value.equals("")) {
        map.put(name, value);
      }
    }
  }
}
