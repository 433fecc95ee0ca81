package org.pabean.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pabean.classify.Ranking;
import org.pabean.tariff.Code;

/**
 * What goods are taken to be when their value and the policy on them are judged.
 *
 * @param categories the categories of the rules that fired, and what made them fire
 * @param codes the codes that the goods may well have, the likeliest first
 */
record Goods(Map<String, Ground> categories, List<Code> codes) {

  /** Goods are not judged by a code that is less likely than this. */
  private static final double LIKELY = 0.30;

  Goods {
    categories = Map.copyOf(categories);
    codes = List.copyOf(codes);
  }

  /**
   * Why goods belong to a group.
   *
   * @param field where in the listing it shows; {@code code} if a candidate shows it
   * @param matched the words or the code
   */
  record Ground(String field, String matched) {}

  /** The goods as the rules that fired and the classifier see them. */
  static Goods of(List<Finding> fired, Ranking ranking) {
    Map<String, Ground> categories = new HashMap<>();
    for (Finding finding : fired) {
      if (finding.effect() != Effect.SHADOW) {
        categories.putIfAbsent(finding.category(), new Ground(finding.field(), finding.matched()));
      }
    }
    return new Goods(
        categories,
        ranking.candidates().stream()
            .filter(candidate -> candidate.confidence() >= LIKELY)
            .map(candidate -> candidate.code())
            .toList());
  }

  /** Why the goods belong to a group; empty if they do not. */
  Optional<Ground> within(GoodsGroup group) {
    for (String category : group.categories()) {
      Ground ground = categories.get(category);
      if (ground != null) {
        return Optional.of(ground);
      }
    }
    return codes.stream()
        .filter(code -> group.codes().stream().anyMatch(code.digits()::startsWith))
        .findFirst()
        .map(code -> new Ground("code", code.dotted()));
  }
}
