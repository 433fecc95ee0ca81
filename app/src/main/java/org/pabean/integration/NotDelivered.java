package org.pabean.integration;

import java.time.Duration;

/** A receiver did not take an event, or was not asked. */
final class NotDelivered extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean worthRetry;
  private final Duration retryAfter;

  private final boolean gone;

  private NotDelivered(String reason, boolean worthRetry, Duration retryAfter) {
    this(reason, worthRetry, retryAfter, false);
  }

  private NotDelivered(String reason, boolean worthRetry, Duration retryAfter, boolean gone) {
    super(reason);
    this.gone = gone;
    this.worthRetry = worthRetry;
    this.retryAfter = retryAfter;
  }

  /** It may succeed later. */
  static NotDelivered yet(String reason) {
    return new NotDelivered(reason, true, Duration.ZERO);
  }

  /** It may succeed later, and the receiver said when. */
  static NotDelivered before(Duration retryAfter, String reason) {
    return new NotDelivered(reason, true, retryAfter);
  }

  /** Trying again changes nothing. */
  static NotDelivered ever(String reason) {
    return new NotDelivered(reason, false, Duration.ZERO);
  }

  /** The receiver wants nothing more, ever. */
  static NotDelivered gone(String reason) {
    return new NotDelivered(reason, false, Duration.ZERO, true);
  }

  boolean isGone() {
    return gone;
  }

  boolean worthRetry() {
    return worthRetry;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
