package org.pabean.screening;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pabean.classify.Candidate;
import org.pabean.classify.Ranking;
import org.pabean.listing.Listing;
import org.pabean.text.NormalText;

/** Runs the rule packs of a destination over listings. Immutable and safe to share. */
public final class Screener {

  /** A candidate below this confidence does not make a rule fire. */
  private static final double WORTH_SCREENING = 0.10;

  private static final List<String> PACKS =
      List.of("traps", "sg", "my", "th", "vn", "id", "ph", "bn", "kh", "la", "mm", "tl");
  private static final List<String> PHRASES =
      List.of(
          "phrases",
          "phrases-id",
          "phrases-my",
          "phrases-others",
          "phrases-ph",
          "phrases-th",
          "phrases-traps");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'\\s+in\\s+item\\.(said|codes)");

  private final Phrases phrases;
  private final List<RulePack> packs;
  private final List<CompiledRule> rules = new ArrayList<>();

  private Screener(Phrases phrases, List<RulePack> packs) {
    this.phrases = phrases;
    this.packs = List.copyOf(packs);
    var compiler = new Conditions();
    for (RulePack pack : packs) {
      for (Rule rule : pack.rules()) {
        rules.add(new CompiledRule(pack, rule, compile(compiler, pack, rule)));
      }
    }
    rules.forEach(this::prove);
  }

  private record CompiledRule(RulePack pack, Rule rule, Conditions.Condition condition) {

    boolean holds(Map<String, Object> item) {
      try {
        return condition.holds(item);
      } catch (CelEvaluationException | IllegalStateException e) {
        throw new ScreeningFailed(pack.label() + "/" + rule.id(), e);
      }
    }
  }

  /** The packs and phrase lists that come with the program. */
  public static Screener builtIn() {
    return new Screener(
        builtInPhrases(),
        PACKS.stream().map(pack -> RulePackFile.pack("rules/" + pack + ".yaml")).toList());
  }

  /**
   * A screener of one pack alone, with the phrase lists that come with the program.
   *
   * @param name the file's name, for messages
   * @throws InvalidRulePack if the pack is faulty: an example that does not behave is a fault
   */
  public static Screener of(String name, Reader yaml) {
    return new Screener(builtInPhrases(), List.of(RulePackFile.pack(name, yaml)));
  }

  private static Phrases builtInPhrases() {
    return Phrases.of(
        PhraseFile.resources(PHRASES.stream().map(file -> "rules/" + file + ".yaml").toList()));
  }

  /** The packs loaded. */
  public List<RulePack> packs() {
    return packs;
  }

  /** Pack labels by destination, for the record of an assessment. */
  public Map<String, String> versions(String destination) {
    Map<String, String> versions = new TreeMap<>();
    packs.stream()
        .filter(pack -> pack.screens(destination))
        .forEach(pack -> versions.put(pack.id(), pack.version()));
    return versions;
  }

  /** Whether any pack was made for imports into the destination. */
  public boolean covers(String destination) {
    return packs.stream().anyMatch(pack -> pack.destination().equals(destination));
  }

  /**
   * The findings on a listing, in the order of packs and rules.
   *
   * @throws ScreeningFailed if a rule cannot be evaluated; the item must then be held
   */
  public List<Finding> screen(
      Listing listing, String destination, LocalDate date, Ranking ranking) {
    List<Said> said = phrases.said(listing);
    Map<String, Object> item = item(listing, destination, date, ranking, said);
    List<Finding> findings = new ArrayList<>();
    for (CompiledRule compiled : rules) {
      if (compiled.pack.screens(destination)
          && compiled.rule.isInForce(date)
          && compiled.holds(item)) {
        findings.add(finding(compiled.pack, compiled.rule, said, ranking));
      }
    }
    return findings;
  }

  private static Map<String, Object> item(
      Listing listing, String destination, LocalDate date, Ranking ranking, List<Said> said) {
    Map<String, Object> item = new HashMap<>();
    item.put("said", said.stream().map(Said::list).distinct().toList());
    item.put("codes", List.copyOf(likelyCodes(ranking)));
    item.put("top", ranking.first().map(c -> c.code().digits()).orElse(""));
    item.put("confidence", ranking.first().map(Candidate::confidence).orElse(0.0));
    item.put("margin", ranking.margin());
    item.put("title", NormalText.of(listing.title()).text());
    item.put("material", NormalText.of(listing.material()).text());
    item.put("use", NormalText.of(listing.use()).text());
    item.put("condition", NormalText.of(listing.condition()).text());
    item.put("origin", listing.origin());
    item.put("value", listing.knownPrice().map(p -> p.amount().doubleValue()).orElse(0.0));
    item.put("currency", listing.knownPrice().map(p -> p.currency()).orElse(""));
    Integer grams = listing.weightGrams();
    item.put("weight_g", grams == null ? 0.0 : grams.doubleValue());
    item.put("destination", destination);
    item.put("date", date.toString());
    return item;
  }

  private static Set<String> likelyCodes(Ranking ranking) {
    Set<String> codes = new HashSet<>();
    for (Candidate candidate : ranking.candidates()) {
      if (candidate.confidence() >= WORTH_SCREENING) {
        for (int level = 2; level <= candidate.code().level(); level += 2) {
          codes.add(candidate.code().upTo(level).digits());
        }
      }
    }
    return codes;
  }

  private static Finding finding(RulePack pack, Rule rule, List<Said> said, Ranking ranking) {
    Set<String> lists = new HashSet<>();
    Set<String> prefixes = new HashSet<>();
    Matcher quoted = QUOTED.matcher(rule.when());
    while (quoted.find()) {
      (quoted.group(2).equals("said") ? lists : prefixes).add(quoted.group(1));
    }
    Said words =
        said.stream()
            .filter(s -> lists.contains(s.list()))
            .findFirst()
            .orElseGet(() -> byCode(prefixes, ranking));
    return new Finding(
        rule.id(),
        pack.label(),
        rule.title(),
        rule.category(),
        rule.applied(),
        rule.status(),
        words.field(),
        words.matched(),
        rule.reason(),
        rule.authority(),
        rule.instrument(),
        rule.source(),
        rule.verified(),
        rule.provide(),
        rule.ask());
  }

  private static Said byCode(Set<String> prefixes, Ranking ranking) {
    return ranking.candidates().stream()
        .map(candidate -> candidate.code())
        .filter(code -> prefixes.stream().anyMatch(code.digits()::startsWith))
        .findFirst()
        .map(code -> Said.other("code", code.dotted()))
        .orElse(Said.other("listing", ""));
  }

  private Conditions.Condition compile(Conditions compiler, RulePack pack, Rule rule) {
    Matcher quoted = QUOTED.matcher(rule.when());
    while (quoted.find()) {
      if (quoted.group(2).equals("said") && !phrases.names().contains(quoted.group(1))) {
        throw new InvalidRulePack(
            where(pack, rule),
            "asks for the phrase list '%s', which does not exist; known are %s"
                .formatted(quoted.group(1), new java.util.TreeSet<>(phrases.names())));
      }
    }
    try {
      return compiler.compile(rule.when());
    } catch (CelValidationException e) {
      throw new InvalidRulePack(where(pack, rule), "the condition is not valid: " + e.getMessage());
    }
  }

  /** A pack is refused unless each rule does with its own examples what it should. */
  private void prove(CompiledRule compiled) {
    compiled.rule.fires().forEach(example -> prove(compiled, example, true));
    compiled.rule.quiet().forEach(example -> prove(compiled, example, false));
  }

  private void prove(CompiledRule compiled, Rule.Example example, boolean fires) {
    Rule rule = compiled.rule;
    LocalDate start = rule.effectiveFrom();
    LocalDate date =
        rule.isInForce(rule.lastChecked()) || start == null ? rule.lastChecked() : start;
    List<Said> said = phrases.said(example.listing());
    Ranking ranking = ExampleRanking.of(example.codes());
    String destination = compiled.pack.destination();
    if (compiled.holds(item(example.listing(), destination, date, ranking, said)) != fires) {
      throw new InvalidRulePack(
          where(compiled.pack, rule),
          "the example '%s' must %s the rule and does not; what was said: %s"
              .formatted(example.listing().title(), fires ? "fire" : "not fire", said));
    }
  }

  private static String where(RulePack pack, Rule rule) {
    return "pack %s, rule %s".formatted(pack.id(), rule.id().toUpperCase(Locale.ROOT));
  }
}
