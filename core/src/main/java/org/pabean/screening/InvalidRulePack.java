package org.pabean.screening;

import java.util.List;

/** A rule pack that cannot be loaded; each fault names file, line, rule and how to mend it. */
public final class InvalidRulePack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  InvalidRulePack(String file, String reason) {
    this(List.of(PackFault.of(file, reason)));
  }

  InvalidRulePack(PackFault fault) {
    this(List.of(fault));
  }

  InvalidRulePack(List<PackFault> faults) {
    super(message(faults));
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, in the order of the file. */
  public List<PackFault> faults() {
    return faults;
  }

  private static String message(List<PackFault> faults) {
    int more = faults.size() - 1;
    return more == 0
        ? faults.get(0).toString()
        : "%s (and %d more %s)".formatted(faults.get(0), more, more == 1 ? "fault" : "faults");
  }
}
