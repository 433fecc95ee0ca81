package org.pabean.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.consignment.PaperKind;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL on documents. */
@Repository
class DocumentTable {

  private static final String SELECT =
      """
      select d.id, d.shipment_id, d.kind, d.form, d.title, d.number, d.version, d.sha256, d.content,
        d.data::text said, d.issued_at,
        a.name issued_by
      from document d join account a on a.id = d.issued_by
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DocumentTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An invoice that was issued, and what it says. */
  record IssuedInvoice(IssuedDocument document, Invoice content) {}

  /** A form that was issued, and what it says, as it was written. */
  record IssuedForm(IssuedDocument document, String data) {}

  /**
   * What is kept of a document.
   *
   * @param content by which an unchanged one is recognised
   * @param data for programs, as JSON
   * @param pdf the file
   */
  record Content(Object content, String data, byte[] pdf) {}

  /**
   * Inserts a document. The database locks the items of the shipment until the transaction ends.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if a line is held, or there is
   *     this version already
   */
  void insert(IssuedDocument document, UUID issuedBy, Content content) {
    jdbc.sql(
            """
            insert into document
              (id, shipment_id, kind, form, title, number, version, content, data, pdf, sha256,
              issued_by, issued_at)
            values (:id, :shipment, :kind, :form, :title, :number, :version, :content::jsonb,
              :data::json, :pdf, :sha256, :by, :at)
            """)
        .param("id", document.id())
        .param("shipment", document.shipmentId())
        .param("kind", document.kind().name())
        .param("form", document.form())
        .param("title", document.title())
        .param("number", document.number())
        .param("version", document.version())
        .param("content", json.writeValueAsString(content.content()))
        .param("data", content.data())
        .param("pdf", content.pdf())
        .param("sha256", document.sha256())
        .param("by", issuedBy)
        .param("at", document.issuedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<IssuedInvoice> newestInvoice(UUID shipment) {
    return newest(
        shipment, Documents.INVOICE, (row, n) -> new IssuedInvoice(document(row), content(row)));
  }

  Optional<IssuedForm> newestForm(UUID shipment, String form) {
    return newest(shipment, form, (row, n) -> new IssuedForm(document(row), row.getString("said")));
  }

  private <T> Optional<T> newest(UUID shipment, String form, RowMapper<T> read) {
    return jdbc.sql(
            SELECT
                + """
                 where d.shipment_id = :shipment and d.form = :form
                order by d.version desc limit 1
                """)
        .param("shipment", shipment)
        .param("form", form)
        .query(read)
        .optional();
  }

  void fetched(UUID document, UUID account, Instant at) {
    jdbc.sql(
            """
            insert into document_fetch (document_id, account_id, fetched_at)
            values (:document, :account, :at)
            """)
        .param("document", document)
        .param("account", account)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Fetch> fetches(UUID document) {
    return jdbc.sql(
            """
            select a.name, max(f.fetched_at) last from document_fetch f
            join account a on a.id = f.account_id
            where f.document_id = :document group by a.id, a.name order by last desc
            """)
        .param("document", document)
        .query((row, n) -> new Fetch(row.getString("name"), row.getTimestamp("last").toInstant()))
        .list();
  }

  /** The data of a document; none for those issued before it was kept. */
  Optional<String> data(UUID id) {
    return jdbc.sql("select data::text from document where id = :id and data is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  List<IssuedDocument> list(UUID shipment) {
    return jdbc.sql(
            SELECT
                + " where d.shipment_id = :shipment order by d.issued_at desc, d.version desc, d.form")
        .param("shipment", shipment)
        .query((row, n) -> document(row))
        .list();
  }

  Optional<IssuedDocument> find(UUID id) {
    return jdbc.sql(SELECT + " where d.id = :id")
        .param("id", id)
        .query((row, n) -> document(row))
        .optional();
  }

  /** The number of a document issued since then for a shipment with this item. */
  Optional<String> firstIssuedWith(UUID item, Instant since) {
    return jdbc.sql(
            """
            select d.number from document d join shipment_line l on l.shipment_id = d.shipment_id
            where l.item_id = :item and d.issued_at >= :since order by d.issued_at limit 1
            """)
        .param("item", item)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  /** The last document of each form of the shipments with any of these items. */
  List<IssuedDocument> newestWith(Collection<UUID> items) {
    return jdbc.sql(
            "select * from (select distinct on (shipment_id, form) * from ("
                + SELECT
                + """
                 where d.shipment_id in (
                  select shipment_id from shipment_line where item_id in (:items))) d
                order by shipment_id, form, version desc) d order by issued_at desc, id
                """)
        .param("items", items)
        .query((row, n) -> document(row))
        .list();
  }

  Optional<byte[]> pdf(UUID id) {
    return jdbc.sql("select pdf from document where id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("pdf"))
        .optional();
  }

  /** As it is stored. */
  String text(Object content) {
    return json.writeValueAsString(content);
  }

  private Invoice content(ResultSet row) throws SQLException {
    return json.readValue(row.getString("content"), Invoice.class);
  }

  private static IssuedDocument document(ResultSet row) throws SQLException {
    return new IssuedDocument(
        row.getObject("id", UUID.class),
        row.getObject("shipment_id", UUID.class),
        PaperKind.valueOf(row.getString("kind")),
        row.getString("form"),
        row.getString("title"),
        row.getString("number"),
        row.getInt("version"),
        row.getString("sha256"),
        row.getString("issued_by"),
        row.getTimestamp("issued_at").toInstant());
  }
}
