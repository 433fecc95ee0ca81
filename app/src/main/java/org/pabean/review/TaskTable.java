package org.pabean.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.record.TaskFact.Lapsed;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on review tasks, decisions and drafts. */
@Repository
class TaskTable {

  static final String SELECT =
      """
      select t.*, c.name claimed_by_name, g.name assigned_to_name from review_task t
        left join account c on c.id = t.claimed_by left join account g on g.id = t.assigned_to
      """;

  private final JdbcClient jdbc;

  TaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ReviewTask open(
      UUID item, UUID assessment, boolean forLead, Instant now, Instant due, String likeness) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into review_task
              (id, item_id, assessment_id, for_lead, version, opened_at, due_at, likeness)
            values (:id, :item, :assessment, :lead, 1, :now, :due, :likeness)
            """)
        .param("id", id)
        .param("item", item)
        .param("assessment", assessment)
        .param("lead", forLead)
        .param("now", utc(now))
        .param("due", utc(due))
        .param("likeness", likeness)
        .update();
    return find(id).orElseThrow();
  }

  /**
   * Puts a newer assessment before whoever works on the task; who had read it must read again.
   *
   * @param due when it must be decided now, unless it was due sooner
   */
  void renew(UUID id, UUID assessment, boolean forLead, @Nullable Instant due, String likeness) {
    jdbc.sql(
            """
            update review_task
            set assessment_id = :assessment, for_lead = for_lead or :lead, version = version + 1,
              due_at = least(due_at, :due), likeness = :likeness
            where id = :id
            """)
        .param("assessment", assessment)
        .param("lead", forLead)
        .param("due", due == null ? null : utc(due))
        .param("likeness", likeness)
        .param("id", id)
        .update();
  }

  /** Sets when an open task should be decided; whoever has read it need not read it again. */
  void setDue(UUID id, Instant dueAt) {
    jdbc.sql("update review_task set due_at = :due where id = :id and closed_at is null")
        .param("due", utc(dueAt))
        .param("id", id)
        .update();
  }

  /** Closes the open task of an item that needs none any more. */
  void closeRelisted(UUID id, Instant now) {
    jdbc.sql(
            """
            update review_task set closed_at = :now, closed_as = 'RELISTED', version = version + 1
            where id = :id and closed_at is null
            """)
        .param("now", utc(now))
        .param("id", id)
        .update();
  }

  Optional<ReviewTask> find(UUID id) {
    return jdbc.sql(SELECT + " where t.id = :id")
        .param("id", id)
        .query((row, n) -> task(row))
        .optional();
  }

  /** The task, its row locked until the transaction ends. */
  Optional<ReviewTask> lock(UUID id) {
    // Read only when locked: a query that had to wait for the lock joins the account that held the
    // task before the wait, if any, to the row as it is after it.
    jdbc.sql("select id from review_task where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
    return find(id);
  }

  Optional<ReviewTask> findOpenByItem(UUID item) {
    return jdbc.sql(SELECT + " where t.item_id = :item and t.closed_at is null")
        .param("item", item)
        .query((row, n) -> task(row))
        .optional();
  }

  /** The open tasks, the most urgent first. */
  List<ReviewTask> queue(int limit) {
    return jdbc.sql(
            SELECT + " where t.closed_at is null order by t.due_at, t.opened_at, t.id limit :limit")
        .param("limit", limit)
        .query((row, n) -> task(row))
        .list();
  }

  long countOpen() {
    return jdbc.sql("select count(*) from review_task where closed_at is null")
        .query(Long.class)
        .single();
  }

  /** Ends the claims whose time is over. Tasks that somebody works on just now are left out. */
  List<Lapsed> lapse(Instant now, int limit) {
    return jdbc.sql(
            """
            with lapsed as (
              select id, item_id, claimed_by, claimed_until from review_task
              where closed_at is null and claimed_until <= :now
              order by claimed_until limit :limit for update skip locked)
            update review_task t set claimed_by = null, claimed_until = null
            from lapsed l where t.id = l.id
            returning l.id, l.item_id, l.claimed_by, l.claimed_until
            """)
        .param("now", utc(now))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Lapsed(
                    row.getObject("item_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getObject("claimed_by", UUID.class),
                    row.getTimestamp("claimed_until").toInstant()))
        .list();
  }

  void claim(UUID id, Actor actor, Instant now, Duration lease) {
    jdbc.sql(
            """
            update review_task set claimed_by = :actor, claimed_until = :until,
              first_seen_at = coalesce(first_seen_at, :now)
            where id = :id
            """)
        .param("actor", actor.id())
        .param("until", utc(now.plus(lease)))
        .param("now", utc(now))
        .param("id", id)
        .update();
  }

  void release(UUID id) {
    jdbc.sql("update review_task set claimed_by = null, claimed_until = null where id = :id")
        .param("id", id)
        .update();
  }

  void escalate(UUID id) {
    jdbc.sql(
            """
            update review_task set for_lead = true, claimed_by = null, claimed_until = null,
              version = version + 1
            where id = :id
            """)
        .param("id", id)
        .update();
  }

  void close(UUID id, Instant now) {
    jdbc.sql(
            """
            update review_task set closed_at = :now, closed_as = 'DECIDED', version = version + 1
            where id = :id
            """)
        .param("now", utc(now))
        .param("id", id)
        .update();
  }

  void insert(Decision decision, UUID assessment) {
    Answer answer = decision.answer();
    jdbc.sql(
            """
            insert into decision (id, task_id, item_id, assessment_id, verdict, code, rationale,
              legal_basis, decided_by, decided_at, round)
            values (:id, :task, :item, :assessment, :verdict, :code, :rationale, :basis, :by, :at,
              (select round from review_task where id = :task))
            """)
        .param("id", decision.id())
        .param("task", decision.taskId())
        .param("item", decision.itemId())
        .param("assessment", assessment)
        .param("verdict", answer.verdict().name())
        .param("code", digits(answer.code()))
        .param("rationale", answer.rationale())
        .param("basis", answer.legalBasis())
        .param("by", decision.by().id())
        .param("at", utc(decision.at()))
        .update();
  }

  List<Decision> decisions(UUID item) {
    return jdbc.sql(
            """
            select d.*, a.name, a.role from decision d join account a on a.id = d.decided_by
            where d.item_id = :item order by d.decided_at desc, d.round desc
            """)
        .param("item", item)
        .query((row, n) -> decision(row))
        .list();
  }

  /** When tasks of an item were opened, given to somebody or closed without a decision. */
  List<TaskHistory.Entry> milestones(UUID item) {
    return jdbc.sql(
            """
            select t.opened_at as at, 'HELD' as what, '' as who from review_task t
              where t.item_id = :item
            union all
            select t.closed_at, 'RELISTED', '' from review_task t
              where t.item_id = :item and t.closed_as = 'RELISTED'
            union all
            select t.assigned_at, 'ASSIGNED', a.name from review_task t
              join account a on a.id = t.assigned_to where t.item_id = :item
            union all
            select q.asked_at, 'ASKED', a.name from seller_question q
              join account a on a.id = q.asked_by where q.item_id = :item
            union all
            select q.answered_at, 'ANSWERED', q.answer from seller_question q
              where q.item_id = :item and q.answer is not null
            """)
        .param("item", item)
        .query(
            (row, n) ->
                new TaskHistory.Entry(
                    row.getTimestamp("at").toInstant(),
                    TaskHistory.What.valueOf(row.getString("what")),
                    row.getString("who"),
                    null))
        .list();
  }

  List<Decision> decidedSince(UUID person, Instant since) {
    return jdbc.sql(
            """
            select d.*, a.name, a.role from decision d join account a on a.id = d.decided_by
            where d.decided_by = :person and d.decided_at >= :since order by d.decided_at desc
            """)
        .param("person", person)
        .param("since", utc(since))
        .query((row, n) -> decision(row))
        .list();
  }

  /** The other open tasks on variants of the same product, the oldest first. */
  List<ReviewTask> alike(UUID id, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 where t.closed_at is null and t.id <> :id
                  and t.likeness = (select likeness from review_task where id = :id)
                order by t.opened_at, t.id limit :limit
                """)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> task(row))
        .list();
  }

  void keepDraft(UUID task, UUID account, Answer answer, Instant now) {
    jdbc.sql(
            """
            insert into decision_draft (task_id, account_id, verdict, code, rationale, legal_basis, saved_at)
            values (:task, :account, :verdict, :code, :rationale, :basis, :now)
            on conflict (task_id, account_id) do update set verdict = excluded.verdict,
              code = excluded.code, rationale = excluded.rationale,
              legal_basis = excluded.legal_basis, saved_at = excluded.saved_at
            """)
        .param("task", task)
        .param("account", account)
        .param("verdict", answer.verdict().name())
        .param("code", digits(answer.code()))
        .param("rationale", answer.rationale())
        .param("basis", answer.legalBasis())
        .param("now", utc(now))
        .update();
  }

  Optional<Answer> draft(UUID task, UUID account) {
    return jdbc.sql("select * from decision_draft where task_id = :task and account_id = :account")
        .param("task", task)
        .param("account", account)
        .query((row, n) -> answer(row))
        .optional();
  }

  private static Answer answer(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return new Answer(
        Verdict.valueOf(row.getString("verdict")),
        code == null ? null : Code.parse(code),
        row.getString("rationale"),
        row.getString("legal_basis"));
  }

  static Decision decision(ResultSet row) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    return new Decision(
        row.getObject("id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("item_id", UUID.class),
        answer(row),
        new Actor(by, row.getString("name"), Role.valueOf(row.getString("role"))),
        row.getTimestamp("decided_at").toInstant());
  }

  static ReviewTask task(ResultSet row) throws SQLException {
    UUID claimedBy = row.getObject("claimed_by", UUID.class);
    Instant until = instant(row, "claimed_until");
    UUID assigned = row.getObject("assigned_to", UUID.class);
    return new ReviewTask(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getObject("assessment_id", UUID.class),
        row.getBoolean("for_lead"),
        row.getLong("version"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        instant(row, "first_seen_at"),
        claimedBy == null || until == null
            ? null
            : new ReviewTask.Claim(claimedBy, row.getString("claimed_by_name"), until),
        assigned == null
            ? null
            : new ReviewTask.Assignee(assigned, row.getString("assigned_to_name")),
        instant(row, "waits_until"),
        instant(row, "closed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable String digits(@Nullable Code code) {
    return code == null ? null : code.digits();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
