-- Claims that may lapse, so that they are found without reading the whole queue.
create index review_task_claims on review_task (claimed_until)
  where closed_at is null and claimed_until is not null;
