-- The secret by which final items are drawn for audits; made here, once, and never shown.
create table audit_key (
  only_one boolean primary key default true check (only_one),
  key      bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into audit_key default values;
create trigger audit_key_is_kept before update or delete on audit_key
  for each row execute function refuse_change();

-- Final items drawn at random, to be looked at by a person who does not know the machine's code.
create table audit (
  id            uuid primary key,
  item_id       uuid not null references item,
  assessment_id uuid not null references assessment,
  destination   text not null,
  code          text not null check (code ~ '^\d{6,10}$'),
  confidence    double precision not null,
  by_precedent  boolean not null,
  probability   double precision not null check (probability >= 0.01 and probability <= 1),
  thing         text not null unique,
  drawn_at      timestamptz not null,
  claimed_by    uuid references account,
  claimed_until timestamptz,
  left_by       uuid[] not null default '{}',
  answer        text check (answer ~ '^\d{6,10}$'),
  rationale     text,
  answered_by   uuid references account,
  answered_at   timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)
    and (answer is null) = (rationale is null))
);
create index audit_open on audit (drawn_at) where answer is null;
create index audit_answered on audit (answered_at) where answer is not null;

-- An audit is answered once; nothing else about it changes but who is at it.
create function keep_audit() returns trigger language plpgsql as $$
begin
  if old.answer is not null
    or (new.id, new.item_id, new.assessment_id, new.destination, new.code, new.confidence,
        new.by_precedent, new.probability, new.thing, new.drawn_at)
      is distinct from (old.id, old.item_id, old.assessment_id, old.destination, old.code,
        old.confidence, old.by_precedent, old.probability, old.thing, old.drawn_at)
  then
    raise exception 'an audit is answered once and never changed';
  end if;
  return new;
end $$;
create trigger audit_is_answered_once before update on audit
  for each row execute function keep_audit();
create trigger audit_is_never_removed before delete on audit
  for each row execute function refuse_change();
