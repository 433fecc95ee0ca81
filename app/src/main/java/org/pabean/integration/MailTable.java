package org.pabean.integration;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that only deliveries by e-mail need: they are sent together. */
@Repository
class MailTable {

  /** The most that one letter tells of. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;

  MailTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A delivery that waits.
   *
   * @param about the item that the event is about, else its subject
   */
  record Waiting(
      UUID delivery, UUID event, String type, UUID subject, UUID about, String payload) {}

  /** Nobody else sends to this address before this transaction ends. */
  void lock(String address) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 4))")
        .param("address", "mail " + address)
        .query((row, n) -> 1)
        .single();
  }

  /** What waits for an address, the oldest first. */
  List<Waiting> waiting(String address) {
    return jdbc.sql(
            """
            select d.id delivery, e.id event, e.type, e.subject,
              coalesce((e.payload #>> '{item,id}')::uuid, e.subject) about, e.payload::text payload
            from delivery d join event e on e.id = d.event_id
            where d.email = :address and d.state = 'PENDING' order by e.seq limit :most
            """)
        .param("address", address)
        .param("most", MOST)
        .query(Waiting.class)
        .list();
  }
}
