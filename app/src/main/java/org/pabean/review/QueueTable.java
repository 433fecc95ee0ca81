package org.pabean.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.record.TaskFact.Lapsed;
import org.pabean.review.QueueFilter.Holder;
import org.pabean.review.QueueFilter.Order;
import org.pabean.review.QueueFilter.Part;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL that reads the queue, and that claims from it. */
@Repository
class QueueTable {

  private static final String FREE =
      """
      (t.claimed_until is null or t.claimed_until <= :now) and (:leads or not t.for_lead)
        and (t.waits_until is null or t.waits_until <= :now)
        and (t.assigned_to is null or t.assigned_to = :me
          or exists (select from account x where x.id = t.assigned_to and x.disabled_at is not null))
      """;
  private static final String MINE =
      "((t.claimed_by = :me and t.claimed_until > :now) or t.assigned_to = :me)";
  private static final String ASKED = "t.waits_until > :now";
  private static final String NEW = "t.first_seen_at is null";

  /** Its conditions have only AND and no words of a person's: these come as parameters. */
  private record Where(String condition, Map<String, Object> parameters) {}

  /** A task with the values by which it was sorted. */
  private record Sorted(ReviewTask task, QueueKey key) {}

  /**
   * A task that somebody got.
   *
   * @param lapsed the claim that it had before, if its time was over and nobody had ended it
   */
  record Next(UUID id, @Nullable Lapsed lapsed) {}

  private final JdbcClient jdbc;

  QueueTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One page, from a place on. */
  QueuePart page(
      QueueFilter filter, Actor actor, @Nullable QueueKey after, int limit, Instant now) {
    Where where = where(filter, actor, now);
    String from = "";
    if (after != null) {
      from = " and " + columns(filter.order()) + " > " + parameters(filter.order());
      keyParameters(after, where.parameters);
    }
    List<Sorted> rows =
        jdbc.sql(
                TaskTable.SELECT
                    + " where "
                    + where.condition
                    + from
                    + (" order by " + sorted(filter.order()) + " limit :limit"))
            .params(where.parameters)
            .param("limit", limit + 1)
            .query((row, n) -> new Sorted(TaskTable.task(row), key(row)))
            .list();
    List<ReviewTask> tasks = rows.stream().limit(limit).map(Sorted::task).toList();
    return new QueuePart(tasks, rows.size() > limit ? rows.get(limit - 1).key.text() : null);
  }

  QueuePlace place(UUID task, QueueFilter filter, Actor actor, Instant now) {
    Where where = where(filter, actor, now);
    String order = sorted(filter.order());
    String reversed = order.replace(",", " desc,") + " desc";
    String row = columns(filter.order());
    String at = row.replace("t.", "a.");
    return jdbc.sql(
            """
            with a as materialized (select * from review_task where id = :task),
              l as materialized (
                select t.id, t.risk, t.cheapness, t.due_at, t.opened_at
                from review_task t where %s)
            select
              case when exists (select from l where id = :task)
                then (select count(*) + 1 from l t, a where %s < %s) else 0 end as number,
              (select count(*) from l) as of,
              (select t.id from l t, a where %s < %s order by %s limit 1) as previous,
              (select t.id from l t, a where %s > %s order by %s limit 1) as next
            """
                .formatted(where.condition, row, at, row, at, reversed, row, at, order))
        .params(where.parameters)
        .param("task", task)
        .query(QueuePlace.class)
        .single();
  }

  QueueCounts counts(QueueFilter filter, Actor actor, Instant now) {
    Where all = where(filter.standing(Part.ALL, Holder.ANY, false), actor, now);
    String sql =
        """
        select count(*), count(*) filter (where %s), count(*) filter (where %s),
          count(*) filter (where %s), count(*) filter (where t.due_at < :now),
          count(*) filter (where t.lane = 'BLOCKED'), count(*) filter (where t.for_lead),
          count(*) filter (where %s)
        from review_task t where %s
        """
            .formatted(NEW, MINE, FREE, ASKED, all.condition);
    return jdbc.sql(sql)
        .params(all.parameters)
        .query(
            (row, n) ->
                new QueueCounts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    shares("t.destination", "", where(filter.to(""), actor, now)),
                    shares("c", ", unnest(t.categories) c", where(filter.because(""), actor, now))))
        .single();
  }

  private List<QueueCounts.Share> shares(String what, String more, Where where) {
    return jdbc.sql(
            "select %s name, count(*) tasks from review_task t%s where %s group by 1 order by 2 desc, 1"
                .formatted(what, more, where.condition))
        .params(where.parameters)
        .query(QueueCounts.Share.class)
        .list();
  }

  /**
   * Claims the first task that the actor may take, in one statement; nobody waits for another. What
   * the actor put aside lately is left out.
   *
   * @param assigned whether to look only among those that a lead gave to the actor, or only beside
   */
  Optional<Next> claimNext(
      QueueFilter filter, Actor actor, boolean assigned, Instant now, ReviewSettings settings) {
    Where where = where(filter, actor, now);
    return jdbc.sql(
            """
            with next as (
              select t.id, t.claimed_by, t.claimed_until from review_task t
              where %s and %s and %s
                and not exists (select from task_skip s where s.task_id = t.id
                  and s.account_id = :me and s.skipped_at > :skipped)
              order by %s limit 1
              for update of t skip locked)
            update review_task t set claimed_by = :me, claimed_until = :until,
              first_seen_at = coalesce(t.first_seen_at, :now)
            from next where t.id = next.id
            returning t.id, t.item_id, next.claimed_by before, next.claimed_until before_until
            """
                .formatted(
                    where.condition,
                    FREE,
                    assigned ? "t.assigned_to = :me" : "t.assigned_to is distinct from :me",
                    sorted(filter.order())))
        .params(where.parameters)
        .param("until", utc(now.plus(settings.lease())))
        .param("skipped", utc(now.minus(settings.skipFor())))
        .query((row, n) -> next(row))
        .optional();
  }

  private static Next next(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    @Nullable UUID before = row.getObject("before", UUID.class);
    return new Next(
        id,
        before == null
            ? null
            : new Lapsed(
                row.getObject("item_id", UUID.class),
                id,
                before,
                row.getTimestamp("before_until").toInstant()));
  }

  void skip(UUID task, UUID account, Instant now) {
    jdbc.sql(
            """
            insert into task_skip (task_id, account_id, skipped_at) values (:task, :account, :now)
            on conflict (task_id, account_id) do update set skipped_at = excluded.skipped_at
            """)
        .param("task", task)
        .param("account", account)
        .param("now", utc(now))
        .update();
  }

  void assign(UUID task, @Nullable UUID to, UUID by, Instant now) {
    // Who was at it and is not the one it now belongs to loses the claim; the version stays, for
    // nothing that a decision rests on has changed.
    jdbc.sql(
            """
            update review_task set
              assigned_to = :to, assigned_by = case when :to::uuid is null then null else :by end,
              assigned_at = case when :to::uuid is null then null else :now::timestamptz end,
              claimed_by = case when claimed_by = :to then claimed_by end,
              claimed_until = case when claimed_by = :to then claimed_until end
            where id = :task
            """)
        .param("to", to)
        .param("by", by)
        .param("now", utc(now))
        .param("task", task)
        .update();
  }

  List<PersonLoad> load(Instant now, Instant dayStart) {
    return jdbc.sql(
            """
            select a.id, a.name, a.role, coalesce(t.claimed, 0) claimed,
              coalesce(t.assigned, 0) assigned, coalesce(t.overdue, 0) overdue,
              (select count(*) from decision d
               where d.decided_by = a.id and d.decided_at >= :day) decided_today
            from account a left join (
              select p.person, count(*) filter (where p.claims) claimed,
                count(*) filter (where p.given) assigned,
                count(*) filter (where p.due_at < :now) overdue
              from (
                select coalesce(h.person, t.assigned_to) person, t.due_at,
                  h.person is not null claims, t.assigned_to is not null given
                from review_task t left join lateral (
                  select t.claimed_by person where t.claimed_until > :now) h on true
                where t.closed_at is null) p
              group by p.person) t on t.person = a.id
            where a.role <> 'SELLER' and a.disabled_at is null
            order by a.name, a.id
            """)
        .param("now", utc(now))
        .param("day", utc(dayStart))
        .query(PersonLoad.class)
        .list();
  }

  private static Where where(QueueFilter filter, Actor actor, Instant now) {
    List<String> all = new ArrayList<>(List.of("t.closed_at is null"));
    Map<String, Object> with = new HashMap<>();
    with.put("me", actor.id());
    with.put("now", utc(now));
    with.put("leads", actor.is(Role.LEAD));
    if (!filter.destination().isEmpty()) {
      all.add("t.destination = :destination");
      with.put("destination", filter.destination());
    }
    if (!filter.category().isEmpty()) {
      all.add(":category = any(t.categories)");
      with.put("category", filter.category());
    }
    all.add(
        switch (filter.part()) {
          case ALL -> "true";
          case REVIEW -> "t.lane = 'REVIEW'";
          case BLOCKED -> "t.lane = 'BLOCKED'";
          case LEAD -> "t.for_lead";
        });
    all.add(
        switch (filter.holder()) {
          case ANY -> "true";
          case MINE -> MINE;
          case FREE -> FREE;
          case NEW -> NEW;
          case HELD -> "t.claimed_until > :now";
          case ASKED -> ASKED;
        });
    if (filter.overdue()) {
      all.add("t.due_at < :now");
    }
    addPeople(filter, all, with);
    addGoods(filter, now, all, with);
    return new Where(String.join(" and ", all), with);
  }

  private static void addPeople(QueueFilter filter, List<String> all, Map<String, Object> with) {
    if (filter.person() != null) {
      all.add("((t.claimed_by = :person and t.claimed_until > :now) or t.assigned_to = :person)");
      with.put("person", filter.person());
    }
    if (!filter.seller().isEmpty()) {
      all.add(
          """
          (starts_with(lower(t.sku), :seller) or exists (select from account s where s.id = t.seller_id
            and (strpos(lower(s.name), :seller) > 0 or strpos(s.login, :seller) > 0)))\
          """);
      with.put("seller", filter.seller().toLowerCase(Locale.ROOT));
    }
  }

  private static void addGoods(
      QueueFilter filter, Instant now, List<String> all, Map<String, Object> with) {
    Duration age = filter.age();
    if (age != null) {
      all.add("t.opened_at <= :before");
      with.put("before", utc(now.minus(age)));
    }
    BigDecimal worth = filter.worth();
    if (worth != null) {
      all.add("t.cheapness <= :cheapness");
      with.put("cheapness", worth.negate());
    }
    String[] words = filter.text().toLowerCase(Locale.ROOT).strip().split("\\s+");
    for (int i = 0; i < words.length && !words[i].isEmpty(); i++) {
      all.add("strpos(t.words, :word%d) > 0".formatted(i));
      with.put("word" + i, words[i]);
    }
  }

  private static String sorted(Order order) {
    return order == Order.DUE
        ? "t.due_at, t.opened_at, t.id"
        : "t.risk, t.cheapness, t.opened_at, t.id";
  }

  private static String columns(Order order) {
    return "(" + sorted(order) + ")";
  }

  private static String parameters(Order order) {
    return order == Order.DUE
        ? "(:due::timestamptz, :opened::timestamptz, :id::uuid)"
        : "(:risk::smallint, :cheap::numeric, :opened::timestamptz, :id::uuid)";
  }

  private static void keyParameters(QueueKey key, Map<String, Object> with) {
    with.put("due", utc(key.due()));
    with.put("opened", utc(key.opened()));
    with.put("id", key.id());
    with.put("risk", key.risk());
    with.put("cheap", key.cheapness());
  }

  private static QueueKey key(ResultSet row) throws SQLException {
    return new QueueKey(
        row.getInt("risk"),
        row.getBigDecimal("cheapness"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("opened_at").toInstant(),
        row.getObject("id", UUID.class));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
