package org.pabean.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Objection;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.record.ItemFact.PrecedentLimited;
import org.pabean.record.ItemFact.PrecedentRetired;
import org.pabean.record.Journal;
import org.pabean.review.Intake;
import org.pabean.screening.Finding;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that people decided, to be read, and to be retired where it was wrong. Whoever retires waits
 * for those that are just finalising on it, and whoever comes after does not find it any more: what
 * rests on it then is all that ever will.
 */
@Service
public class KnowledgeBase {

  private final KnowledgeTable table;
  private final Catalogue catalogue;
  private final Intake intake;
  private final TransactionTemplate transaction;
  private final Journal journal;
  private final Clock clock;

  KnowledgeBase(
      KnowledgeTable table,
      Catalogue catalogue,
      Intake intake,
      TransactionTemplate transaction,
      Journal journal,
      Clock clock) {
    this.table = table;
    this.catalogue = catalogue;
    this.intake = intake;
    this.transaction = transaction;
    this.journal = journal;
    this.clock = clock;
  }

  /** What was decided, the last first. */
  @Transactional(readOnly = true)
  public List<KnownDecision> find(KnowledgeFilter filter, int offset, int limit) {
    return table.find(filter, PrecedentSearch.allWords(filter.text()), offset, limit);
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<KnownDecision> find(UUID id) {
    return table.find(id);
  }

  /** The items that stand as they do because of it, the last changed first. */
  @Transactional(readOnly = true)
  public List<Item> resting(KnownDecision known) {
    return catalogue.getAll(table.resting(known)).stream()
        .sorted(Comparator.comparing(Item::updatedAt).reversed().thenComparing(Item::id))
        .toList();
  }

  /** What else was decided on goods in the same words to the same destination, the last first. */
  @Transactional(readOnly = true)
  public List<KnownDecision> ofSameGoods(KnownDecision known) {
    return table.ofSameGoods(known);
  }

  /**
   * Sets the last day on which a precedent is used, as a ruling has one.
   *
   * @param until null if it has none any more
   * @throws KnowledgeRefused if it is not in force any more, or is a prohibition
   * @throws IllegalArgumentException if the day has passed, for then it is to be retired
   */
  public KnownDecision limit(UUID id, @Nullable LocalDate until, Actor lead) {
    onlyLeads(lead);
    LocalDate today = LocalDate.now(clock);
    if (until != null && until.isBefore(today)) {
      throw new IllegalArgumentException(
          "%s has passed: give a day from %s on, or retire it".formatted(until, today));
    }
    return transaction.execute(
        status -> {
          KnownDecision known = get(id);
          table.lock(known);
          if (!table.limit(id, until)) {
            throw new KnowledgeRefused("Only a precedent that is in force has a last day.");
          }
          journal.write(new PrecedentLimited(known.itemId(), known.decisionId(), id, until), lead);
          return get(id);
        });
  }

  /**
   * Retires what was wrong: from the end of this call on nothing is finalised on it.
   *
   * @throws KnowledgeRefused if it is not in force any more
   * @throws IllegalArgumentException if there is no such, or no reason is given
   */
  public KnownDecision retire(UUID id, String reason, Actor lead) {
    onlyLeads(lead);
    String why = Reason.of(reason, "say why it is wrong");
    return transaction.execute(status -> retireLocked(id, why, lead));
  }

  private KnownDecision retireLocked(UUID id, String why, Actor lead) {
    KnownDecision known = get(id);
    table.lock(known);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    if (!table.retire(id, why, lead.id(), now)) {
      throw new KnowledgeRefused(
          "This decision is not in force any more, so there is nothing to retire.");
    }
    Code code = known.code();
    journal.write(
        new PrecedentRetired(
            known.itemId(),
            known.decisionId(),
            id,
            code == null ? null : code.digits(),
            why,
            table.resting(known).size()),
        lead);
    return get(id);
  }

  /**
   * Holds again all that rests on a decision that is not in force any more. Each item by itself, so
   * that no sale waits for all of them; those that remain after a failure are still listed.
   *
   * @return the items that are held now
   * @throws KnowledgeRefused if it is in force
   */
  public List<UUID> reopen(UUID id, Actor lead) {
    onlyLeads(lead);
    KnownDecision known = get(id);
    if (known.isInForce() || known.state() == KnownDecision.State.EXPIRED) {
      throw new KnowledgeRefused(
          "Nobody has said that this decision is wrong: retire it first, then open again what rests"
              + " on it.");
    }
    List<UUID> held = new ArrayList<>();
    for (UUID item : table.resting(known)) {
      if (Boolean.TRUE.equals(transaction.execute(status -> reopen(known, item, lead)))) {
        held.add(item);
      }
    }
    return held;
  }

  private boolean reopen(KnownDecision known, UUID item, Actor lead) {
    catalogue.lock(item);
    // Somebody may have listed or decided it since.
    if (!table.resting(known).contains(item)) {
      return false;
    }
    intake.objectAnew(item, objection(known, lead));
    return true;
  }

  private static Finding objection(KnownDecision known, Actor lead) {
    Code code = known.code();
    String what = code == null ? "that they may not be imported" : code.dotted();
    String retired = known.retiredWhy();
    return Objection.ofPrecedent(
        code == null ? "" : code.dotted(),
        retired == null
            ? "It rested on a decision for %s by %s, which is not in force any more; %s opened it again."
                .formatted(what, known.decidedBy(), lead.name())
            : "It rested on a decision for %s by %s, which %s retired: %s"
                .formatted(what, known.decidedBy(), known.retiredBy(), retired));
  }

  private KnownDecision get(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no precedent " + id));
  }

  private static void onlyLeads(Actor actor) {
    if (!actor.is(Role.LEAD)) {
      throw new AccessDeniedException("only a lead retires a precedent");
    }
  }
}
