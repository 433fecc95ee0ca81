-- A delivery goes to a webhook, to an e-mail address or to a channel of Slack.
alter table delivery add column slack text;
alter table delivery drop constraint delivery_goes_somewhere;
alter table delivery add constraint delivery_goes_somewhere check (num_nonnulls(webhook_id, email, slack) = 1);
create unique index delivery_slack on delivery (event_id, slack) where slack is not null;
