-- What the queue filters and sorts by, on the task itself: one partial index answers each order.
-- A trigger fills it in from item, listing and assessment, so that no way of opening a task leaves it out.

-- Rough, for sorting and filtering only: nothing is ever charged or declared at these.
create table rough_rate (
  currency text primary key,
  usd      numeric not null check (usd > 0)
);
insert into rough_rate values
  ('USD', 1), ('SGD', 0.76), ('BND', 0.76), ('MYR', 0.23), ('THB', 0.030), ('VND', 0.000039), ('IDR', 0.000061),
  ('PHP', 0.017), ('KHR', 0.00025), ('LAK', 0.000046), ('MMK', 0.00048), ('CNY', 0.14), ('HKD', 0.128),
  ('TWD', 0.031), ('JPY', 0.0067), ('KRW', 0.00072), ('INR', 0.012), ('AUD', 0.65), ('EUR', 1.1), ('GBP', 1.3);

alter table review_task
  add destination text,
  add lane        text,
  add seller_id   uuid references account,
  add sku         text,
  add words       text,
  add categories  text[],
  -- 0 blocked, 1 of a regulated category, 2 any other: the smaller, the sooner.
  add risk        smallint,
  -- The price in rough dollars below zero, so that the dearest comes first where all else ascends.
  add cheapness   numeric,
  -- The same for variants of one product; null where nobody worked it out.
  add likeness    text,
  add assigned_to uuid references account,
  add assigned_by uuid references account,
  add assigned_at timestamptz,
  -- Goes up when a decision is withdrawn and the task is put again.
  add round       int not null default 1,
  add check ((assigned_to is null) = (assigned_at is null));

-- A plan made while the tables were small would read them row by row for ever after, once for each task of a large
-- upload: these functions look up by key, always.
alter function check_hold() set enable_seqscan = off;

create function describe_review_task() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  select i.destination, a.content ->> 'lane', p.seller_id, coalesce(p.listing ->> 'sku', ''),
         lower(concat_ws(' ', p.listing ->> 'title', p.listing ->> 'description', p.listing ->> 'sku')),
         coalesce((select array_agg(distinct f ->> 'category' order by f ->> 'category')
                   from jsonb_array_elements(a.content -> 'findings') f
                   where not jsonb_exists(a.content -> 'settled', (f ->> 'pack') || '/' || (f ->> 'rule'))), '{}'),
         -round(coalesce((p.listing -> 'price' ->> 'amount')::numeric * r.usd, 0), 4)
  into new.destination, new.lane, new.seller_id, new.sku, new.words, new.categories, new.cheapness
  from item i
    join product p on p.id = i.product_id
    join assessment a on a.id = new.assessment_id
    left join rough_rate r on r.currency = p.listing -> 'price' ->> 'currency'
  where i.id = new.item_id;
  new.risk := case
    when new.lane = 'BLOCKED' then 0
    when exists (select from unnest(new.categories) c
                 where c not in ('confidence', 'trap', 'data_quality', 'low_value')) then 1
    else 2 end;
  return new;
end $$;
create trigger review_task_described before insert or update of item_id, assessment_id on review_task
  for each row execute function describe_review_task();

update review_task set assessment_id = assessment_id;
-- The deferred checks of these rows run now; the table could not be altered while they wait.
set constraints all immediate;
alter table review_task
  alter destination set not null, alter lane set not null, alter seller_id set not null, alter sku set not null,
  alter words set not null, alter categories set not null, alter risk set not null, alter cheapness set not null;

drop index review_task_queue;
create index review_task_by_due on review_task (due_at, opened_at, id) where closed_at is null;
create index review_task_by_risk on review_task (risk, cheapness, opened_at, id) where closed_at is null;
create index review_task_by_holder on review_task (claimed_by) where closed_at is null;
create index review_task_by_assignee on review_task (assigned_to) where closed_at is null;
create index review_task_by_likeness on review_task (likeness) where closed_at is null;
create index decision_by_person on decision (decided_by, decided_at);

-- Tasks that a person put aside for a while.
create table task_skip (
  task_id    uuid not null references review_task,
  account_id uuid not null references account,
  skipped_at timestamptz not null,
  primary key (task_id, account_id)
);

-- A named address of the queue.
create table queue_view (
  id         uuid primary key,
  account_id uuid not null references account,
  name       text not null check (name <> ''),
  query      text not null,
  shared     boolean not null,
  created_at timestamptz not null,
  unique (account_id, name)
);
