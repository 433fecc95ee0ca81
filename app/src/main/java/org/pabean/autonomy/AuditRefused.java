package org.pabean.autonomy;

/** An audit that cannot be answered by this person now; the message says why, to a person. */
public final class AuditRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditRefused(String message) {
    super(message);
  }
}
