package org.pabean.integration;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a delivery to where it goes: a webhook, an e-mail address or a channel of Slack. */
@Component
class Carriers {

  private final Courier courier;
  private final Postbox postbox;
  private final Slack slack;

  Carriers(Courier courier, Postbox postbox, Slack slack) {
    this.courier = courier;
    this.postbox = postbox;
    this.slack = slack;
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
    String channel = letter.slack();
    if (address != null) {
      postbox.send(delivery, address);
      return true;
    }
    if (channel != null) {
      slack.post(channel, letter.payload());
      return false;
    }
    if (!letter.wanted()) {
      throw NotDelivered.ever("the webhook was removed");
    }
    courier.post(letter);
    return false;
  }
}
