package org.pabean.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of rule packs that were edited here. */
@Repository
@DependsOnDatabaseInitialization
class PackTable {

  private static final String PROPOSALS =
      """
      select p.*, a.name proposed_by_name, s.name settled_by_name
      from pack_proposal p join account a on a.id = p.proposed_by
        left join account s on s.id = p.settled_by
      """;

  private final JdbcClient jdbc;

  PackTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A pack as it was last put in force here.
   *
   * @param yaml its text; null if the pack is again what comes with the program
   */
  record Change(String pack, @Nullable String yaml, Instant at, String by) {}

  /** The number of the last change; 0 if nothing was ever changed. */
  long lastChange() {
    return jdbc.sql("select coalesce(max(n), 0) from pack_change").query(Long.class).single();
  }

  /** The last change of each pack. */
  List<Change> changes() {
    return jdbc.sql(
            """
            select distinct on (c.pack) c.pack, t.yaml, c.at, a.name as by
            from pack_change c join pack_proposal p on p.id = c.proposal_id
              join account a on a.id = p.proposed_by
              left join rule_pack t on t.pack = c.pack and t.version = c.version
            order by c.pack, c.n desc
            """)
        .query(
            (row, n) ->
                new Change(
                    row.getString("pack"),
                    row.getString("yaml"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("by")))
        .list();
  }

  /** Keeps the text of a version, if there is none yet. */
  void store(String pack, String version, String yaml, Instant now) {
    jdbc.sql("insert into rule_pack values (:pack, :version, :yaml, :now) on conflict do nothing")
        .param("pack", pack)
        .param("version", version)
        .param("yaml", yaml)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> text(String pack, String version) {
    return jdbc.sql("select yaml from rule_pack where pack = :pack and version = :version")
        .param("pack", pack)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** A version and when it was first seen here. */
  record Stored(String version, Instant at) {}

  List<Stored> versions(String pack) {
    return jdbc.sql(
            """
            select version, stored_at from rule_pack where pack = :pack
            order by stored_at desc, version desc
            """)
        .param("pack", pack)
        .query(
            (row, n) ->
                new Stored(row.getString("version"), row.getTimestamp("stored_at").toInstant()))
        .list();
  }

  /** Whoever changes a pack waits here for whoever else does, until the transaction ends. */
  void lock() {
    jdbc.sql("lock table pack_change in share row exclusive mode").update();
  }

  void propose(PackProposal proposal) {
    jdbc.sql(
            """
            insert into pack_proposal (id, pack, version, roll_back, why, loosens, proposed_by,
              proposed_at, state)
            values (:id, :pack, :version, :rollBack, :why, :loosens, :by, :at, 'WAITING')
            """)
        .param("id", proposal.id())
        .param("pack", proposal.pack())
        .param("version", proposal.version())
        .param("rollBack", proposal.rollBack())
        .param("why", proposal.why())
        .param("loosens", proposal.loosens())
        .param("by", proposal.proposedBy())
        .param("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void settle(UUID id, PackProposal.State state, UUID by, Instant at) {
    jdbc.sql(
            """
            update pack_proposal set state = :state, settled_by = :by, settled_at = :at
            where id = :id and state = 'WAITING'
            """)
        .param("id", id)
        .param("state", state.name())
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Puts a version in force; without one, whatever comes with the program. */
  void putInForce(PackProposal proposal, @Nullable String version, Instant at) {
    jdbc.sql(
            """
            insert into pack_change (pack, version, proposal_id, at)
            values (:pack, :version, :proposal, :at)
            """)
        .param("pack", proposal.pack())
        .param("version", version)
        .param("proposal", proposal.id())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PackProposal> proposal(UUID id) {
    return jdbc.sql(PROPOSALS + "where p.id = :id")
        .param("id", id)
        .query((row, n) -> proposal(row))
        .optional();
  }

  /** The proposals of a pack, or of all; the last first. */
  List<PackProposal> proposals(@Nullable String pack, int limit) {
    return jdbc.sql(
            PROPOSALS
                + """
                where (:pack::text is null or p.pack = :pack)
                order by (p.state = 'WAITING') desc, p.proposed_at desc limit :limit
                """)
        .param("pack", pack)
        .param("limit", limit)
        .query((row, n) -> proposal(row))
        .list();
  }

  private static PackProposal proposal(ResultSet row) throws SQLException {
    @Nullable Timestamp settled = row.getTimestamp("settled_at");
    return new PackProposal(
        row.getObject("id", UUID.class),
        row.getString("pack"),
        row.getString("version"),
        row.getBoolean("roll_back"),
        row.getString("why"),
        row.getBoolean("loosens"),
        row.getObject("proposed_by", UUID.class),
        row.getString("proposed_by_name"),
        row.getTimestamp("proposed_at").toInstant(),
        PackProposal.State.valueOf(row.getString("state")),
        row.getObject("settled_by", UUID.class),
        row.getString("settled_by_name"),
        settled == null ? null : settled.toInstant());
  }
}
