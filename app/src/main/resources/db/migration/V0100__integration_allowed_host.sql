-- Hosts on networks of one's own that webhooks may reach all the same, because an admin said so.
create table allowed_host (
  host       text primary key,
  allowed_by uuid not null references account,
  allowed_at timestamptz not null
);
