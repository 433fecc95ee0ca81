-- How a shipment stood when that was last told: null before its lines are there.
alter table shipment add column was_held boolean;
update shipment s set was_held = exists (
  select 1 from shipment_line l join item i on i.id = l.item_id
  where l.shipment_id = s.id and i.state <> 'FINAL');
