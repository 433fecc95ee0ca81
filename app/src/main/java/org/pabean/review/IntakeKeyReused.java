package org.pabean.review;

/** An idempotency key that came before with other content; nothing was changed. */
public final class IntakeKeyReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;

  IntakeKeyReused(String key) {
    super("the idempotency key '%s' was used before with other content".formatted(key));
    this.key = key;
  }

  /** The key. */
  public String key() {
    return key;
  }
}
