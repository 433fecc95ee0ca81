-- What happened, each in the transaction in which it happened. Rows are only ever added. The payload is
-- text and not jsonb: the hash covers its very bytes.
create table record_event (
  n        bigint generated always as identity primary key,
  at       timestamptz not null,
  actor_id uuid,
  actor    text not null,
  role     text not null,
  kind     text not null,
  version  int not null check (version > 0),
  subject  uuid not null,
  payload  text not null check (jsonb_typeof(payload::jsonb) = 'object')
);
create index record_event_by_subject on record_event (subject, n);
create index record_event_by_kind on record_event (kind, at);

-- The place and the hash of each event in the chain, given after its transaction was committed.
create table record_seal (
  seq   bigint primary key check (seq > 0),
  event bigint not null unique references record_event,
  hash  bytea not null check (length(hash) = 32)
);

-- Events that wait for their seal.
create table record_unsealed (
  event bigint primary key references record_event
);

-- The last seal of the chain, as it was published: once a day.
create table record_head (
  day          date primary key,
  seq          bigint not null,
  hash         bytea not null,
  published_at timestamptz not null
);

create trigger record_event_is_append_only before update or delete on record_event
  for each row execute function refuse_change();
create trigger record_event_is_never_emptied before truncate on record_event
  for each statement execute function refuse_change();
create trigger record_seal_is_append_only before update or delete on record_seal
  for each row execute function refuse_change();
create trigger record_seal_is_never_emptied before truncate on record_seal
  for each statement execute function refuse_change();
create trigger record_head_is_append_only before update or delete on record_head
  for each row execute function refuse_change();
create trigger record_head_is_never_emptied before truncate on record_head
  for each statement execute function refuse_change();
