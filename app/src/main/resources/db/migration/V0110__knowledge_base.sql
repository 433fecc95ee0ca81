-- A prohibition says what it was about, as a precedent does; both are found by all that was said.
alter table prohibition add title text not null default '';
update prohibition set title = coalesce(p.listing ->> 'title', '')
from decision d join item i on i.id = d.item_id join product p on p.id = i.product_id
where d.id = prohibition.decision_id;
alter table precedent add said tsvector
  generated always as (to_tsvector('simple', title || ' ' || rationale || ' ' || legal_basis)) stored;
alter table prohibition add said tsvector
  generated always as (to_tsvector('simple', title || ' ' || rationale)) stored;
create index precedent_by_said on precedent using gin (said);
create index prohibition_by_said on prohibition using gin (said);

-- Precedents and prohibitions that a lead retired. Rows are only ever added.
create table knowledge_retirement (
  id         uuid primary key,
  reason     text not null check (reason <> ''),
  retired_by uuid not null references account,
  retired_at timestamptz not null
);
create trigger knowledge_retirement_is_append_only before update or delete on knowledge_retirement
  for each row execute function refuse_change();
create trigger knowledge_retirement_is_never_emptied before truncate on knowledge_retirement
  for each statement execute function refuse_change();
