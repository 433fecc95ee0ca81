-- A delivery goes to a webhook or to an e-mail address.
alter table delivery alter column webhook_id drop not null;
alter table delivery add column email text;
alter table delivery add constraint delivery_goes_somewhere check ((webhook_id is null) <> (email is null));
create unique index delivery_email on delivery (event_id, email) where email is not null;
create index delivery_email_pending on delivery (email, created_at) where email is not null and state = 'PENDING';
