-- A task that is given to another item leaves its former item, which is checked as well.
create or replace function check_hold() returns trigger language plpgsql as $$
declare
  items       uuid[];
  item_of_row uuid;
  item_state  text;
  open_tasks  int;
begin
  if tg_table_name = 'item' then
    items := array[new.id];
  elsif tg_op = 'DELETE' then
    items := array[old.item_id];
  elsif tg_op = 'UPDATE' and old.item_id <> new.item_id then
    items := array[old.item_id, new.item_id];
  else
    items := array[new.item_id];
  end if;
  foreach item_of_row in array items loop
    select state into item_state from item where id = item_of_row;
    select count(*) into open_tasks
    from review_task where item_id = item_of_row and closed_at is null;
    if item_state = 'HELD' and open_tasks = 0 then
      raise exception 'item % is held and has no open review task', item_of_row
        using errcode = 'check_violation', constraint = 'held_item_has_task';
    end if;
    if item_state <> 'HELD' and open_tasks > 0 then
      raise exception 'item % is % and still has an open review task', item_of_row, item_state
        using errcode = 'check_violation', constraint = 'held_item_has_task';
    end if;
  end loop;
  return null;
end $$;

-- Triggers for each row say nothing when a table is emptied as a whole.
create trigger assessment_is_never_emptied before truncate on assessment
  for each statement execute function refuse_change();
create trigger decision_is_never_emptied before truncate on decision
  for each statement execute function refuse_change();
create trigger document_is_never_emptied before truncate on document
  for each statement execute function refuse_change();
create trigger review_task_is_never_emptied before truncate on review_task
  for each statement execute function refuse_change();
