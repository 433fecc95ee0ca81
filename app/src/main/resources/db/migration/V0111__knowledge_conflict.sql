-- How much a decision weighs, and until when it holds.
alter table precedent add strength text not null default 'ONE_PERSON'
  check (strength in ('RULING', 'ADJUDICATED', 'TWO_PERSONS', 'ONE_PERSON'));
alter table prohibition add strength text not null default 'ONE_PERSON'
  check (strength in ('RULING', 'ADJUDICATED', 'TWO_PERSONS', 'ONE_PERSON'));
alter table precedent add valid_until date;
update precedent set strength = 'ADJUDICATED' where exists (
  select from decision d join decision e on e.task_id = d.task_id and e.verdict = 'ESCALATE'
  where d.id = precedent.decision_id and e.decided_by <> d.decided_by);
update prohibition set strength = 'ADJUDICATED' where exists (
  select from decision d join decision e on e.task_id = d.task_id and e.verdict = 'ESCALATE'
  where d.id = prohibition.decision_id and e.decided_by <> d.decided_by);
update precedent set strength = 'RULING' where legal_basis ilike 'ruling%';

-- Two decisions on goods so alike that one of them may be wrong. Open while both are in force and
-- no lead has said that both stand.
create table knowledge_conflict (
  id         uuid primary key,
  one        uuid not null,
  other      uuid not null,
  same_goods boolean not null,
  found_at   timestamptz not null,
  settled_by uuid references account,
  settled_at timestamptz,
  reason     text,
  unique (one, other),
  check (one < other),
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (reason is null))
);
create index knowledge_conflict_by_other on knowledge_conflict (other);
create index knowledge_conflict_open on knowledge_conflict (found_at) where settled_at is null;
create trigger knowledge_conflict_is_never_removed before delete or truncate on knowledge_conflict
  for each statement execute function refuse_change();
