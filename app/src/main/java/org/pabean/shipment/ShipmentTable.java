package org.pabean.shipment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.ItemState;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.tariff.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on shipments and their lines. */
@Repository
class ShipmentTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  ShipmentTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Where a line's item stands. */
  private record Standing(int number, UUID itemId, ItemState state, @Nullable Code code) {}

  UUID insert(UUID seller, Consignment consignment) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into shipment (id, seller_id, reference, destination, ship_by, consignment,
              created_at)
            values (:id, :seller, :reference, :to, :shipBy, :consignment::jsonb, :now)
            """)
        .param("id", id)
        .param("seller", seller)
        .param("reference", consignment.reference())
        .param("to", consignment.destination())
        .param("shipBy", consignment.shipBy())
        .param("consignment", ConsignmentFile.write(consignment).toString())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  void update(UUID id, Consignment consignment) {
    jdbc.sql(
            """
            update shipment set consignment = :consignment::jsonb, ship_by = :shipBy where id = :id
            """)
        .param("id", id)
        .param("shipBy", consignment.shipBy())
        .param("consignment", ConsignmentFile.write(consignment).toString())
        .update();
  }

  /** Keeps others from changing the shipment until the transaction ends. */
  void lock(UUID id) {
    jdbc.sql("select id from shipment where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  void replaceLines(UUID shipment, List<UUID> items) {
    jdbc.sql("delete from shipment_line where shipment_id = :shipment")
        .param("shipment", shipment)
        .update();
    for (int i = 0; i < items.size(); i++) {
      jdbc.sql(
              """
              insert into shipment_line (shipment_id, line_no, item_id)
              values (:shipment, :number, :item)
              """)
          .param("shipment", shipment)
          .param("number", i + 1)
          .param("item", items.get(i))
          .update();
    }
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

  private List<Standing> standings(UUID shipment) {
    return jdbc.sql(
            """
            select l.line_no, l.item_id, i.state, i.code
            from shipment_line l join item i on i.id = l.item_id
            where l.shipment_id = :shipment order by l.line_no
            """)
        .param("shipment", shipment)
        .query((row, n) -> standing(row))
        .list();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return new Standing(
        row.getInt("line_no"),
        row.getObject("item_id", UUID.class),
        ItemState.valueOf(row.getString("state")),
        code == null ? null : Code.parse(code));
  }

  private Shipment shipment(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Consignment consignment =
        ConsignmentFile.read(row.getString("consignment").getBytes(StandardCharsets.UTF_8));
    List<Shipment.Line> lines = new ArrayList<>();
    for (Standing at : standings(id)) {
      Consignment.Line goods = consignment.lines().get(at.number() - 1);
      lines.add(new Shipment.Line(at.number(), at.itemId(), goods, at.state(), at.code()));
    }
    return new Shipment(
        id,
        row.getObject("seller_id", UUID.class),
        consignment,
        row.getTimestamp("created_at").toInstant(),
        lines);
  }
}
