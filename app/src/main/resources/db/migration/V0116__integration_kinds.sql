-- Which kinds of events a webhook wants (null: every kind, those to come too), and the secret that its receiver may
-- still check with while it takes over the new one.
alter table webhook add column kinds text[];
alter table webhook add column old_secret bytea;
alter table webhook add column old_secret_until timestamptz;
