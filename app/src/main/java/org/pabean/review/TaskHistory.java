package org.pabean.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to an item at the desk, told in order. */
@Service
@Transactional(readOnly = true)
public class TaskHistory {

  private final TaskTable tasks;
  private final WithdrawalTable withdrawals;

  TaskHistory(TaskTable tasks, WithdrawalTable withdrawals) {
    this.tasks = tasks;
    this.withdrawals = withdrawals;
  }

  /** What kind of thing happened. */
  public enum What {
    /** The item was held. */
    HELD,
    /** A person decided. */
    DECIDED,
    /** A person took their decision back. */
    WITHDRAWN,
    /** The goods came again in other words, and were not held any more. */
    RELISTED,
    /** A lead gave the task to somebody. */
    ASSIGNED,
    /** The seller was asked. */
    ASKED,
    /** The seller answered; {@code who} is what they said. */
    ANSWERED
  }

  /**
   * Something that happened.
   *
   * @param at when
   * @param what what it was
   * @param who who did it; empty for the machine
   * @param decision what was decided or taken back; null if nothing was
   */
  public record Entry(Instant at, What what, String who, @Nullable Decision decision) {}

  /** All that happened to an item, the last first. */
  public List<Entry> of(UUID itemId) {
    List<Entry> entries = new ArrayList<>(tasks.milestones(itemId));
    for (Decision d : tasks.decisions(itemId)) {
      entries.add(new Entry(d.at(), What.DECIDED, d.by().name(), d));
    }
    for (Withdrawal w : withdrawals.ofItem(itemId)) {
      entries.add(new Entry(w.at(), What.WITHDRAWN, w.by().name(), w.decision()));
    }
    entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::what).reversed());
    return entries;
  }
}
