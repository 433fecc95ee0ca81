-- A product is what one seller offers under one SKU (or, without one, in one set of words).
create table product (
  id          uuid primary key,
  seller_id   uuid not null references account,
  product_key text not null,
  goods_key   text not null,
  listing     jsonb not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  unique (seller_id, product_key)
);

-- An item is one product for one destination, with the one classification in force.
create table item (
  id            uuid primary key,
  product_id    uuid not null references product,
  destination   text not null check (destination ~ '^[A-Z]{2}$'),
  state         text not null check (state in ('FINAL', 'HELD', 'PROHIBITED')),
  lane          text not null check (lane in ('AUTO', 'REVIEW', 'BLOCKED')),
  code          text check (code ~ '^\d{6,10}$'),
  assessment_id uuid not null,
  version       bigint not null,
  updated_at    timestamptz not null,
  unique (product_id, destination),
  constraint final_has_code check (state <> 'FINAL' or code is not null)
);
create index item_held on item (updated_at) where state = 'HELD';

-- What the machine said. Rows are only ever added.
create table assessment (
  id         uuid primary key,
  item_id    uuid not null references item deferrable initially deferred,
  as_of      date not null,
  content    jsonb not null,
  created_at timestamptz not null
);
create index assessment_by_item on assessment (item_id);
alter table item add constraint item_assessment
  foreign key (assessment_id) references assessment deferrable initially deferred;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name;
end $$;
create trigger assessment_is_append_only before update or delete on assessment
  for each row execute function refuse_change();
