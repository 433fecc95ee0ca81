-- How the events on one task fared.
create index event_by_subject on event (subject, seq desc);
