-- The key that signs certificates; made by the program at the first one, and never changed.
create table signing_key (
  only_one    boolean primary key default true check (only_one),
  public_key  bytea not null,
  private_key bytea not null
);
create trigger signing_key_is_kept before update or delete on signing_key
  for each row execute function refuse_change();

-- What was certified: the text that was signed, to the letter.
create table certificate (
  id        uuid primary key,
  content   text not null,
  signature bytea not null,
  issued_by uuid not null references account,
  issued_at timestamptz not null
);
create trigger certificate_is_append_only before update or delete on certificate
  for each row execute function refuse_change();
