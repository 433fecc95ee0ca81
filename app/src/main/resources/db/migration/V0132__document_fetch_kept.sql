-- Who has a paper in hand is never forgotten, not even all at once.
create trigger document_fetch_is_never_emptied before truncate on document_fetch
  for each statement execute function refuse_change();
