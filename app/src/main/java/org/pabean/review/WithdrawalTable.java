package org.pabean.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on withdrawn decisions. */
@Repository
class WithdrawalTable {

  private final JdbcClient jdbc;

  WithdrawalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Decision> decision(UUID id) {
    return jdbc.sql(
            """
            select d.*, a.name, a.role from decision d join account a on a.id = d.decided_by
            where d.id = :id
            """)
        .param("id", id)
        .query((row, n) -> TaskTable.decision(row))
        .optional();
  }

  boolean isWithdrawn(UUID decision) {
    return jdbc.sql("select exists (select from decision_withdrawal where decision_id = :id)")
        .param("id", decision)
        .query(Boolean.class)
        .single();
  }

  void insert(Withdrawal withdrawal) {
    jdbc.sql(
            """
            insert into decision_withdrawal (id, decision_id, task_id, withdrawn_by, withdrawn_at)
            values (:id, :decision, :task, :by, :at)
            """)
        .param("id", withdrawal.id())
        .param("decision", withdrawal.decision().id())
        .param("task", withdrawal.decision().taskId())
        .param("by", withdrawal.by().id())
        .param("at", withdrawal.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Opens a task again, as it was before its last decision. */
  void reopen(UUID task, boolean forLead, boolean nextRound) {
    jdbc.sql(
            """
            update review_task set closed_at = null, closed_as = null, for_lead = :lead,
              claimed_by = null, claimed_until = null, version = version + 1,
              round = round + case when :next then 1 else 0 end
            where id = :id
            """)
        .param("lead", forLead)
        .param("next", nextRound)
        .param("id", task)
        .update();
  }

  List<Withdrawal> ofItem(UUID item) {
    return jdbc.sql(
            """
            select d.*, a.name, a.role, w.id withdrawal, w.withdrawn_at,
              b.id by_id, b.name by_name, b.role by_role
            from decision_withdrawal w join decision d on d.id = w.decision_id
              join account a on a.id = d.decided_by join account b on b.id = w.withdrawn_by
            where d.item_id = :item order by w.withdrawn_at desc
            """)
        .param("item", item)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    return new Withdrawal(
        row.getObject("withdrawal", UUID.class),
        TaskTable.decision(row),
        new Actor(
            row.getObject("by_id", UUID.class),
            row.getString("by_name"),
            Role.valueOf(row.getString("by_role"))),
        row.getTimestamp("withdrawn_at").toInstant());
  }
}
