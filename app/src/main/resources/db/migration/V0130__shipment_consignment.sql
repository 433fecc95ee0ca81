-- One record holds all that papers are filled from; what is searched for stays beside it.
alter table shipment add column consignment jsonb;

update shipment s set consignment = jsonb_build_object(
  'reference', s.reference,
  'destination', s.destination,
  'consignor', s.consignor,
  'consignee', s.consignee,
  'incoterm', s.incoterm,
  'place', s.place,
  'currency', s.currency,
  'freight', s.freight,
  'insurance', s.insurance,
  'shipBy', s.ship_by,
  'lines', (
    select jsonb_agg(
      jsonb_build_object(
        'listing', p.listing || jsonb_build_object(
          'title', l.description, 'origin', l.origin, 'weightGrams', l.weight_grams),
        'quantity', l.quantity,
        'unit', l.unit,
        'unitPrice', l.unit_price)
      order by l.line_no)
    from shipment_line l join item i on i.id = l.item_id join product p on p.id = i.product_id
    where l.shipment_id = s.id));

alter table shipment
  alter column consignment set not null,
  add constraint shipment_is_its_record check (
    consignment ->> 'reference' = reference and consignment ->> 'destination' = destination),
  drop column consignor,
  drop column consignee,
  drop column incoterm,
  drop column place,
  drop column currency,
  drop column freight,
  drop column insurance;

alter table shipment_line
  drop column description,
  drop column quantity,
  drop column unit,
  drop column unit_price,
  drop column origin,
  drop column weight_grams;
