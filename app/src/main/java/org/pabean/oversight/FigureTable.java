package org.pabean.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pabean.oversight.Ask.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the lead's figures: they are counted in the record, what waits now in the queue. */
@Repository
class FigureTable {

  /** A task that a person settled; an answer that was withdrawn later does not count. */
  static final String DECIDED =
      """
      e.kind = 'task.decided' and (e.payload::jsonb ->> 'verdict') <> 'ESCALATE'
        and not exists (
          select from record_event r
          where r.subject = e.subject and r.kind = 'task.reversed'
            and r.payload::jsonb ->> 'decisionId' = e.payload::jsonb ->> 'decisionId')\
      """;

  /**
   * Whether a decision agrees with a finding that lay before the person. It does if the goods were
   * prohibited; if they got another code, and the finding had doubted the code (a trap, or too low
   * a confidence); or if they were accepted on a permit. Every other decision overturns it.
   */
  static final String UPHELD =
      """
      (e.payload::jsonb ->> 'verdict' = 'PROHIBIT'
        or (e.payload::jsonb ->> 'verdict' = 'RECLASSIFY'
          and t ->> 'category' in ('trap', 'confidence'))
        or (e.payload::jsonb ->> 'verdict' = 'ACCEPT' and e.payload::jsonb ->> 'permit' is not null))\
      """;

  private static final String HOURS =
      "extract(epoch from e.at - (e.payload::jsonb ->> 'openedAt')::timestamptz) / 3600";

  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many events of a figure there are on each day. */
  Map<LocalDate, Long> daily(Figure figure, Period period) {
    Map<LocalDate, Long> counts = new HashMap<>();
    jdbc.sql(
            """
            select (e.at at time zone :zone)::date as day, count(*) as n from record_event e
            where %s and e.at >= :from and e.at < :to group by 1
            """
                .formatted(figure.condition()))
        .params(of(period))
        .query((row, n) -> counts.put(row.getObject("day", LocalDate.class), row.getLong("n")))
        .list();
    return counts;
  }

  /** By how many tasks the backlog grew on each day, apart from those held for the first time. */
  Map<LocalDate, Long> otherChanges(Period period) {
    Map<LocalDate, Long> changes = new HashMap<>();
    jdbc.sql(
            """
            select (e.at at time zone :zone)::date as day,
              sum(case e.kind when 'task.reversed' then 1 else -1 end) as n
            from record_event e
            where (e.kind = 'task.relisted' or (e.kind = 'task.reversed'
                and (e.payload::jsonb ->> 'reopened')::boolean) or (e.kind = 'task.decided'
                and (e.payload::jsonb ->> 'verdict') <> 'ESCALATE'))
              and e.at >= :from and e.at < :to
            group by 1
            """)
        .params(of(period))
        .query((row, n) -> changes.put(row.getObject("day", LocalDate.class), row.getLong("n")))
        .list();
    return changes;
  }

  /** How many tasks were open when the period began. */
  long backlogBefore(Period period) {
    return jdbc.sql(
            """
            select (select count(*) from record_event where kind = 'task.held'
                and (payload::jsonb ->> 'again') = 'false' and at < :from)
              + (select count(*) from record_event where kind = 'task.reversed'
                and (payload::jsonb ->> 'reopened')::boolean and at < :from)
              - (select count(*) from record_event where kind = 'task.decided'
                and (payload::jsonb ->> 'verdict') <> 'ESCALATE' and at < :from)
              - (select count(*) from record_event where kind = 'task.relisted' and at < :from)
            """)
        .param("from", period.start())
        .query(Long.class)
        .single();
  }

  /** Median and ninth decile of the hours from hold to decision. */
  double[] hours(Period period) {
    return jdbc.sql(
            """
            select coalesce(percentile_cont(0.5) within group (order by hours), 0) median,
              coalesce(percentile_cont(0.9) within group (order by hours), 0) slow
            from (select %s as hours from record_event e
              where %s and e.at >= :from and e.at < :to) as took
            """
                .formatted(HOURS, DECIDED))
        .param("from", period.start())
        .param("to", period.end())
        .query((row, n) -> new double[] {row.getDouble("median"), row.getDouble("slow")})
        .single();
  }

  /** What waits now, by destination: tasks and held items, each counted by itself. */
  List<DeskMeters.Waiting> waiting(Instant now) {
    return jdbc.sql(
            """
            select destination, sum(open) open, sum(overdue) overdue, sum(held) held
            from (
              select i.destination, count(*) open, count(*) filter (where t.due_at < :now) overdue, 0 held
              from review_task t join item i on i.id = t.item_id where t.closed_at is null group by 1
              union all
              select destination, 0, 0, count(*) from item where state = 'HELD' group by 1) as counted
            group by 1 order by 1
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new DeskMeters.Waiting(
                    row.getString("destination"),
                    row.getLong("open"),
                    row.getLong("overdue"),
                    row.getLong("held")))
        .list();
  }

  Overview.Open open(Instant now) {
    return jdbc.sql(
            """
            select count(*) tasks, count(*) filter (where due_at < :now) overdue,
              coalesce(percentile_cont(0.5) within group (
                order by extract(epoch from :now - opened_at) / 3600), 0) median_hours,
              coalesce(max(extract(epoch from :now - opened_at) / 3600), 0) oldest_hours
            from review_task where closed_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Overview.Open(
                    row.getLong("tasks"),
                    row.getLong("overdue"),
                    row.getDouble("median_hours"),
                    row.getDouble("oldest_hours")))
        .single();
  }

  List<Overview.Reason> reasons(Period period) {
    return jdbc.sql(
            """
            select reason as category, count(*) as tasks
            from record_event e, jsonb_array_elements_text(e.payload::jsonb -> 'reasons') as reason
            where %s and e.at >= :from and e.at < :to
            group by 1 order by 2 desc, 1
            """
                .formatted(Figure.HELD.condition()))
        .param("from", period.start())
        .param("to", period.end())
        .query(Overview.Reason.class)
        .list();
  }

  List<Overview.Rule> rules(Period period) {
    return jdbc.sql(
            """
            select t ->> 'rule' as rule, split_part(min(t ->> 'pack'), '@', 1) as pack,
              min(t ->> 'category') as category,
              count(*) filter (where %s) as upheld, count(*) filter (where not %s) as overturned
            from record_event e, jsonb_array_elements(e.payload::jsonb -> 'triggers') as t
            where %s and not (t ->> 'settled')::boolean and e.at >= :from and e.at < :to
            group by 1 order by count(*) desc, 1
            """
                .formatted(UPHELD, UPHELD, DECIDED))
        .param("from", period.start())
        .param("to", period.end())
        .query(Overview.Rule.class)
        .list();
  }

  /** On how many items each rule fired, and when last. */
  List<RuleUse> fired(Period period) {
    return jdbc.sql(
            """
            select t ->> 'rule' as rule, split_part(t ->> 'pack', '@', 1) as pack,
              count(distinct e.subject) as hits, max(e.at) as last_fired
            from record_event e, jsonb_array_elements(e.payload::jsonb -> 'triggers') as t
            where e.kind = 'item.assessed' and e.at >= :from and e.at < :to
            group by 1, 2
            """)
        .param("from", period.start())
        .param("to", period.end())
        .query(
            (row, n) ->
                new RuleUse(
                    row.getString("pack"),
                    row.getString("rule"),
                    row.getLong("hits"),
                    row.getTimestamp("last_fired").toInstant(),
                    0,
                    0))
        .list();
  }

  /** The items that changed last. */
  List<UUID> lastItems(int most) {
    return jdbc.sql("select id from item order by updated_at desc, id limit :most")
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Of those of them that a person decided, whether the last answer was not to accept. */
  Map<UUID, Boolean> upheld(int most) {
    Map<UUID, Boolean> upheld = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (d.item_id) d.item_id, d.verdict <> 'ACCEPT' as upheld
            from decision d
              join (select id from item order by updated_at desc, id limit :most) i
                on i.id = d.item_id
            where d.verdict <> 'ESCALATE' and not exists (
              select from decision_withdrawal w where w.decision_id = d.id)
            order by d.item_id, d.decided_at desc
            """)
        .param("most", most)
        .query(
            (row, n) -> upheld.put(row.getObject("item_id", UUID.class), row.getBoolean("upheld")))
        .list();
    return upheld;
  }

  List<Overview.Person> people(Period period) {
    return jdbc.sql(
            """
            select e.actor_id as id, max(e.actor) as name, count(*) as decided,
              percentile_cont(0.5) within group (order by %s) as median_hours
            from record_event e
            where %s and e.actor_id is not null and e.at >= :from and e.at < :to
            group by 1 order by 3 desc, 2
            """
                .formatted(HOURS, DECIDED))
        .param("from", period.start())
        .param("to", period.end())
        .query(
            (row, n) ->
                new Overview.Person(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getLong("decided"),
                    row.getDouble("median_hours")))
        .list();
  }

  /** The events behind a figure, the newest first. */
  List<Happened> events(Ask ask, Period period, int offset, int limit) {
    return jdbc.sql(
            """
            select e.at, e.actor, i.id item_id, coalesce(p.listing ->> 'title', '') title,
              coalesce(i.destination, '') destination,
              coalesce(e.payload::jsonb ->> 'verdict', '') verdict,
              coalesce(e.payload::jsonb ->> 'code', '') code,
              coalesce((select string_agg(r, ', ') from jsonb_array_elements_text(
                coalesce(e.payload::jsonb -> 'reasons', '[]')) as r), '') reasons
            from record_event e left join item i on i.id = e.subject
              left join product p on p.id = i.product_id
            where %s and e.at >= :from and e.at < :to
              and (:reason = '' or jsonb_exists(e.payload::jsonb -> 'reasons', :reason))
              and (:rule = '' or exists (
                select from jsonb_array_elements(e.payload::jsonb -> 'triggers') as t
                where t ->> 'rule' = :rule and not (t ->> 'settled')::boolean
                  and (:outcome = '' or (:outcome = 'upheld') = %s)))
              and (:person::uuid is null or e.actor_id = :person)
            order by e.at desc, e.n desc offset :offset limit :limit
            """
                .formatted(ask.figure().condition(), UPHELD))
        .param("from", period.start())
        .param("to", period.end())
        .param("reason", ask.reason())
        .param("rule", ask.rule())
        .param("outcome", ask.outcome())
        .param("person", ask.person())
        .param("offset", offset)
        .param("limit", limit)
        .query((row, n) -> happened(row))
        .list();
  }

  private static Happened happened(ResultSet row) throws SQLException {
    return new Happened(
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getObject("item_id", UUID.class),
        row.getString("title"),
        row.getString("destination"),
        "%s %s %s"
            .formatted(row.getString("verdict"), row.getString("code"), row.getString("reasons"))
            .strip());
  }

  /** Items that are held without an open task, and open tasks whose item is not held. */
  HoldProof.Result holds() {
    return jdbc.sql(
            """
            select (select count(*) from item i where i.state = 'HELD' and not exists (
                select from review_task t where t.item_id = i.id and t.closed_at is null)) held_alone,
              (select count(*) from review_task t join item i on i.id = t.item_id
                where t.closed_at is null and i.state <> 'HELD') tasks_alone
            """)
        .query(HoldProof.Result.class)
        .single();
  }

  private static Map<String, Object> of(Period period) {
    return Map.of("from", period.start(), "to", period.end(), "zone", period.zone().getId());
  }
}
