-- Working calendars; exactly one is in force once there is any.
create table work_calendar (
  name       text primary key,
  content    jsonb not null,
  in_force   boolean not null,
  changed_at timestamptz not null
);
create unique index work_calendar_one_in_force on work_calendar (in_force) where in_force;

-- What happens once on the way to a task's due time.
create table deadline_step (
  task_id  uuid not null references review_task,
  step     text not null check (step in ('REMINDER', 'ESCALATION', 'OVERDUE')),
  at       timestamptz not null,
  fired_at timestamptz,
  primary key (task_id, step)
);
create index deadline_step_waiting on deadline_step (at) where fired_at is null;
