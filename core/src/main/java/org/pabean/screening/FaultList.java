package org.pabean.screening;

import java.util.ArrayList;
import java.util.List;

/** Gathers faults, so that whoever mends a file sees all of them at once. */
final class FaultList {

  private final List<PackFault> faults = new ArrayList<>();

  /** Runs a check; what it finds is kept, and the next one can run. */
  void gather(Runnable check) {
    gather("", check);
  }

  /** The same for a check of one rule. */
  void gather(String rule, Runnable check) {
    try {
      check.run();
    } catch (InvalidRulePack e) {
      e.faults().stream()
          .map(fault -> rule.isEmpty() ? fault : fault.inRule(rule))
          .filter(fault -> !faults.contains(fault))
          .forEach(faults::add);
    }
  }

  int size() {
    return faults.size();
  }

  /** Ends the reading if anything is wrong. */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new InvalidRulePack(faults);
    }
  }
}
