-- A webhook that a program ordered with somebody's token: it lives as long as that account may see what it is told of.
alter table webhook add column owner uuid references account;
create index webhook_owner on webhook (owner) where owner is not null and disabled_at is null;
create index event_by_type on event (type, seq desc);
