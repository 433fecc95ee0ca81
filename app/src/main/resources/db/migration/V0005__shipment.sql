create table shipment (
  id          uuid primary key,
  seller_id   uuid not null references account,
  reference   text not null,
  destination text not null check (destination ~ '^[A-Z]{2}$'),
  consignor   jsonb not null,
  consignee   jsonb not null,
  incoterm    text not null,
  place       text not null,
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  freight     numeric not null check (freight >= 0),
  insurance   numeric not null check (insurance >= 0),
  ship_by     date,
  created_at  timestamptz not null,
  unique (seller_id, reference)
);

create table shipment_line (
  shipment_id  uuid not null references shipment,
  line_no      int not null check (line_no > 0),
  item_id      uuid not null references item,
  description  text not null,
  quantity     numeric not null check (quantity > 0),
  unit         text not null,
  unit_price   numeric not null check (unit_price >= 0),
  origin       text not null,
  weight_grams int check (weight_grams >= 0),
  primary key (shipment_id, line_no)
);
create index shipment_line_by_item on shipment_line (item_id);
