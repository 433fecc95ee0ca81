package org.pabean.screening;

import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;

/**
 * A rule of a pack, ready to be asked.
 *
 * @param pack whose rule it is
 * @param rule the rule
 * @param condition its condition, compiled
 */
record CompiledRule(RulePack pack, Rule rule, Conditions.Condition condition) {

  /**
   * Whether it fires.
   *
   * @throws ScreeningFailed if that cannot be told; the item must then be held
   */
  boolean holds(Map<String, Object> item) {
    try {
      return condition.holds(item);
    } catch (CelEvaluationException | IllegalStateException | IllegalArgumentException e) {
      throw new ScreeningFailed(pack.label() + "/" + rule.id(), e);
    }
  }

  /** What it says of a listing on which it fired. */
  Finding finding(Reading reading) {
    Said words = words(reading);
    return new Finding(
        rule.id(),
        pack.label(),
        rule.title(),
        rule.category(),
        rule.applied(),
        rule.status(),
        words.field(),
        words.matched(),
        reason(words),
        rule.authority(),
        rule.instrument(),
        rule.source(),
        rule.verified(),
        rule.provide(),
        rule.ask());
  }

  /** Whoever sees letters that are not what they seem is told what they were read as. */
  private String reason(Said words) {
    return words.disguised()
        ? "%s \"%s\" is read as \"%s\".".formatted(rule.reason(), words.matched(), words.phrase())
        : rule.reason();
  }

  private Said words(Reading reading) {
    if (condition.asksForDisguise()) {
      return reading.said().stream()
          .filter(Said::disguised)
          .findFirst()
          .orElseGet(() -> code(reading));
    }
    return reading.said().stream()
        .filter(said -> condition.named().contains(Atoms.said(said.list())))
        .findFirst()
        .orElseGet(() -> code(reading));
  }

  private Said code(Reading reading) {
    List<String> prefixes =
        condition.named().stream()
            .filter(atom -> !atom.startsWith("said:"))
            .map(atom -> atom.substring(atom.indexOf(':') + 1))
            .toList();
    return reading.ranking().candidates().stream()
        .map(candidate -> candidate.code())
        .filter(code -> prefixes.stream().anyMatch(code.digits()::startsWith))
        .findFirst()
        .map(code -> Said.other("code", code.dotted()))
        .orElseGet(() -> price(reading));
  }

  private Said price(Reading reading) {
    return reading
        .listing()
        .knownPrice()
        .filter(price -> condition.asksForValue())
        .map(price -> Said.other(Finding.PRICE, LowValue.written(price)))
        .orElse(Said.other("listing", ""));
  }
}
