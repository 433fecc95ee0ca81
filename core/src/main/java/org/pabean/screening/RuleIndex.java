package org.pabean.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a destination by the facts of which one must be true. */
final class RuleIndex {

  private final List<CompiledRule> rules;
  private final BitSet always = new BitSet();
  private final Map<String, BitSet> byAtom = new HashMap<>();

  RuleIndex(List<CompiledRule> rules) {
    this.rules = List.copyOf(rules);
    for (int i = 0; i < rules.size(); i++) {
      int number = i;
      rules
          .get(i)
          .condition()
          .needed()
          .ifPresentOrElse(
              atoms ->
                  atoms.forEach(
                      atom -> byAtom.computeIfAbsent(atom, a -> new BitSet()).set(number)),
              () -> always.set(number));
    }
  }

  /** All rules, in their order. */
  List<CompiledRule> rules() {
    return rules;
  }

  /** How many rules no fact can rule out. */
  int always() {
    return always.cardinality();
  }

  /** The rules that can fire on a listing, in their order. */
  List<CompiledRule> thatCanFire(Reading reading) {
    BitSet can = (BitSet) always.clone();
    reading.saidLists().forEach(list -> add(Atoms.said(list), can));
    reading.likelyCodes().forEach(code -> add(Atoms.code(code), can));
    add(Atoms.chapter(reading.top()), can);
    List<CompiledRule> rulesThatCan = new ArrayList<>(can.cardinality());
    for (int i = can.nextSetBit(0); i >= 0; i = can.nextSetBit(i + 1)) {
      rulesThatCan.add(rules.get(i));
    }
    return rulesThatCan;
  }

  private void add(String atom, BitSet can) {
    BitSet of = byAtom.get(atom);
    if (of != null) {
      can.or(of);
    }
  }
}
