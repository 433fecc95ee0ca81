package org.pabean.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.listing.Money;
import org.pabean.screening.Goods.Ground;
import org.pabean.screening.LowValueSchemes.Judged;
import org.pabean.screening.LowValueSchemes.Standing;
import org.pabean.text.NormalText;

/**
 * What the price of a listing means for its import: which scheme applies, and whether the price
 * itself must be looked at. Without a price it says nothing.
 */
final class LowValue {

  private static final String CATEGORY = "low_value";
  private static final BigDecimal PART_THAT_IS_FAR_BELOW = new BigDecimal(3);

  /** From here on a kind of goods is sure enough to expect its price. */
  private static final double SURE_ENOUGH = 0.50;

  private static final int MOST_DIGITS = 15;

  private final LowValueSchemes schemes;

  LowValue(LowValueSchemes schemes) {
    this.schemes = schemes;
  }

  String pack() {
    return "low-value@" + schemes.version();
  }

  List<Finding> findings(
      Listing listing,
      String destination,
      LocalDate date,
      Ranking ranking,
      Goods goods,
      List<Finding> fired) {
    Optional<Money> price = listing.knownPrice().filter(LowValue::isWorthJudging);
    if (price.isEmpty()) {
      return List.of();
    }
    List<Judged> judged = schemes.judge(destination, date, price.get(), goods);
    List<Finding> findings = new ArrayList<>();
    List<Judged> told = new ArrayList<>();
    List<Judged> excluded = new ArrayList<>();
    Set<BigDecimal> limits = new LinkedHashSet<>();
    for (Judged one : judged) {
      if (one.scheme().channel() != null) {
        channel(one, listing, fired, price.get(), told).ifPresent(findings::add);
      } else if (one.standing() == Standing.EXCLUDED) {
        excluded.add(one);
      } else {
        told.add(one);
        BigDecimal limit = one.scheme().test().atMost();
        // Two schemes with one limit are one question about one value.
        if (one.standing() == Standing.JUST_UNDER && limit != null && limits.add(limit)) {
          findings.add(justUnder(one, limit, price.get()));
        }
      }
    }
    // Several reliefs that leave the same goods out are one question about the goods.
    excluded.stream().limit(1).forEach(one -> findings.add(excluded(one, price.get())));
    implausible(price.get(), date, ranking).ifPresent(findings::add);
    if (!told.isEmpty()) {
      findings.add(note(told, price.get(), goods));
    }
    return findings;
  }

  /** Neither nothing nor a number of more digits than any price has, which would only cost time. */
  private static boolean isWorthJudging(Money price) {
    BigDecimal amount = price.amount();
    return amount.signum() > 0 && hasFewDigits(amount);
  }

  private static boolean hasFewDigits(BigDecimal amount) {
    return Math.abs((long) amount.scale()) <= MOST_DIGITS && amount.precision() <= MOST_DIGITS;
  }

  private Finding note(List<Judged> told, Money price, Goods goods) {
    Scheme first = told.get(0).scheme();
    List<String> texts = new ArrayList<>();
    for (Judged one : told) {
      texts.add("%s: %s.".formatted(one.scheme().name(), one.scheme().gives(goods)));
    }
    told.forEach(one -> addIfSaid(texts, one.scheme().trap()));
    return new Finding(
        told.stream().map(one -> one.scheme().id()).collect(Collectors.joining("+")),
        pack(),
        "Value schemes",
        CATEGORY,
        Effect.NOTE,
        "",
        Finding.PRICE,
        written(price),
        String.join(" ", texts),
        joined(told.stream().map(one -> one.scheme().authority()).toList()),
        joined(told.stream().map(one -> one.scheme().instrument()).toList()),
        first.source(),
        least(told.stream().map(one -> one.scheme().verified()).toList()),
        joined(told.stream().map(one -> one.scheme().needs()).toList()),
        Map.of());
  }

  private Finding justUnder(Judged one, BigDecimal limit, Money price) {
    Scheme.Test test = one.scheme().test();
    String adds = test.basis().equals("CIF") ? "Freight, insurance" : "Other goods in the parcel";
    String reason =
        "The value of %s lies just under the limit of %s (%s, each %s). %s or the day's rate may lift it over, so a person checks it. %s"
            .formatted(
                written(price, one.value(), test.currency()),
                written(limit, test.currency()),
                test.basis(),
                test.unit().name().toLowerCase(Locale.ROOT),
                adds,
                one.scheme().beyond());
    return hold(
        one.scheme(),
        "just-under",
        "Value just under a limit",
        new Ground(Finding.PRICE, written(price)),
        reason,
        "The price paid as on the invoice or the platform's order, freight and insurance.");
  }

  private Finding excluded(Judged one, Money price) {
    Scheme scheme = one.scheme();
    return hold(
        scheme,
        "excluded",
        "Goods that the relief leaves out",
        one.excluded() == null ? new Ground(Finding.PRICE, "") : one.excluded(),
        "%s does not extend to such goods, however little they cost (%s): duty, tax or excise is due."
            .formatted(scheme.name(), written(price)),
        "Who declares the goods and pays, and the permit or excise papers.");
  }

  /** Sales by one way of selling: told, or held where the listing says that it is sold so. */
  private Optional<Finding> channel(
      Judged one, Listing listing, List<Finding> fired, Money price, List<Judged> told) {
    Scheme scheme = one.scheme();
    Scheme.Channel channel = scheme.channel();
    boolean atHome = listing.origin().equals(scheme.destination());
    if (channel == null
        || atHome
        || one.standing() == Standing.EXCLUDED
        || fired.stream().anyMatch(finding -> channel.heldBy().contains(finding.rule()))) {
      return Optional.empty();
    }
    Optional<Ground> said = said(listing, channel.words());
    if (said.isEmpty()) {
      told.add(one);
      return Optional.empty();
    }
    Scheme.Test test = scheme.test();
    return Optional.of(
        hold(
            scheme,
            "channel",
            scheme.name(),
            said.get(),
            "The value is %s. %s."
                .formatted(written(price, one.value(), test.currency()), scheme.gives()),
            scheme.needs()));
  }

  private static Optional<Ground> said(Listing listing, List<String> words) {
    for (Listing.Text text : listing.texts()) {
      String normal = " " + NormalText.of(text.text()).text() + " ";
      for (String word : words) {
        int at = normal.indexOf(word);
        if (at > 0
            && !Character.isLetterOrDigit(normal.charAt(at - 1))
            && !Character.isLetterOrDigit(normal.charAt(at + word.length()))) {
          return Optional.of(new Ground(text.name(), word));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> implausible(Money price, LocalDate date, Ranking ranking) {
    Optional<Candidate> first =
        ranking.first().filter(candidate -> candidate.confidence() >= SURE_ENOUGH);
    Optional<LowValueFile.LeastPrice> least =
        first.flatMap(candidate -> schemes.leastPrice(candidate.code()));
    Optional<BigDecimal> dollars = schemes.rates().convert(price, "USD", date);
    if (first.isEmpty()
        || least.isEmpty()
        || dollars.isEmpty()
        || dollars.get().multiply(PART_THAT_IS_FAR_BELOW).compareTo(least.get().dollars()) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            "least-price",
            pack(),
            "Value far below what such goods cost",
            CATEGORY,
            Effect.HOLD,
            "",
            Finding.PRICE,
            written(price),
            "The listing reads as %s (%s), which hardly cost less than %s; it says %s. Either the value or the code is wrong."
                .formatted(
                    least.get().goods(),
                    first.get().code(),
                    written(least.get().dollars(), "USD"),
                    written(price, dollars.get(), "USD")),
            "",
            "WTO Customs Valuation Agreement, articles 1 and 17",
            "none",
            "no",
            "The price paid as on the invoice or the platform's order, and what exactly is sold.",
            Map.of()));
  }

  private Finding hold(
      Scheme scheme, String what, String title, Ground ground, String reason, String provide) {
    return new Finding(
        scheme.id() + ":" + what,
        pack(),
        title,
        CATEGORY,
        Effect.HOLD,
        "conditional",
        ground.field(),
        ground.matched(),
        reason.strip(),
        scheme.authority(),
        scheme.instrument(),
        scheme.source(),
        scheme.verified(),
        provide,
        Map.of());
  }

  private static void addIfSaid(List<String> texts, String text) {
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  private static String joined(List<String> texts) {
    return texts.stream()
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** The weakest of several flags. */
  private static String least(List<String> verified) {
    if (verified.contains("no")) {
      return "no";
    }
    return verified.contains("part") ? "part" : "yes";
  }

  /** A price, and what it is about in the currency it is compared in. */
  private static String written(Money price, BigDecimal value, String currency) {
    String own = written(price);
    return price.currency().equals(currency)
        ? own
        : "%s (about %s)".formatted(own, written(value, currency));
  }

  static String written(Money price) {
    return hasFewDigits(price.amount())
        ? written(price.amount(), price.currency())
        : price.currency() + " " + price.amount();
  }

  private static String written(BigDecimal amount, String currency) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    int decimals =
        whole ? 0 : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
    return currency + " " + String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }
}
