package org.pabean.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pabean.listing.Money;
import org.pabean.screening.Goods.Ground;
import org.pabean.tariff.Code;

/**
 * What destinations do with goods of low value: reliefs, tax collected at sale, and what either
 * needs, by date. Values in another currency are compared at approximate rates, for plausibility
 * only. Immutable and safe to share.
 */
public final class LowValueSchemes {

  private final LowValueFile file;
  private final Rates rates;
  private final Map<String, List<Scheme>> byDestination = new HashMap<>();

  LowValueSchemes(LowValueFile file, Rates rates) {
    this.file = file;
    this.rates = rates;
    for (Scheme scheme : file.schemes()) {
      byDestination.computeIfAbsent(scheme.destination(), key -> new ArrayList<>()).add(scheme);
    }
  }

  /** The schemes and rates that come with the program. */
  public static LowValueSchemes builtIn() {
    return new LowValueSchemes(LowValueFile.builtIn(), Rates.builtIn());
  }

  /** What is valued. */
  public enum Unit {
    /** One piece, as a listing offers it. */
    ITEM,
    /** All that is sent together. */
    CONSIGNMENT,
    /** All that is bought together. */
    ORDER
  }

  /** How a value stands to a scheme. */
  public enum Standing {
    /** The scheme applies. */
    APPLIES,
    /** It applies, but the value lies within a tenth below its limit. */
    JUST_UNDER,
    /** The value would do, but the scheme leaves such goods out. */
    EXCLUDED
  }

  /**
   * A scheme that takes a value.
   *
   * @param id such as {@code SG-OVR}
   * @param name a few words
   * @param standing how the value stands to it
   * @param gives what it means for duty and tax
   * @param needs what seller or carrier must have or send; empty if nothing
   * @param limit the value up to which it applies, in its own currency; null if there is none
   * @param instrument the law
   * @param source where it was read, or {@code none}
   * @param verified {@code yes}, {@code part} or {@code no}
   */
  public record Answer(
      String id,
      String name,
      Standing standing,
      String gives,
      String needs,
      @Nullable Money limit,
      String instrument,
      String source,
      String verified) {}

  /**
   * The schemes that take a value; empty if none does, or if the currency is not known.
   *
   * @param unit what the value is the value of: a scheme for single items says nothing about a
   *     consignment
   * @param categories the categories of the rules that fired on the goods
   * @param codes the codes that the goods may have
   */
  public List<Answer> applicable(
      String destination,
      LocalDate date,
      Unit unit,
      Money value,
      Set<String> categories,
      List<Code> codes) {
    Map<String, Ground> grounds = new HashMap<>();
    categories.forEach(category -> grounds.put(category, new Ground("listing", "")));
    Goods goods = new Goods(grounds, codes);
    return judge(destination, date, value, goods).stream()
        .filter(judged -> unit == Unit.ITEM || judged.scheme().test().unit() != Unit.ITEM)
        .map(judged -> answer(judged, goods))
        .toList();
  }

  private static Answer answer(Judged judged, Goods goods) {
    Scheme scheme = judged.scheme();
    @Nullable BigDecimal limit = scheme.test().atMost();
    return new Answer(
        scheme.id(),
        scheme.name(),
        judged.standing(),
        scheme.gives(goods),
        scheme.needs(),
        limit == null ? null : new Money(limit, scheme.test().currency()),
        scheme.instrument(),
        scheme.source(),
        scheme.verified());
  }

  /**
   * A scheme and how a value stands to it.
   *
   * @param scheme the scheme
   * @param value the value in the scheme's currency
   * @param excluded why the goods are left out; null if they are not
   */
  record Judged(Scheme scheme, BigDecimal value, @Nullable Ground excluded) {

    Standing standing() {
      if (excluded != null) {
        return Standing.EXCLUDED;
      }
      return scheme.test().isJustUnder(value) ? Standing.JUST_UNDER : Standing.APPLIES;
    }
  }

  List<Judged> judge(String destination, LocalDate date, Money value, Goods goods) {
    List<Judged> judged = new ArrayList<>();
    for (Scheme scheme : byDestination.getOrDefault(destination, List.of())) {
      if (scheme.isInForce(date)) {
        rates
            .convert(value, scheme.test().currency(), date)
            .filter(scheme.test()::takes)
            .map(amount -> new Judged(scheme, amount, goods.within(scheme.excludes()).orElse(null)))
            .ifPresent(judged::add);
      }
    }
    return judged;
  }

  /**
   * The least that goods of a code plausibly cost, by the longest prefix of the code that is known.
   */
  Optional<LowValueFile.LeastPrice> leastPrice(Code code) {
    for (int level = Math.min(6, code.level()); level >= 2; level -= 2) {
      LowValueFile.LeastPrice price = file.leastPrices().get(code.digits().substring(0, level));
      if (price != null) {
        return Optional.of(price);
      }
    }
    return Optional.empty();
  }

  Rates rates() {
    return rates;
  }

  String version() {
    return file.version();
  }
}
