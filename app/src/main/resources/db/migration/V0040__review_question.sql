-- What a specialist asks a seller about goods that are held. The link that answers it is kept as a
-- hash alone: who reads the database cannot answer for the seller.
create table seller_question (
  id          uuid primary key,
  task_id     uuid not null references review_task,
  item_id     uuid not null references item,
  text        text not null,
  local_text  text not null,
  choices     jsonb not null,
  token_hash  bytea not null unique,
  asked_by    uuid not null references account,
  asked_at    timestamptz not null,
  expires_at  timestamptz not null,
  answer      text,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null)),
  check (expires_at > asked_at)
);
create index seller_question_by_item on seller_question (item_id, asked_at desc);

-- A question is answered once, and nothing else about it ever changes.
create function keep_question() returns trigger language plpgsql as $$
begin
  if old.answer is not null
    or (new.id, new.task_id, new.item_id, new.text, new.local_text, new.choices, new.token_hash,
        new.asked_by, new.asked_at, new.expires_at)
      is distinct from (old.id, old.task_id, old.item_id, old.text, old.local_text, old.choices,
        old.token_hash, old.asked_by, old.asked_at, old.expires_at)
  then
    raise exception 'a question is answered once and never changed';
  end if;
  return new;
end $$;
create trigger seller_question_is_answered_once before update on seller_question
  for each row execute function keep_question();
create trigger seller_question_is_never_removed before delete on seller_question
  for each row execute function refuse_change();

-- Until then the task is not offered to anybody: the seller has been asked. After it the task is
-- back in the queue by itself; no time that passes decides anything.
alter table review_task add column waits_until timestamptz;
create index review_task_waiting on review_task (waits_until)
  where closed_at is null and waits_until is not null;
