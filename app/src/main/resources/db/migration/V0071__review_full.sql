-- Destinations for which nothing is finalised unseen: begun by a lead, or because audits found too
-- many errors. Rows are only ever added and ended; at most one of a destination is in force.
create table full_review (
  id          uuid primary key,
  destination text not null check (destination ~ '^[A-Z]{2}$'),
  reason      text not null,
  begun_by    uuid references account,
  begun_at    timestamptz not null,
  ended_by    uuid references account,
  ended_at    timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index full_review_in_force on full_review (destination) where ended_at is null;
create index full_review_by_destination on full_review (destination, ended_at);
create trigger full_review_is_never_removed before delete on full_review
  for each row execute function refuse_change();
