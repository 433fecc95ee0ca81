package org.pabean.integration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that are told of events. */
@Service
@Transactional
public class Webhooks {

  private static final int SECRET_BYTES = 32;

  private final EventTable table;
  private final Addresses addresses;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(EventTable table, Addresses addresses, Clock clock) {
    this.table = table;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Adds an address. It is told of what happens from now on.
   *
   * @throws IllegalArgumentException if it is not an http or https address, or leads to a network
   *     of one's own that no admin allowed
   */
  public Webhook.Added add(String url, Actor actor) {
    var webhook =
        new Webhook(UUID.randomUUID(), addresses.checkNow(url).toString(), clock.instant());
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    table.insertWebhook(webhook, secret, actor.id());
    return new Webhook.Added(webhook, Signature.shown(secret));
  }

  /** The addresses in use. */
  @Transactional(readOnly = true)
  public List<Webhook> list() {
    return table.webhooks();
  }

  /**
   * Stops telling an address; false if there is no such webhook in use. What it was not told yet
   * fails.
   */
  public boolean remove(UUID id) {
    return table.disableWebhook(id, clock.instant());
  }
}
