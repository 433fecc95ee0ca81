-- Rows are only ever added: a later version supersedes, it does not replace.
create table document (
  id          uuid primary key,
  shipment_id uuid not null references shipment,
  kind        text not null check (kind in ('COMMERCIAL_INVOICE')),
  number      text not null,
  version     int not null check (version > 0),
  content     jsonb not null,
  pdf         bytea not null,
  sha256      text not null,
  issued_by   uuid not null references account,
  issued_at   timestamptz not null,
  unique (shipment_id, kind, version)
);
create trigger document_is_append_only before update or delete on document
  for each row execute function refuse_change();

-- Hold is an invariant: no document holds a line whose item is not final. The items are locked,
-- so none of them can be held again while the document is being written.
create function check_document() returns trigger language plpgsql as $$
declare
  line record;
begin
  for line in
    select l.line_no, i.state from shipment_line l join item i on i.id = l.item_id
    where l.shipment_id = new.shipment_id order by l.line_no for share of i
  loop
    if line.state <> 'FINAL' then
      raise exception 'line % of shipment % is %, so no document is issued',
        line.line_no, new.shipment_id, line.state
        using errcode = 'check_violation', constraint = 'document_without_held_line';
    end if;
  end loop;
  return new;
end $$;
create trigger document_without_held_line before insert on document
  for each row execute function check_document();
