-- What waits to be told is counted whenever somebody asks for the figures.
create index delivery_pending on delivery (created_at) where state = 'PENDING';
