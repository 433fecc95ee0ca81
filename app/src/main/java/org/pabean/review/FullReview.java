package org.pabean.review;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Assessment;
import org.pabean.assess.Lane;
import org.pabean.assess.Objection;
import org.pabean.record.Journal;
import org.pabean.record.ProgramFact;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destinations for which nothing is finalised unseen. Who begins it waits for those that are just
 * being finalised, and whoever comes after finds it: not one more slips through between.
 */
@Service
public class FullReview {

  private final FullReviewTable table;
  private final Journal journal;
  private final Clock clock;

  FullReview(FullReviewTable table, Journal journal, Clock clock) {
    this.table = table;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A destination for which nothing is finalised unseen.
   *
   * @param destination ISO country
   * @param reason why, in plain words
   * @param by who began it; null if audits did
   * @param since from when on
   */
  public record InForce(String destination, String reason, @Nullable String by, Instant since) {}

  /** All that are in force, by destination. */
  @Transactional(readOnly = true)
  public List<InForce> inForce() {
    return table.inForce();
  }

  /**
   * When it last ended for a destination; what was before is no longer held against the machine.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> lastEnded(String destination) {
    return table.lastEnded(destination);
  }

  /** The assessment, held if nothing to its destination is finalised unseen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Assessment applied(Assessment assessment) {
    if (assessment.lane() != Lane.AUTO || assessment.precedent() != null) {
      return assessment;
    }
    table.lockShared(assessment.destination());
    return table
        .reason(assessment.destination())
        .map(reason -> assessment.heldBy(Objection.ofFullReview(assessment.destination(), reason)))
        .orElse(assessment);
  }

  /**
   * From the end of this transaction on nothing to a destination is finalised unseen; nothing
   * happens if that is so already.
   *
   * @param by who wants it; null if audits do
   */
  @Transactional
  public void begin(String destination, String reason, @Nullable Actor by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why everything is to be reviewed");
    }
    table.lock(destination);
    if (table.reason(destination).isPresent()) {
      return;
    }
    table.insert(
        UUID.randomUUID(), destination, reason.strip(), by == null ? null : by.id(), now());
    write(new ProgramFact.FullReview(destination, true, reason.strip()), by);
  }

  /** The machine may finalise again what it is sure of. */
  @Transactional
  public void end(String destination, Actor by) {
    table.lock(destination);
    Optional<String> reason = table.reason(destination);
    if (reason.isPresent() && table.end(destination, by.id(), now())) {
      write(new ProgramFact.FullReview(destination, false, reason.get()), by);
    }
  }

  private void write(ProgramFact fact, @Nullable Actor by) {
    if (by == null) {
      journal.write(fact);
    } else {
      journal.write(fact, by);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
