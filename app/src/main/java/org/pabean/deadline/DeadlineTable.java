package org.pabean.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on working calendars and the steps of deadlines. */
@Repository
class DeadlineTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DeadlineTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A step that is due. */
  record DueStep(UUID taskId, Step step) {}

  /**
   * An open task.
   *
   * @param shipBy the earliest day on which a shipment with its item should leave
   */
  record OpenTask(UUID id, UUID itemId, Instant openedAt, @Nullable LocalDate shipBy) {}

  boolean hasCalendars() {
    return jdbc.sql("select exists (select from work_calendar)").query(Boolean.class).single();
  }

  void put(WorkCalendar calendar, Instant now) {
    jdbc.sql(
            """
            insert into work_calendar (name, content, in_force, changed_at)
            values (:name, :content::jsonb, false, :now)
            on conflict (name) do update set content = excluded.content, changed_at = excluded.changed_at
            """)
        .param("name", calendar.name())
        .param("content", json.writeValueAsString(calendar))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Puts a calendar in force and no other; false if there is none of that name. */
  boolean putInForce(String name) {
    if (!exists(name)) {
      return false;
    }
    jdbc.sql("update work_calendar set in_force = false where in_force").update();
    jdbc.sql("update work_calendar set in_force = true where name = :name")
        .param("name", name)
        .update();
    return true;
  }

  private boolean exists(String name) {
    return jdbc.sql("select exists (select from work_calendar where name = :name)")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  List<WorkCalendar> calendars() {
    return jdbc.sql("select content from work_calendar order by name")
        .query((row, n) -> calendar(row))
        .list();
  }

  Optional<WorkCalendar> inForce() {
    return jdbc.sql("select content from work_calendar where in_force")
        .query((row, n) -> calendar(row))
        .optional();
  }

  /** Nobody else changes calendars until the transaction ends. */
  void lockCalendars() {
    jdbc.sql("lock table work_calendar in share row exclusive mode").update();
  }

  Optional<LocalDate> shipBy(UUID item) {
    return jdbc.sql(
            """
            select min(s.ship_by) from shipment s join shipment_line l on l.shipment_id = s.id
            where l.item_id = :item and s.ship_by is not null
            having min(s.ship_by) is not null
            """)
        .param("item", item)
        .query(LocalDate.class)
        .optional();
  }

  /** The open tasks; of one item, or of those without steps, where asked for. */
  List<OpenTask> open(@Nullable UUID item, boolean withoutSteps, int limit) {
    return jdbc.sql(
            """
            select t.id, t.item_id, t.opened_at,
              (select min(s.ship_by) from shipment s join shipment_line l on l.shipment_id = s.id
               where l.item_id = t.item_id) ship_by
            from review_task t
            where t.closed_at is null and (:item::uuid is null or t.item_id = :item)
              and (not :bare or not exists (select from deadline_step d where d.task_id = t.id))
            order by t.opened_at, t.id limit :limit
            """)
        .param("item", item)
        .param("bare", withoutSteps)
        .param("limit", limit)
        .query(
            (row, n) ->
                new OpenTask(
                    row.getObject("id", UUID.class),
                    row.getObject("item_id", UUID.class),
                    row.getTimestamp("opened_at").toInstant(),
                    row.getObject("ship_by", LocalDate.class)))
        .list();
  }

  /** When a step comes. One that was taken already is never taken again. */
  void schedule(UUID task, Step step, Instant at) {
    jdbc.sql(
            """
            insert into deadline_step (task_id, step, at) values (:task, :step, :at)
            on conflict (task_id, step) do update set at = excluded.at
              where deadline_step.fired_at is null
            """)
        .param("task", task)
        .param("step", step.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Steps of tasks that were closed in time come to nothing. */
  void forgetClosed(Instant now) {
    jdbc.sql(
            """
            delete from deadline_step where (task_id, step) in (
              select d.task_id, d.step from deadline_step d join review_task t on t.id = d.task_id
              where d.fired_at is null and d.at <= :now and t.closed_at is not null
              for update of d skip locked)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes the steps that are due; of several nodes one takes each, and none waits. */
  List<DueStep> take(Instant now, int limit) {
    return jdbc.sql(
            """
            with due as (
              select d.task_id, d.step from deadline_step d join review_task t on t.id = d.task_id
              where d.fired_at is null and d.at <= :now and t.closed_at is null
              order by d.at, d.task_id, d.step limit :limit for update of d skip locked)
            update deadline_step d set fired_at = :now from due
            where d.task_id = due.task_id and d.step = due.step
            returning d.task_id, d.step, d.at
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, n) ->
                new DueStep(
                    row.getObject("task_id", UUID.class), Step.valueOf(row.getString("step"))))
        .list();
  }

  private WorkCalendar calendar(ResultSet row) throws SQLException {
    return json.readValue(row.getString("content"), WorkCalendar.class);
  }
}
