package org.pabean.screening;

/** A rule that could not be evaluated; the item must be held. */
public final class ScreeningFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  ScreeningFailed(String rule, Throwable cause) {
    super("the rule %s could not be evaluated: %s".formatted(rule, cause.getMessage()), cause);
    this.rule = rule;
  }

  /** The rule at fault, with its pack and version. */
  public String rule() {
    return rule;
  }
}
