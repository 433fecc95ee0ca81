package org.pabean.integration;

import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.pabean.record.Journal;
import org.pabean.record.ProgramFact.HostAllowed;
import org.pabean.security.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hosts that webhooks may reach although they are not on the public internet, each by an
 * admin's word and in the record.
 */
@Service
@Transactional
public class AllowedHosts {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Clock clock;

  AllowedHosts(JdbcClient jdbc, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.clock = clock;
  }

  /** What decides where may be posted to. */
  @Configuration
  static class Setup {

    @Bean
    Addresses addresses(AllowedHosts hosts) {
      return new Addresses(InetAddress::getAllByName, hosts::allows);
    }
  }

  /** All of them, by name. */
  @Transactional(readOnly = true)
  public List<AllowedHost> list() {
    return jdbc.sql(
            """
            select h.host, a.name, h.allowed_at from allowed_host h
            join account a on a.id = h.allowed_by order by h.host
            """)
        .query(
            (row, n) ->
                new AllowedHost(
                    row.getString("host"),
                    row.getString("name"),
                    row.getTimestamp("allowed_at").toInstant()))
        .list();
  }

  /**
   * Allows a host; nothing happens if it is allowed already.
   *
   * @return as it is kept
   * @throws IllegalArgumentException if it is no host
   */
  public String allow(String text, Actor by) {
    String host = Addresses.host(text);
    int added =
        jdbc.sql(
                """
                insert into allowed_host (host, allowed_by, allowed_at) values (:host, :by, :at)
                on conflict do nothing
                """)
            .param("host", host)
            .param("by", by.id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      journal.write(new HostAllowed(host, true), by);
    }
    return host;
  }

  /** Allows it no longer; false if it was not allowed. */
  public boolean forbid(String host, Actor by) {
    int removed =
        jdbc.sql("delete from allowed_host where host = :host").param("host", host).update();
    if (removed == 1) {
      journal.write(new HostAllowed(host, false), by);
    }
    return removed == 1;
  }

  boolean allows(String host) {
    return jdbc.sql("select exists (select 1 from allowed_host where host = :host)")
        .param("host", host)
        .query(Boolean.class)
        .single();
  }
}
