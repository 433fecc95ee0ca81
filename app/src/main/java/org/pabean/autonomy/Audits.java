package org.pabean.autonomy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Objection;
import org.pabean.assess.Precedent;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.certify.Binomial;
import org.pabean.certify.Draw;
import org.pabean.listing.GoodsKey;
import org.pabean.record.ItemFact.Audited;
import org.pabean.record.ItemFact.Drawn;
import org.pabean.record.Journal;
import org.pabean.registry.Registry;
import org.pabean.review.FullReview;
import org.pabean.review.Intake;
import org.pabean.review.ItemFinalised;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.tariff.Code;
import org.pabean.tariff.Nomenclature;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws final items for blind audits, in the transaction that makes them final, and takes the
 * answers. Where an auditor finds another code, the item and all in the same words are held again.
 */
@Service
public class Audits {

  private static final int LONGEST_RATIONALE = 2_000;

  private final AuditTable table;
  private final AutonomySettings settings;
  private final Catalogue catalogue;
  private final Intake intake;
  private final Registry registry;
  private final FullReview fullReview;
  private final Journal journal;
  private final Clock clock;
  private @Nullable Draw draw;

  Audits(
      AuditTable table,
      AutonomySettings settings,
      Catalogue catalogue,
      Intake intake,
      Registry registry,
      FullReview fullReview,
      Journal journal,
      Clock clock) {
    this.table = table;
    this.settings = settings;
    this.catalogue = catalogue;
    this.intake = intake;
    this.registry = registry;
    this.fullReview = fullReview;
    this.journal = journal;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(ItemFinalised finalised) {
    Item item = finalised.item();
    Code code = item.code();
    // The same goods under the same code are one thing: sent again they are not drawn again.
    String thing = "%s/%s/%s".formatted(item.id(), GoodsKey.of(item.listing()).hex(), code);
    if (code == null || !draw().takes(thing)) {
      return;
    }
    UUID id = UUID.randomUUID();
    if (table.insert(id, item, code, draw().share(), thing, now())) {
      journal.write(new Drawn(item.id(), id, draw().share()));
    }
  }

  private synchronized Draw draw() {
    Draw known = draw;
    if (known == null) {
      known = new Draw(table.key(), settings.auditShare());
      draw = known;
    }
    return known;
  }

  /**
   * The audit that the actor is at, or else the next; never of goods that they decided themselves.
   */
  @Transactional
  public Optional<Audit> next(Actor actor) {
    return table.claimNext(actor.id(), now(), settings.lease());
  }

  /** The item of an audit, which its auditor judges by the listing alone. */
  @Transactional(readOnly = true)
  public Item item(Audit audit) {
    return catalogue.get(audit.itemId());
  }

  /** Leaves an audit to somebody else. */
  @Transactional
  public void release(UUID id, Actor actor) {
    table.release(id, actor.id());
  }

  /**
   * What became of an audit.
   *
   * @param audit with its answer
   * @param held the items that are held again because of it
   * @param precedent the decision that the item only repeated, if the audit found another code: a
   *     lead should look at it, for it settles the same goods until it is retired; else null
   */
  public record Outcome(Audit audit, List<UUID> held, @Nullable UUID precedent) {}

  /**
   * Takes an auditor's code.
   *
   * @throws AuditRefused if they are not at it any more, or it was answered
   * @throws IllegalArgumentException if the code cannot be declared, or no reason is given
   */
  @Transactional
  public Outcome answer(UUID id, Code code, String rationale, Actor auditor) {
    Audit audit = table.find(id).orElseThrow(() -> new AuditRefused("There is no such audit."));
    String why = rationale.strip();
    if (why.isEmpty() || why.length() > LONGEST_RATIONALE) {
      throw new IllegalArgumentException(
          "say why, in 1 to %,d characters that hold before an auditor"
              .formatted(LONGEST_RATIONALE));
    }
    Nomenclature nomenclature = registry.assessor().nomenclature();
    if (!nomenclature.isDeclarable(code)) {
      throw new IllegalArgumentException(
          "%s cannot be declared under %s: choose a subheading of six digits that exists"
              .formatted(code, nomenclature.edition()));
    }
    catalogue.lock(audit.itemId());
    Instant now = now();
    boolean mine = table.holder(id, now).filter(auditor.id()::equals).isPresent();
    if (!mine || !table.answer(id, code, why, auditor.id(), now)) {
      throw new AuditRefused("You are not at this audit any more; it is another's, or answered.");
    }
    Audit answered = table.find(id).orElseThrow();
    journal.write(
        new Audited(
            audit.itemId(), id, code.digits(), audit.code().digits(), answered.isRight(), why),
        auditor);
    if (answered.isRight()) {
      return new Outcome(answered, List.of(), null);
    }
    Precedent repeated = catalogue.get(audit.itemId()).assessment().precedent();
    List<UUID> held = hold(answered, auditor, why);
    watch(answered);
    boolean onPerson = audit.byPrecedent();
    return new Outcome(
        answered, held, repeated != null && onPerson ? UUID.fromString(repeated.id()) : null);
  }

  /**
   * Once audits prove that the machine errs more often than the lead allows, nothing to that
   * destination is finalised unseen any more.
   */
  private void watch(Audit wrong) {
    String destination = wrong.destination();
    Instant since = fullReview.lastEnded(destination).orElse(Instant.EPOCH);
    AuditTable.Count recent = table.recent(destination, since);
    double least = Binomial.lowerBound(recent.errors(), recent.answered(), settings.confidence());
    if (!wrong.byPrecedent() && least > settings.aim()) {
      fullReview.begin(
          destination,
          "audits found %d of %d items wrong, which is more than the %.1f %% allowed with a confidence of %.0f %%."
              .formatted(
                  recent.errors(),
                  recent.answered(),
                  100 * settings.aim(),
                  100 * settings.confidence()),
          null);
    }
  }

  /** The item that was found wrong, and all in the same words: one answer made them all. */
  private List<UUID> hold(Audit wrong, Actor auditor, String why) {
    List<UUID> held = new ArrayList<>();
    Item item = catalogue.get(wrong.itemId());
    Code found = wrong.answer();
    String code = found == null ? "" : found.dotted();
    String before = wrong.code().dotted();
    boolean inForce = item.state() == ItemState.FINAL && wrong.code().equals(item.code());
    if (!inForce) {
      return held;
    }
    List<UUID> twins = catalogue.twins(item);
    intake.object(item.id(), Objection.ofAudit(code, before, auditor.name(), why));
    held.add(item.id());
    for (UUID twin : twins) {
      catalogue.lock(twin);
      intake.object(twin, Objection.ofTwin(code, before));
      held.add(twin);
    }
    return held;
  }

  /** How many audits wait for an answer. */
  @Transactional(readOnly = true)
  public long countOpen() {
    return table.countOpen();
  }

  /** The audits that were answered, the last first. */
  @Transactional(readOnly = true)
  public List<Audit> answered(int limit) {
    return table.answered(limit);
  }

  /** Whether somebody may audit. */
  public static boolean mayAudit(Actor actor) {
    return actor.is(Role.SPECIALIST);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
