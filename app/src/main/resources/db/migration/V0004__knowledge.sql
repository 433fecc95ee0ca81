-- A decision made reusable for the same goods and destination.
create table precedent (
  id           uuid primary key,
  decision_id  uuid not null unique references decision,
  goods_key    text not null,
  destination  text not null,
  edition      text not null,
  code         text not null check (code ~ '^\d{6,10}$'),
  decided_by   text not null,
  decided_on   date not null,
  rationale    text not null,
  legal_basis  text not null,
  settled      text[] not null,
  retired_at   timestamptz
);
create unique index precedent_in_force
  on precedent (goods_key, destination, edition) where retired_at is null;
