package org.pabean.integration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that are told of events. */
@Service
@Transactional
public class Webhooks {

  private static final int SECRET_BYTES = 32;

  private final EventTable table;
  private final Outbox outbox;
  private final Addresses addresses;
  private final IntegrationSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Webhooks(
      EventTable table,
      Outbox outbox,
      Addresses addresses,
      IntegrationSettings settings,
      Clock clock) {
    this.table = table;
    this.outbox = outbox;
    this.addresses = addresses;
    this.settings = settings;
    this.clock = clock;
  }

  /** Adds an address that is told of every kind of event. */
  public Webhook.Added add(String url, Actor actor) {
    return add(url, null, actor);
  }

  /**
   * Adds an address. It is told of what happens from now on.
   *
   * @param kinds slugs of the kinds that it is told of; null for every kind
   * @throws IllegalArgumentException if it is not an http or https address, leads to a network of
   *     one's own that no admin allowed, or there is no such kind
   */
  public Webhook.Added add(String url, @Nullable List<String> kinds, Actor actor) {
    var webhook =
        new Webhook(
            UUID.randomUUID(),
            addresses.checkNow(url).toString(),
            chosen(kinds),
            null,
            "",
            clock.instant());
    byte[] secret = secret();
    table.insertWebhook(webhook, secret, actor.id());
    return new Webhook.Added(webhook, Signature.shown(secret));
  }

  /** The addresses in use. */
  @Transactional(readOnly = true)
  public List<Webhook> list() {
    return table.webhooks(clock.instant());
  }

  /** A webhook in use. */
  @Transactional(readOnly = true)
  public Optional<Webhook> find(UUID id) {
    return table.webhooks(clock.instant()).stream()
        .filter(webhook -> webhook.id().equals(id))
        .findFirst();
  }

  /**
   * Changes what it is told of from now on; false if there is no such webhook in use.
   *
   * @param kinds slugs; null for every kind
   * @throws IllegalArgumentException if there is no such kind
   */
  public boolean tellOf(UUID id, @Nullable List<String> kinds) {
    return table.setKinds(id, chosen(kinds));
  }

  /**
   * Gives it a new secret; empty if there is no such webhook in use. For a while messages bear the
   * signatures of both, so that the receiver can take over the new one without losing any.
   */
  public Optional<Webhook.Added> renewSecret(UUID id) {
    byte[] secret = secret();
    boolean renewed = table.renewSecret(id, secret, clock.instant().plus(settings.secretOverlap()));
    return renewed
        ? find(id).map(webhook -> new Webhook.Added(webhook, Signature.shown(secret)))
        : Optional.empty();
  }

  /** Sends it a test message; false if there is no such webhook in use. */
  public boolean test(UUID id, Actor actor) {
    boolean there = find(id).isPresent();
    if (there) {
      outbox.tellTest(id, actor.name());
    }
    return there;
  }

  /**
   * Stops telling an address; false if there is no such webhook in use. What it was not told yet
   * fails.
   */
  public boolean remove(UUID id) {
    return table.disableWebhook(id, clock.instant());
  }

  private static @Nullable List<EventKind> chosen(@Nullable List<String> kinds) {
    return kinds == null ? null : EventKind.choose(kinds);
  }

  private byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }
}
