package org.pabean.screening;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;

/** Runs the rule packs of a destination over listings. Immutable and safe to share. */
public final class Screener {

  private static final String EVERYWHERE = "*";

  static final List<String> PACKS =
      List.of(
          "data-quality",
          "traps",
          "sg",
          "my",
          "th",
          "vn",
          "id",
          "ph",
          "bn",
          "kh",
          "la",
          "mm",
          "tl");

  private static final List<String> PHRASES =
      List.of(
          "phrases",
          "phrases-id",
          "phrases-my",
          "phrases-others",
          "phrases-ph",
          "phrases-th",
          "phrases-traps");

  private final Phrases phrases;
  private final List<RulePack> packs;
  private final List<CompiledRule> rules;
  private final Map<String, RuleIndex> rulesOf = new HashMap<>();
  private final PolicyChecks checks;
  private final String unavailable;

  private Screener(Phrases phrases, List<RulePack> packs, PolicyChecks checks) {
    this(phrases, packs, checks, List.of(), "");
  }

  /**
   * Compiles and proves the packs.
   *
   * @param known rules of another screener with the same phrases: they were proved there
   * @param unavailable why it cannot screen; empty if it can
   */
  private Screener(
      Phrases phrases,
      List<RulePack> packs,
      PolicyChecks checks,
      List<CompiledRule> known,
      String unavailable) {
    this.phrases = phrases;
    this.packs = List.copyOf(packs);
    this.checks = checks;
    this.unavailable = unavailable;
    this.rules = rules(known);
    Set<String> destinations = new TreeSet<>(Set.of(EVERYWHERE));
    packs.forEach(pack -> destinations.add(pack.destination()));
    for (String destination : destinations) {
      rulesOf.put(
          destination,
          new RuleIndex(rules.stream().filter(r -> r.pack().screens(destination)).toList()));
    }
  }

  private List<CompiledRule> rules(List<CompiledRule> known) {
    IdentityHashMap<RulePack, List<CompiledRule>> proved = new IdentityHashMap<>();
    known.forEach(rule -> proved.computeIfAbsent(rule.pack(), p -> new ArrayList<>()).add(rule));
    List<CompiledRule> all = new ArrayList<>();
    var conditions = new Conditions();
    var faults = new FaultList();
    for (RulePack pack : packs) {
      List<CompiledRule> done = proved.get(pack);
      if (done != null) {
        all.addAll(done);
        continue;
      }
      for (Rule rule : pack.rules()) {
        faults.gather(
            rule.id(),
            () -> {
              CompiledRule compiled = compile(conditions, pack, rule);
              prove(compiled);
              all.add(compiled);
            });
      }
    }
    faults.refuse();
    return List.copyOf(all);
  }

  /** The packs and phrase lists that come with the program. */
  public static Screener builtIn() {
    List<RulePack> packs = builtInPacks();
    return new Screener(Phrases.of(builtInLists()), packs, PolicyChecks.builtIn(packs));
  }

  /**
   * A screener of one pack alone, with the phrase lists that come with the program.
   *
   * @param name the file's name, for messages
   * @throws InvalidRulePack if the pack is faulty: an example that does not behave is a fault
   */
  public static Screener of(String name, Reader yaml) {
    return new Screener(
        Phrases.of(builtInLists()), List.of(RulePackFile.pack(name, yaml)), PolicyChecks.NONE);
  }

  /** The built-in packs with other files beside them. */
  static Screener with(LowValueSchemes schemes, VolatilityFile events) {
    List<RulePack> packs = builtInPacks();
    return new Screener(Phrases.of(builtInLists()), packs, PolicyChecks.of(schemes, events, packs));
  }

  private static List<RulePack> builtInPacks() {
    return PACKS.stream().map(pack -> RulePackFile.pack("rules/" + pack + ".yaml")).toList();
  }

  /**
   * A screener of these packs alone, with the phrase lists that come with the program.
   *
   * @throws InvalidRulePack if a pack is faulty; all its faults are named
   */
  public static Screener of(List<RulePack> packs) {
    return new Screener(Phrases.of(builtInLists()), packs, PolicyChecks.NONE);
  }

  /** A screener that cannot tell, so that whatever is screened is held for a person. */
  public static Screener unavailable(String reason) {
    return new Screener(Phrases.of(List.of()), List.of(), PolicyChecks.NONE, List.of(), reason);
  }

  /**
   * The same with some packs instead of those of the same id, or beside them.
   *
   * @throws InvalidRulePack if one of them is faulty; all its faults are named
   */
  public Screener with(RulePack... others) {
    Map<String, RulePack> all = new LinkedHashMap<>();
    packs.forEach(pack -> all.put(pack.id(), pack));
    for (RulePack other : others) {
      all.put(other.id(), other);
    }
    List<RulePack> together = List.copyOf(all.values());
    return new Screener(phrases, together, checks.beside(together), rules, unavailable);
  }

  /** The built-in packs with a list of further phrases that no rule asks for: what do they cost? */
  public static Screener builtInWith(List<String> phrases) {
    List<PhraseList> lists = new ArrayList<>(builtInLists());
    lists.add(new PhraseList("further", phrases, List.of(), Set.of(), false));
    List<RulePack> packs = builtInPacks();
    return new Screener(Phrases.of(lists), packs, PolicyChecks.builtIn(packs));
  }

  /** How many phrases the built-in lists hold. */
  public static int builtInPhrases() {
    return builtInLists().stream().mapToInt(list -> list.phrases().size()).sum();
  }

  static List<PhraseList> builtInLists() {
    return PhraseFile.resources(PHRASES.stream().map(file -> "rules/" + file + ".yaml").toList());
  }

  /** The packs loaded. */
  public List<RulePack> packs() {
    return packs;
  }

  /** Versions of packs, schemes, rates and events, for the record of an assessment. */
  public Map<String, String> versions(String destination) {
    Map<String, String> versions = new TreeMap<>();
    packs.stream()
        .filter(pack -> pack.screens(destination))
        .forEach(pack -> versions.put(pack.id(), pack.version()));
    versions.putAll(checks.versions());
    return versions;
  }

  /** Whether any pack was made for imports into the destination. */
  public boolean covers(String destination) {
    return !unavailable.isEmpty()
        || packs.stream().anyMatch(pack -> pack.destination().equals(destination));
  }

  /**
   * The findings on a listing of a seller of whom nothing is known.
   *
   * @throws ScreeningFailed if a rule cannot be evaluated; the item must then be held
   */
  public List<Finding> screen(
      Listing listing, String destination, LocalDate date, Ranking ranking) {
    return screen(listing, destination, date, ranking, SellerHistory.NONE);
  }

  /**
   * The findings on a listing, in the order of packs and rules.
   *
   * @throws ScreeningFailed if a rule cannot be evaluated; the item must then be held
   */
  public List<Finding> screen(
      Listing listing, String destination, LocalDate date, Ranking ranking, SellerHistory seller) {
    return screen(read(listing, ranking, seller), destination, date);
  }

  /** Reads a listing once, to screen it for several destinations. */
  public Reading read(Listing listing, Ranking ranking, SellerHistory seller) {
    return new Reading(listing, ranking, seller, phrases.said(listing));
  }

  /**
   * The findings on a listing that was read: of the rules in the order of the packs, then of value
   * and policy.
   *
   * @throws ScreeningFailed if a rule cannot be evaluated; the item must then be held
   */
  public List<Finding> screen(Reading reading, String destination, LocalDate date) {
    if (!unavailable.isEmpty()) {
      throw new ScreeningFailed("of any pack", new IllegalStateException(unavailable));
    }
    return screen(reading, destination, date, index(destination).thatCanFire(reading));
  }

  /** The same, every rule evaluated: what the index must not change. */
  List<Finding> screenWithoutIndex(Reading reading, String destination, LocalDate date) {
    return screen(reading, destination, date, index(destination).rules());
  }

  RuleIndex index(String destination) {
    RuleIndex index = rulesOf.get(destination);
    return index == null ? rulesOf.getOrDefault(EVERYWHERE, new RuleIndex(List.of())) : index;
  }

  private List<Finding> screen(
      Reading reading, String destination, LocalDate date, List<CompiledRule> rules) {
    var item = new Item(reading, destination, date);
    List<Finding> findings = new ArrayList<>();
    for (CompiledRule compiled : rules) {
      if (!compiled.rule().isInForce(date)) {
        continue;
      }
      if (!compiled.condition().asksForTheWay()) {
        reading.everywhere(compiled, item).ifPresent(findings::add);
      } else if (compiled.holds(item)) {
        findings.add(compiled.finding(reading));
      }
    }
    findings.addAll(
        checks.findings(reading.listing(), destination, date, reading.ranking(), findings));
    return findings;
  }

  private CompiledRule compile(Conditions conditions, RulePack pack, Rule rule) {
    var compiled = new CompiledRule(pack, rule, conditions.compile(rule.when(), rule.whenAt()));
    for (String list : compiled.condition().lists()) {
      if (!phrases.names().contains(list)) {
        throw new InvalidRulePack(
            rule.whenAt()
                .fault(
                    "asks for the phrase list '%s', which does not exist.%s Known are %s"
                        .formatted(
                            list,
                            Nearest.hint("", list, phrases.names()),
                            new TreeSet<>(phrases.names()))));
      }
    }
    return compiled;
  }

  /** A pack is refused unless each rule does with its own examples what it should. */
  private void prove(CompiledRule compiled) {
    var faults = new FaultList();
    Rule rule = compiled.rule();
    rule.fires().forEach(e -> faults.gather(() -> prove(compiled, e, true)));
    rule.quiet().forEach(e -> faults.gather(() -> prove(compiled, e, false)));
    faults.refuse();
  }

  private void prove(CompiledRule compiled, Rule.Example example, boolean fires) {
    Rule rule = compiled.rule();
    LocalDate start = rule.effectiveFrom();
    LocalDate usual =
        rule.isInForce(rule.lastChecked()) || start == null ? rule.lastChecked() : start;
    LocalDate date = example.date() == null ? usual : example.date();
    Reading reading = read(example.listing(), ExampleRanking.of(example.codes()), example.seller());
    var item = new Item(reading, compiled.pack().destination(), date);
    if ((rule.isInForce(date) && compiled.holds(item)) != fires) {
      throw new InvalidRulePack(
          example
              .at()
              .fault(
                  (fires
                          ? "the example '%s' must fire the rule and does not; %s"
                          : "the example '%s' must not fire the rule and does; %s")
                      .formatted(example.listing().title(), said(reading))));
    }
  }

  private static String said(Reading reading) {
    String said =
        reading.said().stream()
            .map(s -> "'%s' of the list '%s'".formatted(s.matched(), s.list()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "it says %s".formatted(said.isEmpty() ? "no phrase of any list" : said);
  }
}
