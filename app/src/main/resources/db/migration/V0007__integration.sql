-- What happened, written in the transaction in which it happened.
create table event (
  id         uuid primary key,
  seq        bigint generated always as identity,
  type       text not null,
  subject    uuid not null,
  payload    jsonb not null,
  created_at timestamptz not null
);

create table webhook (
  id          uuid primary key,
  url         text not null,
  secret      bytea not null,
  created_by  uuid not null references account,
  created_at  timestamptz not null,
  disabled_at timestamptz
);

create table delivery (
  id           uuid primary key,
  event_id     uuid not null references event,
  webhook_id   uuid not null references webhook,
  state        text not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts     int not null,
  last_error   text not null,
  created_at   timestamptz not null,
  attempted_at timestamptz,
  unique (event_id, webhook_id)
);
create index delivery_failed on delivery (created_at) where state = 'FAILED';

-- The job table of db-scheduler, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
