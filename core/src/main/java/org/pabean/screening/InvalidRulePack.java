package org.pabean.screening;

/** A rule pack that cannot be loaded; the message names file, line, rule and how to mend it. */
public final class InvalidRulePack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidRulePack(String where, String reason) {
    super(where + ": " + reason);
  }
}
