package org.pabean.integration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on events, webhooks and deliveries. */
@Repository
class EventTable {

  private final JdbcClient jdbc;

  EventTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is posted, and where.
   *
   * @param eventId the event
   * @param type of the event
   * @param about the item that it is about, else the shipment; zeros for the program as a whole
   * @param payload the body
   * @param url the address of the webhook; empty if it goes elsewhere
   * @param email the address that it goes to by e-mail; null if it goes elsewhere
   * @param slack the channel of Slack that it goes to; null if it goes elsewhere
   * @param secrets what it is signed with, the newest first
   * @param wanted whether the webhook is still in use
   * @param state where the delivery stands
   */
  record Letter(
      UUID eventId,
      String type,
      UUID about,
      String payload,
      String url,
      @Nullable String email,
      @Nullable String slack,
      List<byte[]> secrets,
      boolean wanted,
      Delivery.State state) {}

  /**
   * Where an event goes: one of the three.
   *
   * @param webhook a webhook
   * @param email an address of e-mail
   * @param slack a channel of Slack
   */
  record Receiver(@Nullable UUID webhook, @Nullable String email, @Nullable String slack) {

    static Receiver webhook(UUID id) {
      return new Receiver(id, null, null);
    }

    static Receiver email(String address) {
      return new Receiver(null, address, null);
    }

    static Receiver slack(String channel) {
      return new Receiver(null, null, channel);
    }
  }

  void insert(EventMessage message, String payload) {
    jdbc.sql(
            """
            insert into event (id, type, subject, payload, created_at)
            values (:id, :type, :subject, :payload::jsonb, :at)
            """)
        .param("id", message.id())
        .param("type", message.type())
        .param("subject", message.body().about())
        .param("payload", payload)
        .param("at", utc(message.occurredAt()))
        .update();
  }

  /** Writes down that a receiver must be told of an event. */
  UUID insertDelivery(UUID event, Receiver to, Instant now) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into delivery
              (id, event_id, webhook_id, email, slack, state, attempts, last_error, created_at)
            values (:id, :event, :webhook, :email, :slack, 'PENDING', 0, '', :now)
            """)
        .param("id", id)
        .param("event", event)
        .param("webhook", to.webhook())
        .param("email", to.email())
        .param("slack", to.slack())
        .param("now", utc(now))
        .update();
    return id;
  }

  /** The webhooks in use that want to be told of this kind. */
  List<UUID> receivers(EventKind kind) {
    return jdbc.sql(
            """
            select w.id from webhook w left join account a on a.id = w.owner
            where w.disabled_at is null and (w.kinds is null or :kind = any(w.kinds))
              and (w.owner is null or (a.disabled_at is null and a.role <> 'SELLER'))
            order by w.created_at, w.id
            """)
        .param("kind", kind.slug())
        .query(UUID.class)
        .list();
  }

  Optional<Letter> letter(UUID delivery, Instant now) {
    return jdbc.sql(
            """
            select e.id event_id, e.type, coalesce((e.payload #>> '{item,id}')::uuid, e.subject) about,
              e.payload::text payload, coalesce(w.url, '') url, d.email, d.slack, w.secret,
              coalesce(w.disabled_at, a.disabled_at) disabled_at, d.state,
              case when w.old_secret_until > :now then w.old_secret end old_secret
            from delivery d join event e on e.id = d.event_id left join webhook w on w.id = d.webhook_id
              left join account a on a.id = w.owner
            where d.id = :id
            """)
        .param("now", utc(now))
        .param("id", delivery)
        .query((row, n) -> letter(row))
        .optional();
  }

  void delivered(UUID delivery, Instant now) {
    jdbc.sql(
            """
            update delivery set state = 'DELIVERED', attempts = attempts + 1, last_error = '',
              attempted_at = :now
            where id = :id
            """)
        .param("now", utc(now))
        .param("id", delivery)
        .update();
  }

  /** Keeps why an attempt failed; what was delivered stays so. */
  void cameBack(UUID delivery, Delivery.State state, String reason, Instant now) {
    jdbc.sql(
            """
            update delivery set state = :state, attempts = attempts + 1, last_error = :reason,
              attempted_at = :now
            where id = :id and state = 'PENDING'
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", utc(now))
        .param("id", delivery)
        .update();
  }

  /** Makes a failed delivery pending again; false if it has not failed. */
  boolean revive(UUID delivery) {
    return jdbc.sql("update delivery set state = 'PENDING' where id = :id and state = 'FAILED'")
            .param("id", delivery)
            .update()
        == 1;
  }

  List<Delivery> deliveries(Delivery.@Nullable State state, @Nullable UUID about, int limit) {
    return jdbc.sql(
            """
            select d.id, e.type, e.subject, coalesce(w.url, 'mailto:' || d.email, 'slack:' || d.slack) url, d.state, d.attempts,
              d.last_error, d.created_at, d.attempted_at
            from delivery d join event e on e.id = d.event_id left join webhook w on w.id = d.webhook_id
            where (:state::text is null or d.state = :state)
              and (:about::uuid is null or e.subject = :about)
            order by e.seq desc, w.created_at, d.email, d.id limit :limit
            """)
        .param("state", state == null ? null : state.name())
        .param("about", about)
        .param("limit", limit)
        .query((row, n) -> delivery(row))
        .list();
  }

  /** How many deliveries of a channel stand so. */
  long count(DeliveryMeters.Channel channel, Delivery.State state) {
    return jdbc.sql(
            "select count(*) from delivery where state = '%s' and %s is not null"
                .formatted(state, column(channel)))
        .query(Long.class)
        .single();
  }

  /** Since when the oldest delivery of a channel waits. */
  Optional<Instant> oldestWaiting(DeliveryMeters.Channel channel) {
    return jdbc.sql(
            "select min(created_at) from delivery where state = 'PENDING' and %s is not null"
                .formatted(column(channel)))
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private static String column(DeliveryMeters.Channel channel) {
    return switch (channel) {
      case WEBHOOK -> "webhook_id";
      case EMAIL -> "email";
      case SLACK -> "slack";
    };
  }

  void insertWebhook(Webhook webhook, byte[] secret, UUID createdBy) {
    jdbc.sql(
            """
            insert into webhook (id, url, kinds, secret, created_by, created_at)
            values (:id, :url, :kinds, :secret, :by, :at)
            """)
        .param("id", webhook.id())
        .param("kinds", slugs(webhook.kinds()), Types.ARRAY)
        .param("url", webhook.url())
        .param("secret", secret)
        .param("by", createdBy)
        .param("at", utc(webhook.createdAt()))
        .update();
  }

  /** The webhooks in use. */
  List<Webhook> webhooks(Instant now) {
    return jdbc.sql(
            """
            select w.*, coalesce(a.name, '') owner_name from webhook w left join account a on a.id = w.owner
            where w.disabled_at is null order by w.created_at, w.id
            """)
        .query((row, n) -> webhook(row, now))
        .list();
  }

  /** Those in use that programs ordered with the tokens of an account. */
  List<Webhook> hooks(UUID owner, Instant now) {
    return jdbc.sql(
            """
            select w.*, a.name owner_name from webhook w join account a on a.id = w.owner
            where w.disabled_at is null and w.owner = :owner order by w.created_at, w.id
            """)
        .param("owner", owner)
        .query((row, n) -> webhook(row, now))
        .list();
  }

  void setOwner(UUID id, UUID owner) {
    jdbc.sql("update webhook set owner = :owner where id = :id")
        .param("owner", owner)
        .param("id", id)
        .update();
  }

  /** Ends the hook of a delivery whose receiver is gone; what an admin set up stays. */
  void endHook(UUID delivery, Instant now) {
    jdbc.sql(
            """
            update webhook set disabled_at = :now where owner is not null and disabled_at is null
              and id = (select webhook_id from delivery where id = :delivery)
            """)
        .param("now", utc(now))
        .param("delivery", delivery)
        .update();
  }

  /** The last messages of a kind. */
  List<String> samples(EventKind kind, int most) {
    return jdbc.sql("select payload::text from event where type = :type order by seq desc limit :n")
        .param("type", kind.slug())
        .param("n", most)
        .query(String.class)
        .list();
  }

  boolean setKinds(UUID id, @Nullable List<EventKind> kinds) {
    return jdbc.sql("update webhook set kinds = :kinds where id = :id and disabled_at is null")
            .param("kinds", slugs(kinds), Types.ARRAY)
            .param("id", id)
            .update()
        == 1;
  }

  /** Puts a new secret in force; the one before is good until then. */
  boolean renewSecret(UUID id, byte[] secret, Instant oldUntil) {
    return jdbc.sql(
                """
                update webhook set old_secret = secret, old_secret_until = :until, secret = :secret
                where id = :id and disabled_at is null
                """)
            .param("until", utc(oldUntil))
            .param("secret", secret)
            .param("id", id)
            .update()
        == 1;
  }

  boolean disableWebhook(UUID id, Instant now) {
    return jdbc.sql("update webhook set disabled_at = :now where id = :id and disabled_at is null")
            .param("now", utc(now))
            .param("id", id)
            .update()
        == 1;
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getObject("about", UUID.class),
        row.getString("payload"),
        row.getString("url"),
        row.getString("email"),
        row.getString("slack"),
        Stream.of(row.getBytes("secret"), row.getBytes("old_secret"))
            .filter(Objects::nonNull)
            .toList(),
        row.getTimestamp("disabled_at") == null,
        Delivery.State.valueOf(row.getString("state")));
  }

  private static Webhook webhook(ResultSet row, Instant now) throws SQLException {
    Array kinds = row.getArray("kinds");
    Timestamp oldUntil = row.getTimestamp("old_secret_until");
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("url"),
        kinds == null
            ? null
            : Arrays.stream((String[]) kinds.getArray())
                .flatMap(slug -> EventKind.find(slug).stream())
                .toList(),
        oldUntil == null || oldUntil.toInstant().isBefore(now) ? null : oldUntil.toInstant(),
        row.getString("owner_name"),
        row.getTimestamp("created_at").toInstant());
  }

  private static String @Nullable [] slugs(@Nullable List<EventKind> kinds) {
    return kinds == null ? null : kinds.stream().map(EventKind::slug).toArray(String[]::new);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    Timestamp attemptedAt = row.getTimestamp("attempted_at");
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getObject("subject", UUID.class),
        row.getString("url"),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("last_error"),
        row.getTimestamp("created_at").toInstant(),
        attemptedAt == null ? null : attemptedAt.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
