package org.pabean.integration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Webhooks that programs such as Zapier order and cancel by themselves (REST hooks). Each belongs
 * to the account whose token ordered it; nobody else can cancel it but an admin.
 */
@Service
@Transactional
public class Hooks {

  /** More than anybody needs, few enough that a program gone wild does no harm. */
  private static final int MOST = 100;

  private static final int SAMPLES = 3;

  private final EventTable table;
  private final Webhooks webhooks;
  private final Clock clock;

  Hooks(EventTable table, Webhooks webhooks, Clock clock) {
    this.table = table;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * Orders events of one kind.
   *
   * @throws IllegalArgumentException if the address may not be posted to, there is no such kind, or
   *     the account has as many hooks as it may have
   */
  public Webhook.Added subscribe(String url, String kind, Actor owner) {
    if (list(owner).size() >= MOST) {
      throw new IllegalArgumentException(
          "this account has %d hooks already: cancel those that are not used".formatted(MOST));
    }
    Webhook.Added added = webhooks.add(url, List.of(kind), owner);
    table.setOwner(added.webhook().id(), owner.id());
    return added;
  }

  /** The hooks of an account that are in use. */
  @Transactional(readOnly = true)
  public List<Webhook> list(Actor owner) {
    return table.hooks(owner.id(), clock.instant());
  }

  /** Cancels a hook; false if the account has no such hook in use. */
  public boolean unsubscribe(UUID id, Actor owner) {
    return list(owner).stream().anyMatch(hook -> hook.id().equals(id)) && webhooks.remove(id);
  }

  /** The last messages of a kind as they were or would have been sent, the newest first. */
  @Transactional(readOnly = true)
  public List<String> samples(EventKind kind) {
    return table.samples(kind, SAMPLES);
  }
}
