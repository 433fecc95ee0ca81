package org.pabean.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.listing.GoodsKey;
import org.pabean.listing.Listing;
import org.pabean.tariff.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on products, items and assessments. */
@Repository
class ItemTable {

  private static final String SELECT =
      """
      select i.*, p.seller_id, p.listing, a.content
      from item i join product p on p.id = i.product_id join assessment a on a.id = i.assessment_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ItemTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Inserts the product or brings it up to date; its row stays locked until the end. */
  UUID putProduct(UUID seller, String key, Listing listing) {
    return jdbc.sql(
            """
            insert into product (id, seller_id, product_key, goods_key, listing, created_at, updated_at)
            values (:id, :seller, :key, :goods, :listing::jsonb, :now, :now)
            on conflict (seller_id, product_key) do update
              set goods_key = excluded.goods_key, listing = excluded.listing,
                  updated_at = excluded.updated_at
            returning id
            """)
        .param("id", UUID.randomUUID())
        .param("seller", seller)
        .param("key", key)
        .param("goods", GoodsKey.of(listing).hex())
        .param("listing", json.writeValueAsString(listing))
        .param("now", now())
        .query(UUID.class)
        .single();
  }

  /** Describes a product in other words, under the key that it has. */
  void describe(UUID product, Listing listing) {
    jdbc.sql(
            """
            update product set goods_key = :goods, listing = :listing::jsonb, updated_at = :now
            where id = :id
            """)
        .param("goods", GoodsKey.of(listing).hex())
        .param("listing", json.writeValueAsString(listing))
        .param("now", now())
        .param("id", product)
        .update();
  }

  /** The item's id, locked if it exists; a new id if it does not. */
  UUID lockItem(UUID product, String destination) {
    return jdbc.sql(
            "select id from item where product_id = :product and destination = :to for update")
        .param("product", product)
        .param("to", destination)
        .query(UUID.class)
        .optional()
        .orElseGet(UUID::randomUUID);
  }

  UUID insertAssessment(UUID item, Assessment assessment) {
    UUID id = UUID.randomUUID();
    // The item's own row may come after this one in a first intake: the key is checked at commit.
    jdbc.sql(
            """
            insert into assessment (id, item_id, as_of, content, created_at)
            values (:id, :item, :asOf, :content::jsonb, :now)
            """)
        .param("id", id)
        .param("item", item)
        .param("asOf", assessment.asOf())
        .param("content", json.writeValueAsString(assessment))
        .param("now", now())
        .update();
    return id;
  }

  boolean isAssessed(UUID item) {
    return jdbc.sql("select exists (select from assessment where item_id = :item)")
        .param("item", item)
        .query(Boolean.class)
        .single();
  }

  /** The hash of an assessment as it is kept, so that the record vouches for its content too. */
  String hashOfAssessment(UUID id) {
    return jdbc.sql(
            """
            select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') from assessment
            where id = :id
            """)
        .param("id", id)
        .query(String.class)
        .single();
  }

  List<KeptAssessment> assessments(UUID item) {
    return jdbc.sql(
            """
            select id, content, created_at,
              encode(sha256(convert_to(content::text, 'UTF8')), 'hex') sha256
            from assessment where item_id = :item order by created_at, id
            """)
        .param("item", item)
        .query(
            (row, n) ->
                new KeptAssessment(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("sha256"),
                    json.readValue(row.getString("content"), Assessment.class)))
        .list();
  }

  void putItem(UUID id, UUID product, ItemState state, UUID assessmentId, Assessment assessment) {
    jdbc.sql(
            """
            insert into item
              (id, product_id, destination, state, lane, code, assessment_id, version, updated_at)
            values (:id, :product, :to, :state, :lane, :code, :assessment, 1, :now)
            on conflict (id) do update
              set state = excluded.state, lane = excluded.lane, code = excluded.code,
                  assessment_id = excluded.assessment_id, version = item.version + 1,
                  updated_at = excluded.updated_at
            """)
        .param("id", id)
        .param("product", product)
        .param("to", assessment.destination())
        .param("state", state.name())
        .param("lane", assessment.lane().name())
        .param("code", assessment.knownCode().map(Code::digits).orElse(null))
        .param("assessment", assessmentId)
        .param("now", now())
        .update();
  }

  void decide(UUID id, ItemState state, @Nullable Code code) {
    jdbc.sql(
            """
            update item set state = :state, code = coalesce(:code, code), version = version + 1,
              updated_at = :now
            where id = :id and state = 'HELD'
            """)
        .param("state", state.name())
        .param("code", code == null ? null : code.digits())
        .param("now", now())
        .param("id", id)
        .update();
  }

  void reopen(UUID id, @Nullable Code code) {
    jdbc.sql(
            """
            update item set state = 'HELD', code = :code, version = version + 1, updated_at = :now
            where id = :id and state <> 'HELD'
            """)
        .param("code", code == null ? null : code.digits())
        .param("now", now())
        .param("id", id)
        .update();
  }

  List<UUID> twins(Item item) {
    return jdbc.sql(
            """
            select i.id from item i join product p on p.id = i.product_id
            where p.goods_key = (select goods_key from product where id = :product)
              and i.destination = :to and i.id <> :id and i.state = 'FINAL' and i.lane = 'AUTO'
              and i.code = (select code from item where id = :id)
            order by i.id
            """)
        .param("product", item.productId())
        .param("to", item.destination())
        .param("id", item.id())
        .query(UUID.class)
        .list();
  }

  long countRelyingOn(String precedent) {
    return jdbc.sql("select count(*) from assessment where content -> 'precedent' ->> 'id' = :id")
        .param("id", precedent)
        .query(Long.class)
        .single();
  }

  List<Item> getAll(Collection<UUID> ids) {
    return jdbc.sql(SELECT + " where i.id in (:ids)")
        .param("ids", ids)
        .query((row, n) -> item(row))
        .list();
  }

  void lock(UUID id) {
    jdbc.sql("select id from item where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  Item get(UUID id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("there is no item " + id));
  }

  Optional<Item> find(UUID id) {
    return jdbc.sql(SELECT + " where i.id = :id")
        .param("id", id)
        .query((row, n) -> item(row))
        .optional();
  }

  List<Item> list(@Nullable UUID seller, @Nullable ItemState state, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 where (:seller::uuid is null or p.seller_id = :seller)
                   and (:state::text is null or i.state = :state)
                order by i.updated_at desc, i.id limit :limit
                """)
        .param("seller", seller)
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .query((row, n) -> item(row))
        .list();
  }

  List<Item> page(@Nullable UUID seller, @Nullable ItemGroup group, int offset, int limit) {
    return jdbc.sql(
            SELECT
                + " where (:seller::uuid is null or p.seller_id = :seller) and ("
                + (group == null ? "true" : group.condition())
                + ") order by i.updated_at desc, i.id offset :offset limit :limit")
        .param("seller", seller)
        .param("offset", offset)
        .param("limit", limit)
        .query((row, n) -> item(row))
        .list();
  }

  ItemCounts counts(@Nullable UUID seller) {
    String columns =
        Arrays.stream(ItemGroup.values())
            .map(g -> "count(*) filter (where %s) %s".formatted(g.condition(), g.name()))
            .collect(Collectors.joining(", "));
    return jdbc.sql(
            "select "
                + columns
                + """
                 from item i join product p on p.id = i.product_id
                where :seller::uuid is null or p.seller_id = :seller
                """)
        .param("seller", seller)
        .query(ItemCounts.class)
        .single();
  }

  private Item item(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return new Item(
        row.getObject("id", UUID.class),
        row.getObject("product_id", UUID.class),
        row.getObject("seller_id", UUID.class),
        json.readValue(row.getString("listing"), Listing.class),
        row.getString("destination"),
        ItemState.valueOf(row.getString("state")),
        Lane.valueOf(row.getString("lane")),
        code == null ? null : Code.parse(code),
        row.getObject("assessment_id", UUID.class),
        json.readValue(row.getString("content"), Assessment.class),
        row.getLong("version"),
        row.getTimestamp("updated_at").toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
