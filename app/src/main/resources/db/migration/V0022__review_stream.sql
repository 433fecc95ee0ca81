-- Tells every server node what happened to a task, at the moment it is committed.
create function tell_review_task() returns trigger language plpgsql as $$
declare
  what text;
begin
  if tg_op = 'INSERT' then
    what := 'opened';
  elsif old.closed_at is null and new.closed_at is not null then
    what := 'closed';
  elsif old.closed_at is not null and new.closed_at is null then
    what := 'opened';
  elsif new.claimed_by is not null and new.claimed_by is distinct from old.claimed_by then
    what := 'claimed';
  elsif new.claimed_by is null and old.claimed_by is not null then
    what := 'released';
  elsif new.claimed_until is distinct from old.claimed_until then
    what := 'claimed';
  elsif new.version <> old.version or new.due_at <> old.due_at or new.for_lead <> old.for_lead
      or new.assigned_to is distinct from old.assigned_to then
    what := 'changed';
  else
    return null;
  end if;
  perform pg_notify('pabean_task', json_build_object(
    'task', new.id, 'what', what, 'version', new.version, 'destination', new.destination, 'forLead', new.for_lead,
    'by', new.claimed_by, 'name', (select name from account where id = new.claimed_by), 'until', new.claimed_until,
    'assigned', (select name from account where id = new.assigned_to))::text);
  return null;
end $$;
create trigger review_task_told after insert or update on review_task
  for each row execute function tell_review_task();
