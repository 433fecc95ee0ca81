-- Every text of a rule pack that came with the program, or that somebody put forward. What a
-- version says never changes, so that an old assessment can be understood and made again.
create table rule_pack (
  pack      text not null,
  version   text not null,
  yaml      text not null,
  stored_at timestamptz not null,
  primary key (pack, version)
);
create trigger rule_pack_is_append_only before update or delete on rule_pack
  for each row execute function refuse_change();

-- Changes that somebody wants. One that may let pass what was held takes a second person.
create table pack_proposal (
  id          uuid primary key,
  pack        text not null,
  version     text not null,
  roll_back   boolean not null,
  why         text not null,
  loosens     boolean not null,
  proposed_by uuid not null references account,
  proposed_at timestamptz not null,
  state       text not null check (state in ('WAITING', 'LIVE', 'REFUSED', 'WITHDRAWN')),
  settled_by  uuid references account,
  settled_at  timestamptz,
  foreign key (pack, version) references rule_pack,
  check ((state = 'WAITING') = (settled_at is null)),
  check ((settled_by is null) = (settled_at is null)),
  constraint pack_proposal_loosened_by_two
    check (state <> 'LIVE' or not loosens or settled_by <> proposed_by)
);
create unique index pack_proposal_one_waiting on pack_proposal (pack) where state = 'WAITING';

-- What was put in force, in order; the last row of a pack counts. Without a version the pack is
-- again whatever comes with the program; a pack that does not come with it is gone then.
create table pack_change (
  n           bigint generated always as identity primary key,
  pack        text not null,
  version     text,
  proposal_id uuid not null references pack_proposal,
  at          timestamptz not null,
  foreign key (pack, version) references rule_pack
);
create index pack_change_by_pack on pack_change (pack, n desc);
create trigger pack_change_is_append_only before update or delete on pack_change
  for each row execute function refuse_change();
