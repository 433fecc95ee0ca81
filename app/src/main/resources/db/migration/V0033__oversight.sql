-- What the lead's figures count, so that they need not read the whole record.
create index record_event_first_holds on record_event (at)
  where kind = 'task.held' and (payload::jsonb ->> 'again') = 'false';
create index record_event_answers on record_event (at)
  where kind = 'task.decided' and (payload::jsonb ->> 'verdict') <> 'ESCALATE';
