package org.pabean.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on saved views. */
@Repository
class ViewTable {

  private final JdbcClient jdbc;

  ViewTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedView> all(UUID account) {
    return jdbc.sql(
            """
            select id, name, query, shared, account_id = :account own from queue_view
            where account_id = :account or shared order by shared, lower(name), id
            """)
        .param("account", account)
        .query(SavedView.class)
        .list();
  }

  void put(UUID id, UUID account, String name, String query, boolean shared, Instant now) {
    jdbc.sql(
            """
            insert into queue_view (id, account_id, name, query, shared, created_at)
            values (:id, :account, :name, :query, :shared, :now)
            on conflict (account_id, name) do update
              set query = excluded.query, shared = excluded.shared
            """)
        .param("id", id)
        .param("account", account)
        .param("name", name)
        .param("query", query)
        .param("shared", shared)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(UUID id, UUID account, boolean sharedToo) {
    jdbc.sql(
            "delete from queue_view where id = :id and (account_id = :account or (:too and"
                + " shared))")
        .param("id", id)
        .param("account", account)
        .param("too", sharedToo)
        .update();
  }
}
