package org.pabean.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.registry.PackProposal.State;
import org.pabean.screening.InvalidRulePack;
import org.pabean.screening.PackChange;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule packs in force, and how they change: a lead puts a version forward, the program checks
 * it, and whatever may let pass what was held waits for a second lead.
 */
@Service
public class Packs {

  private static final String EXTENSION = ".yaml";

  private final Registry registry;
  private final PackTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Map<String, PackText> shipped;

  Packs(Registry registry, PackTable table, ApplicationEventPublisher events, Clock clock) {
    this.registry = registry;
    this.table = table;
    this.events = events;
    this.clock = clock;
    this.shipped =
        PackText.builtIn().stream()
            .collect(Collectors.toMap(text -> text.pack().id(), Function.identity()));
  }

  /** The packs in force, in the order in which they are asked. */
  public List<PackInForce> inForce() {
    Map<String, PackTable.Change> changes =
        table.changes().stream()
            .filter(change -> change.yaml() != null)
            .collect(Collectors.toMap(PackTable.Change::pack, Function.identity()));
    return registry.packs().stream().map(pack -> inForce(pack, changes.get(pack.id()))).toList();
  }

  /** A pack in force. */
  public Optional<PackInForce> find(String id) {
    return inForce().stream().filter(pack -> pack.pack().id().equals(id)).findFirst();
  }

  private PackInForce inForce(RulePack pack, PackTable.@Nullable Change change) {
    PackText own = shipped.get(pack.id());
    String version = own == null ? null : own.pack().version();
    if (change == null || change.yaml() == null) {
      return new PackInForce(
          Objects.requireNonNull(own, pack.id()), pack, false, null, null, version);
    }
    return new PackInForce(
        new PackText(pack.id() + EXTENSION, change.yaml()),
        pack,
        true,
        change.at(),
        change.by(),
        version);
  }

  /**
   * Checks a pack as a person wrote it: its form, its conditions, its examples, and what it
   * changes.
   *
   * @throws InvalidRulePack if it is faulty; all its faults are named
   */
  public PackDraft check(PackText text) {
    RulePack pack = text.pack();
    Screener screener = registry.assessor().screener().with(pack);
    PackText before = find(pack.id()).map(PackInForce::text).orElse(null);
    return new PackDraft(text, pack, PackChange.between(before, text), screener);
  }

  /**
   * Puts a pack forward. It is in force at once if it loosens nothing; else a second lead must
   * agree.
   *
   * @param why for the record, and for whoever must agree
   * @throws InvalidRulePack if it is faulty
   * @throws PackRefused if its version was used for another text, or a change of the pack waits
   */
  @Transactional
  public PackProposal propose(PackText text, String why, Actor by) {
    table.lock();
    PackDraft draft = check(text);
    RulePack pack = draft.pack();
    storeShipped(pack.id());
    Optional<String> known = table.text(pack.id(), pack.version());
    if (known.isPresent() && !known.get().equals(text.yaml())) {
      throw new PackRefused(
          "Version %s of the pack %s is taken by another text. Give this one a version of its own, such as %s."
              .formatted(pack.version(), pack.id(), nextVersion(pack.id())));
    }
    if (draft.change().rules().isEmpty() && find(pack.id()).isPresent()) {
      throw new PackRefused(
          "No rule of the pack %s differs from the one in force.".formatted(pack.id()));
    }
    table.store(pack.id(), pack.version(), text.yaml(), now());
    return propose(draft, false, why, by);
  }

  /**
   * Goes back to a version that there was before.
   *
   * @throws PackRefused if there is no such version, it is in force, or a change of the pack waits
   */
  @Transactional
  public PackProposal rollBack(String pack, String version, Actor by) {
    table.lock();
    storeShipped(pack);
    String yaml =
        table
            .text(pack, version)
            .orElseThrow(
                () -> new PackRefused("The pack %s has no version %s.".formatted(pack, version)));
    if (find(pack).filter(now -> now.pack().version().equals(version)).isPresent()) {
      throw new PackRefused("Version %s of the pack %s is in force.".formatted(version, pack));
    }
    PackDraft draft = check(new PackText(pack + EXTENSION, yaml));
    return propose(draft, true, "Back to version " + version, by);
  }

  private PackProposal propose(PackDraft draft, boolean rollBack, String why, Actor by) {
    RulePack pack = draft.pack();
    if (table.proposals(pack.id(), 1).stream().anyMatch(p -> p.state() == State.WAITING)) {
      throw new PackRefused(
          "A change of the pack %s waits for a second person; it must be settled first."
              .formatted(pack.id()));
    }
    var proposal =
        new PackProposal(
            UUID.randomUUID(),
            pack.id(),
            pack.version(),
            rollBack,
            why,
            draft.change().loosens(),
            by.id(),
            by.name(),
            now(),
            State.WAITING,
            null,
            null,
            null);
    table.propose(proposal);
    if (!proposal.loosens()) {
      return putInForce(proposal, by);
    }
    events.publishEvent(new PackEvent(proposal, by));
    return proposal;
  }

  /**
   * A second person agrees: the pack is in force from now on.
   *
   * @throws PackRefused if it is the same person, it does not wait, or the pack has changed since
   */
  @Transactional
  public PackProposal agree(UUID id, Actor by) {
    table.lock();
    PackProposal waiting = waiting(id);
    if (waiting.proposedBy().equals(by.id())) {
      throw new PackRefused(
          "You put this change forward yourself. It lets pass what is held now, so that another lead must agree.");
    }
    return putInForce(waiting, by);
  }

  /**
   * A second person says no, or who put it forward takes it back.
   *
   * @throws PackRefused if it does not wait
   */
  @Transactional
  public PackProposal refuse(UUID id, Actor by) {
    table.lock();
    PackProposal waiting = waiting(id);
    boolean own = waiting.proposedBy().equals(by.id());
    table.settle(id, own ? State.WITHDRAWN : State.REFUSED, by.id(), now());
    return told(id, by);
  }

  private PackProposal waiting(UUID id) {
    PackProposal proposal =
        proposal(id).orElseThrow(() -> new PackRefused("There is no such proposal."));
    if (proposal.state() != State.WAITING) {
      throw new PackRefused(
          "This change was settled by %s already.".formatted(proposal.settledByName()));
    }
    return proposal;
  }

  private PackProposal putInForce(PackProposal proposal, Actor by) {
    Instant now = now();
    table.settle(proposal.id(), State.LIVE, by.id(), now);
    table.putInForce(proposal, isShipped(proposal) ? null : proposal.version(), now);
    return told(proposal.id(), by);
  }

  private PackProposal told(UUID id, Actor by) {
    PackProposal settled = proposal(id).orElseThrow();
    events.publishEvent(new PackEvent(settled, by));
    return settled;
  }

  private boolean isShipped(PackProposal proposal) {
    PackText own = shipped.get(proposal.pack());
    return own != null && own.pack().version().equals(proposal.version());
  }

  /** What comes with the program is a version like others, once something is put in its place. */
  private void storeShipped(String pack) {
    PackText own = shipped.get(pack);
    if (own != null) {
      table.store(pack, own.pack().version(), own.yaml(), now());
    }
  }

  /** A proposal. */
  @Transactional(readOnly = true)
  public Optional<PackProposal> proposal(UUID id) {
    return table.proposal(id);
  }

  /**
   * What a proposal would change about the pack in force now.
   *
   * @throws InvalidRulePack if its text is no longer a valid pack to this program
   */
  public PackDraft draft(PackProposal proposal) {
    String yaml = table.text(proposal.pack(), proposal.version()).orElseThrow();
    return check(new PackText(proposal.pack() + EXTENSION, yaml));
  }

  /** Who put what forward: what waits first, then the last first. */
  @Transactional(readOnly = true)
  public List<PackProposal> proposals(@Nullable String pack, int limit) {
    return table.proposals(pack, limit);
  }

  /** The versions of a pack that can be gone back to, the last first. */
  public List<PackVersion> versions(String pack) {
    String now = find(pack).map(live -> live.pack().version()).orElse("");
    PackText own = shipped.get(pack);
    String ofProgram = own == null ? "" : own.pack().version();
    return table.versions(pack).stream()
        .map(
            stored ->
                new PackVersion(
                    stored.version(),
                    stored.at(),
                    stored.version().equals(now),
                    stored.version().equals(ofProgram)))
        .toList();
  }

  /** A name for the next version of a pack, which no version has yet. */
  public String nextVersion(String pack) {
    String today = now().toString().substring(0, 10);
    List<String> taken = table.versions(pack).stream().map(PackTable.Stored::version).toList();
    PackText own = shipped.get(pack);
    String version = today;
    for (int n = 2;
        taken.contains(version) || (own != null && own.pack().version().equals(version));
        n++) {
      version = today + "." + n;
    }
    return version;
  }

  /** Whether somebody may change packs, and agree to what another changed. */
  public static boolean mayChange(Actor actor) {
    return actor.is(Role.LEAD);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
