create table review_task (
  id            uuid primary key,
  item_id       uuid not null references item,
  assessment_id uuid not null references assessment,
  for_lead      boolean not null,
  version       bigint not null,
  opened_at     timestamptz not null,
  due_at        timestamptz not null,
  first_seen_at timestamptz,
  claimed_by    uuid references account,
  claimed_until timestamptz,
  closed_at     timestamptz,
  closed_as     text check (closed_as in ('DECIDED', 'RELISTED')),
  check ((claimed_by is null) = (claimed_until is null)),
  check ((closed_at is null) = (closed_as is null))
);
create unique index review_task_one_open on review_task (item_id) where closed_at is null;
create index review_task_queue on review_task (due_at, opened_at) where closed_at is null;

-- A person's answer. Rows are only ever added.
create table decision (
  id            uuid primary key,
  task_id       uuid not null references review_task,
  item_id       uuid not null references item,
  assessment_id uuid not null references assessment,
  verdict       text not null check (verdict in ('ACCEPT', 'RECLASSIFY', 'PROHIBIT', 'ESCALATE')),
  code          text check (code ~ '^\d{6,10}$'),
  rationale     text not null,
  legal_basis   text not null,
  decided_by    uuid not null references account,
  decided_at    timestamptz not null,
  check (verdict not in ('ACCEPT', 'RECLASSIFY') or code is not null)
);
create index decision_by_item on decision (item_id);
create unique index decision_closes_once on decision (task_id) where verdict <> 'ESCALATE';
create trigger decision_is_append_only before update or delete on decision
  for each row execute function refuse_change();

-- What somebody wrote on a task that was no longer theirs when they sent it.
create table decision_draft (
  task_id     uuid not null references review_task,
  account_id  uuid not null references account,
  verdict     text not null,
  code        text,
  rationale   text not null,
  legal_basis text not null,
  saved_at    timestamptz not null,
  primary key (task_id, account_id)
);

-- Answers already given under a client's idempotency key.
create table intake_key (
  account_id   uuid not null references account,
  key          text not null,
  request_hash bytea not null,
  receipt      jsonb not null,
  created_at   timestamptz not null,
  primary key (account_id, key)
);

-- Hold is an invariant: an item is held exactly as long as it has an open task.
-- Checked at commit, so that item and task may change in either order within a transaction.
create function check_hold() returns trigger language plpgsql as $$
declare
  item_of_row uuid;
  item_state  text;
  open_tasks  int;
begin
  if tg_table_name = 'item' then
    item_of_row := new.id;
  elsif tg_op = 'DELETE' then
    item_of_row := old.item_id;
  else
    item_of_row := new.item_id;
  end if;
  select state into item_state from item where id = item_of_row;
  select count(*) into open_tasks from review_task where item_id = item_of_row and closed_at is null;
  if item_state = 'HELD' and open_tasks = 0 then
    raise exception 'item % is held and has no open review task', item_of_row
      using errcode = 'check_violation', constraint = 'held_item_has_task';
  end if;
  if item_state <> 'HELD' and open_tasks > 0 then
    raise exception 'item % is % and still has an open review task', item_of_row, item_state
      using errcode = 'check_violation', constraint = 'held_item_has_task';
  end if;
  return null;
end $$;
create constraint trigger item_hold after insert or update on item
  deferrable initially deferred for each row execute function check_hold();
create constraint trigger review_task_hold after insert or update or delete on review_task
  deferrable initially deferred for each row execute function check_hold();
