-- A decision taken back by who gave it. Rows are only ever added: the decision stays, and so does its withdrawal.
create table decision_withdrawal (
  id           uuid primary key,
  decision_id  uuid not null unique references decision,
  task_id      uuid not null references review_task,
  withdrawn_by uuid not null references account,
  withdrawn_at timestamptz not null
);
create trigger decision_withdrawal_is_append_only before update or delete on decision_withdrawal
  for each row execute function refuse_change();
create trigger decision_withdrawal_is_never_emptied before truncate on decision_withdrawal
  for each statement execute function refuse_change();

-- A task put again after a withdrawal is in its next round, and is decided once in each.
alter table decision add round int not null default 1;
drop index decision_closes_once;
create unique index decision_closes_once on decision (task_id, round) where verdict <> 'ESCALATE';

-- Which decision retired a precedent or lifted a prohibition, so that its withdrawal can bring them back.
alter table precedent add retired_by uuid references decision;
alter table prohibition add lifted_by uuid references decision;
create index precedent_by_retirer on precedent (retired_by) where retired_by is not null;

-- Who relied on a precedent.
create index assessment_by_precedent on assessment ((content -> 'precedent' ->> 'id'))
  where content -> 'precedent' ->> 'id' is not null;

-- What a precedent was about, to be found by its words.
alter table precedent add title text not null default '';
update precedent set title = coalesce(p.listing ->> 'title', '')
from decision d join item i on i.id = d.item_id join product p on p.id = i.product_id
where d.id = precedent.decision_id;
alter table precedent add words tsvector generated always as (to_tsvector('simple', title)) stored;
create index precedent_by_words on precedent using gin (words) where retired_at is null;
