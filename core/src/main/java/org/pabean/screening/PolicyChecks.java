package org.pabean.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;

/**
 * What is looked at once the rules have fired: the value of the goods, and how settled the policy
 * on them is.
 */
final class PolicyChecks {

  /** For a pack that is tried alone. */
  static final PolicyChecks NONE =
      of(
          new LowValueSchemes(new LowValueFile("", List.of(), Map.of()), Rates.NONE),
          new VolatilityFile("", List.of()),
          List.of());

  private final LowValueSchemes schemes;
  private final VolatilityFile events;
  private final LowValue lowValue;
  private final Volatility volatility;

  private PolicyChecks(LowValueSchemes schemes, VolatilityFile events, List<RulePack> packs) {
    this.schemes = schemes;
    this.events = events;
    this.lowValue = new LowValue(schemes);
    this.volatility = new Volatility(events, packs);
  }

  /** The schemes, rates and events that come with the program. */
  static PolicyChecks builtIn(List<RulePack> packs) {
    return of(LowValueSchemes.builtIn(), VolatilityFile.builtIn(), packs);
  }

  static PolicyChecks of(LowValueSchemes schemes, VolatilityFile events, List<RulePack> packs) {
    return new PolicyChecks(schemes, events, packs);
  }

  /** The same schemes, rates and events beside other packs. */
  PolicyChecks beside(List<RulePack> packs) {
    return this == NONE ? this : of(schemes, events, packs);
  }

  List<Finding> findings(
      Listing listing, String destination, LocalDate date, Ranking ranking, List<Finding> fired) {
    Goods goods = Goods.of(fired, ranking);
    List<Finding> findings =
        new ArrayList<>(lowValue.findings(listing, destination, date, ranking, goods, fired));
    findings.addAll(volatility.findings(destination, date, goods, fired));
    return findings;
  }

  /** The versions of the files, for the record of an assessment; none if there are no files. */
  Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("low-value", schemes.version());
    versions.put("rates", schemes.rates().version());
    versions.put("volatility", volatility.version());
    versions.values().removeIf(String::isEmpty);
    return versions;
  }
}
