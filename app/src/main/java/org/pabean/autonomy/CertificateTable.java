package org.pabean.autonomy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of certificates and the key that signs them. */
@Repository
class CertificateTable {

  private final JdbcClient jdbc;

  CertificateTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A pair of keys, encoded. */
  record Keys(byte[] publicKey, byte[] privateKey) {}

  Optional<Keys> keys() {
    return jdbc.sql("select public_key, private_key from signing_key")
        .query((row, n) -> new Keys(row.getBytes(1), row.getBytes(2)))
        .optional();
  }

  /** Keeps the keys, unless another node was first. */
  void insert(Keys keys) {
    jdbc.sql(
            """
            insert into signing_key (public_key, private_key) values (:public, :private)
            on conflict do nothing
            """)
        .param("public", keys.publicKey)
        .param("private", keys.privateKey)
        .update();
  }

  void insert(UUID id, String content, byte[] signature, UUID by, Instant now) {
    jdbc.sql(
            """
            insert into certificate (id, content, signature, issued_by, issued_at)
            values (:id, :content, :signature, :by, :now)
            """)
        .param("id", id)
        .param("content", content)
        .param("signature", signature)
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<SignedCertificate> find(UUID id) {
    return jdbc.sql(
            """
            select c.content, c.signature, k.public_key from certificate c cross join signing_key k
            where c.id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new SignedCertificate(
                    SignedCertificate.ALGORITHM,
                    row.getString("content"),
                    Base64.getEncoder().encodeToString(row.getBytes("signature")),
                    Base64.getEncoder().encodeToString(row.getBytes("public_key"))))
        .optional();
  }

  /** The certificates, the last first. */
  List<Certificates.Issued> list(int limit) {
    return jdbc.sql(
            """
            select c.id, c.issued_at, a.name, c.content::jsonb ->> 'statement' statement
            from certificate c join account a on a.id = c.issued_by
            order by c.issued_at desc limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Certificates.Issued(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("issued_at").toInstant(),
                    row.getString("name"),
                    row.getString("statement")))
        .list();
  }

  /** When the first and the last audit was answered that counts. */
  @Nullable Instant[] span() {
    return jdbc.sql("select min(answered_at), max(answered_at) from audit where not by_precedent")
        .query(
            (row, n) -> {
              Timestamp first = row.getTimestamp(1);
              Timestamp last = row.getTimestamp(2);
              return first == null || last == null
                  ? new @Nullable Instant[] {null, null}
                  : new @Nullable Instant[] {first.toInstant(), last.toInstant()};
            })
        .single();
  }
}
