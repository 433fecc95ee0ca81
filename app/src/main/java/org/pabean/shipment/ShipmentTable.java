package org.pabean.shipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.ItemState;
import org.pabean.consignment.Party;
import org.pabean.tariff.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on shipments and their lines. */
@Repository
class ShipmentTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ShipmentTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  UUID insert(UUID seller, ShipmentOrder order) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into shipment (id, seller_id, reference, destination, consignor, consignee,
              incoterm, place, currency, freight, insurance, ship_by, created_at)
            values (:id, :seller, :reference, :to, :consignor::jsonb, :consignee::jsonb,
              :incoterm, :place, :currency, :freight, :insurance, :shipBy, :now)
            """)
        .param("id", id)
        .param("seller", seller)
        .param("reference", order.reference())
        .param("to", order.destination())
        .param("consignor", json.writeValueAsString(order.consignor()))
        .param("consignee", json.writeValueAsString(order.consignee()))
        .param("incoterm", order.incoterm())
        .param("place", order.place())
        .param("currency", order.currency())
        .param("freight", order.freight())
        .param("insurance", order.insurance())
        .param("shipBy", order.shipBy())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  void insertLine(UUID shipment, int number, UUID item, ShipmentOrder.Line line) {
    jdbc.sql(
            """
            insert into shipment_line (shipment_id, line_no, item_id, description, quantity, unit,
              unit_price, origin, weight_grams)
            values (:shipment, :number, :item, :description, :quantity, :unit, :price, :origin, :grams)
            """)
        .param("shipment", shipment)
        .param("number", number)
        .param("item", item)
        .param("description", line.listing().title())
        .param("quantity", line.quantity())
        .param("unit", line.unit())
        .param("price", line.unitPrice())
        .param("origin", line.listing().origin())
        .param("grams", line.listing().weightGrams())
        .update();
  }

  Optional<Shipment> find(UUID id) {
    return jdbc.sql("select * from shipment where id = :id")
        .param("id", id)
        .query((row, n) -> shipment(row))
        .optional();
  }

  Optional<Shipment> findByReference(UUID seller, String reference) {
    return jdbc.sql("select * from shipment where seller_id = :seller and reference = :reference")
        .param("seller", seller)
        .param("reference", reference)
        .query((row, n) -> shipment(row))
        .optional();
  }

  List<Shipment> list(@Nullable UUID seller, int limit) {
    return jdbc.sql(
            """
            select * from shipment where :seller::uuid is null or seller_id = :seller
            order by created_at desc, id limit :limit
            """)
        .param("seller", seller)
        .param("limit", limit)
        .query((row, n) -> shipment(row))
        .list();
  }

  List<Shipment> findByItem(UUID item) {
    return jdbc.sql(
            """
            select * from shipment
            where id in (select shipment_id from shipment_line where item_id = :item)
            order by created_at desc, id
            """)
        .param("item", item)
        .query((row, n) -> shipment(row))
        .list();
  }

  /**
   * The shipments with a line of any of these items, locked in one order, and only then read: what
   * others did to their lines before is seen.
   */
  List<Shipment> lockByItems(Collection<UUID> items) {
    List<UUID> locked =
        jdbc.sql(
                """
                select id from shipment
                where id in (select shipment_id from shipment_line where item_id = any(:items))
                order by id for no key update
                """)
            .param("items", items.toArray(UUID[]::new), Types.ARRAY)
            .query(UUID.class)
            .list();
    return locked.stream().map(id -> find(id).orElseThrow()).toList();
  }

  /** Keeps how a shipment stands; whether it stood otherwise before. */
  boolean turned(UUID id, boolean held) {
    return jdbc.sql(
                """
                update shipment set was_held = :held where id = :id and was_held is distinct from :held
                """)
            .param("held", held)
            .param("id", id)
            .update()
        == 1;
  }

  private List<Shipment.Line> lines(UUID shipment) {
    return jdbc.sql(
            """
            select l.*, i.state, i.code, p.listing ->> 'sku' sku
            from shipment_line l join item i on i.id = l.item_id join product p on p.id = i.product_id
            where l.shipment_id = :shipment order by l.line_no
            """)
        .param("shipment", shipment)
        .query((row, n) -> line(row))
        .list();
  }

  private static Shipment.Line line(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return new Shipment.Line(
        row.getInt("line_no"),
        row.getObject("item_id", UUID.class),
        row.getString("sku"),
        row.getString("description"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("unit_price"),
        row.getString("origin"),
        row.getObject("weight_grams", Integer.class),
        ItemState.valueOf(row.getString("state")),
        code == null ? null : Code.parse(code));
  }

  private Shipment shipment(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Shipment(
        id,
        row.getObject("seller_id", UUID.class),
        row.getString("reference"),
        row.getString("destination"),
        json.readValue(row.getString("consignor"), Party.class),
        json.readValue(row.getString("consignee"), Party.class),
        row.getString("incoterm"),
        row.getString("place"),
        row.getString("currency"),
        row.getBigDecimal("freight"),
        row.getBigDecimal("insurance"),
        row.getObject("ship_by", LocalDate.class),
        row.getTimestamp("created_at").toInstant(),
        lines(id));
  }
}
