package org.pabean.knowledge;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.pabean.knowledge.ConflictTable.Pair;
import org.pabean.record.ItemFact.ConflictSettled;
import org.pabean.record.Journal;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions that contradict each other, until a lead retires one of the two or says that both
 * stand. They are looked for whenever something is decided, in the same transaction.
 */
@Service
public class Conflicts {

  /** Of many that stand against a new decision the most alike say enough. */
  private static final int MOST_OF_ONE = 10;

  private final ConflictTable table;
  private final KnowledgeTable known;
  private final Journal journal;
  private final Clock clock;

  Conflicts(ConflictTable table, KnowledgeTable known, Journal journal, Clock clock) {
    this.table = table;
    this.known = known;
    this.journal = journal;
    this.clock = clock;
  }

  /** Writes down what stands against a decision that has just become a precedent. */
  @Transactional(propagation = Propagation.MANDATORY)
  void lookFor(UUID fresh) {
    // Of two decided at the same moment the second must see the first.
    table.lockSearch();
    KnownDecision one = known.find(fresh).orElseThrow();
    known.against(one, PrecedentSearch.tellingWords(one.title())).stream()
        .filter(other -> isAlike(one, other))
        .limit(MOST_OF_ONE)
        .forEach(other -> table.insert(one.id(), other.id(), isSame(one, other), now()));
  }

  private static boolean isAlike(KnownDecision one, KnownDecision other) {
    return isSame(one, other) || PrecedentSearch.areNearlyTheSame(one.title(), other.title());
  }

  private static boolean isSame(KnownDecision one, KnownDecision other) {
    return one.goods().equals(other.goods());
  }

  /** Those that wait for a lead, the oldest first. */
  @Transactional(readOnly = true)
  public List<Conflict> open(int limit) {
    return table.open(limit).stream().map(this::conflict).filter(Conflict::isOpen).toList();
  }

  /** How many wait for a lead. */
  @Transactional(readOnly = true)
  public long countOpen() {
    return table.countOpen();
  }

  /** All that a precedent or prohibition is or was part of. */
  @Transactional(readOnly = true)
  public List<Conflict> of(UUID precedent) {
    return table.of(precedent).stream().map(this::conflict).toList();
  }

  /**
   * Says that both stand, for the goods differ in what decides the code.
   *
   * @throws KnowledgeRefused if it is settled already
   * @throws IllegalArgumentException if there is no such, or no reason is given
   */
  @Transactional
  public Conflict bothStand(UUID id, String reason, Actor lead) {
    if (!lead.is(Role.LEAD)) {
      throw new AccessDeniedException("only a lead settles a conflict");
    }
    String why = Reason.of(reason, "say in what the goods differ");
    Conflict conflict = conflict(lock(id));
    if (!conflict.isOpen()) {
      throw new KnowledgeRefused("This conflict is settled already.");
    }
    table.settle(id, why, lead.id(), now());
    for (KnownDecision each : List.of(conflict.one(), conflict.other())) {
      UUID against = conflict.against(each.id()).id();
      journal.write(new ConflictSettled(each.itemId(), id, each.id(), against, why), lead);
    }
    return conflict(lock(id));
  }

  private Pair lock(UUID id) {
    return table
        .lock(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no conflict " + id));
  }

  private Conflict conflict(Pair pair) {
    KnownDecision one = known.find(pair.one()).orElseThrow();
    KnownDecision other = known.find(pair.other()).orElseThrow();
    boolean inOrder = !one.decidedOn().isAfter(other.decidedOn());
    return new Conflict(
        pair.id(),
        inOrder ? one : other,
        inOrder ? other : one,
        pair.sameGoods(),
        pair.foundAt().toInstant(),
        pair.settledBy(),
        pair.reason());
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
