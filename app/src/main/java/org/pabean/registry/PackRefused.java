package org.pabean.registry;

/** A change of a rule pack that cannot be made now; the message says why, to a person. */
public final class PackRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PackRefused(String message) {
    super(message);
  }
}
