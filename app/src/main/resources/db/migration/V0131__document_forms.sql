-- Every paper of a shipment is kept: which form it is, and the same content as data.
alter table document
  add column form text not null default 'commercial-invoice',
  add column title text not null default 'Commercial invoice',
  add column data json,
  drop constraint document_kind_check,
  add constraint document_kind_check check (kind in (
    'COMMERCIAL_INVOICE', 'PACKING_LIST', 'POSTAL_DECLARATION', 'CERTIFICATE_OF_ORIGIN',
    'DECLARATION')),
  drop constraint document_shipment_id_kind_version_key,
  add constraint document_shipment_id_form_version_key unique (shipment_id, form, version);
alter table document alter column form drop default, alter column title drop default;

-- Who has a paper in hand, so that they can be told when another takes its place.
create table document_fetch (
  document_id uuid not null references document,
  account_id  uuid not null references account,
  fetched_at  timestamptz not null
);
create index document_fetch_by_document on document_fetch (document_id, fetched_at);
create trigger document_fetch_is_append_only before update or delete on document_fetch
  for each row execute function refuse_change();
