package org.pabean.integration;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a delivery to where it goes: a webhook or an e-mail address. */
@Component
class Carriers {

  private final Courier courier;
  private final Postbox postbox;

  Carriers(Courier courier, Postbox postbox) {
    this.courier = courier;
    this.postbox = postbox;
  }

  /** When it may be brought: now, or when the receiver's quiet hours end. */
  Instant notBefore(EventTable.Letter letter, Instant now) {
    return letter.email() == null ? now : postbox.notBefore(now);
  }

  /**
   * Brings it.
   *
   * @return whether that it was delivered is written down already
   * @throws NotDelivered if it was not taken
   */
  boolean carry(UUID delivery, EventTable.Letter letter) throws NotDelivered {
    String address = letter.email();
    if (address != null) {
      postbox.send(delivery, address);
      return true;
    }
    if (!letter.wanted()) {
      throw NotDelivered.ever("the webhook was removed");
    }
    courier.post(letter);
    return false;
  }
}
