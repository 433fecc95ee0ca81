-- A decision that goods may not be imported, in force for the same goods until another one lifts it.
create table prohibition (
  id          uuid primary key,
  decision_id uuid not null unique references decision,
  goods_key   text not null,
  destination text not null,
  decided_by  text not null,
  decided_on  date not null,
  rationale   text not null,
  lifted_at   timestamptz
);
create unique index prohibition_in_force
  on prohibition (goods_key, destination) where lifted_at is null;
