create table account (
  id                   uuid primary key,
  login                text not null unique,
  name                 text not null,
  role                 text not null check (role in ('SELLER', 'SPECIALIST', 'LEAD', 'ADMIN')),
  password_hash        text not null,
  must_change_password boolean not null,
  created_at           timestamptz not null,
  disabled_at          timestamptz
);

create table api_token (
  id           uuid primary key,
  account_id   uuid not null references account,
  name         text not null,
  token_hash   bytea not null unique,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index api_token_by_account on api_token (account_id);
