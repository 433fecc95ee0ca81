package org.pabean.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Precedent;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.KeptAssessment;
import org.pabean.document.DecisionFile.Decided;
import org.pabean.document.DecisionFile.Entry;
import org.pabean.document.DecisionFile.Paper;
import org.pabean.document.DecisionFile.Person;
import org.pabean.document.DecisionFile.Received;
import org.pabean.document.DecisionFile.Relied;
import org.pabean.document.DecisionFile.Subject;
import org.pabean.record.Event;
import org.pabean.record.Head;
import org.pabean.record.Journal;
import org.pabean.record.Kind;
import org.pabean.registry.Registry;
import org.pabean.review.Decision;
import org.pabean.review.ReviewQueue;
import org.pabean.review.Withdrawal;
import org.pabean.review.Withdrawals;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.pabean.tariff.Code;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws up the decision file of an item: for an auditor, or for the seller whose item it is. */
@Service
public class DecisionFiles {

  private static final String FORM = "decision-file/1";
  private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

  private final Catalogue catalogue;
  private final ReviewQueue queue;
  private final Withdrawals withdrawals;
  private final Shipments shipments;
  private final Documents documents;
  private final Journal journal;
  private final Registry registry;
  private final PdfPress press;
  private final JsonMapper json;
  private final Clock clock;

  DecisionFiles(
      Catalogue catalogue,
      ReviewQueue queue,
      Withdrawals withdrawals,
      Shipments shipments,
      Documents documents,
      Journal journal,
      Registry registry,
      PdfPress press,
      JsonMapper json,
      Clock clock) {
    this.catalogue = catalogue;
    this.queue = queue;
    this.withdrawals = withdrawals;
    this.shipments = shipments;
    this.documents = documents;
    this.journal = journal;
    this.registry = registry;
    this.press = press;
    this.json = json;
    this.clock = clock;
  }

  /** The file of an item as of now, if the actor may see the item. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<DecisionFile> find(UUID itemId, Actor actor) {
    return catalogue.find(itemId, actor).map(item -> drawUp(item, actor));
  }

  /** The file as PDF. */
  public byte[] pdf(DecisionFile file) {
    LocalDate day = LocalDate.ofInstant(file.drawnUpAt(), ZoneOffset.UTC);
    return press.set("decision-file", Map.of("file", DecisionSheet.of(file)), day);
  }

  private DecisionFile drawUp(Item item, Actor actor) {
    List<Shipment> travels = shipments.findByItem(item.id(), actor);
    List<Event> events = events(item, travels, actor);
    List<Decision> decisions = new ArrayList<>(queue.decisions(item.id()));
    decisions.sort(Comparator.comparing(Decision::at));
    Map<UUID, Withdrawal> takenBack =
        withdrawals.ofItem(item.id()).stream()
            .collect(Collectors.toMap(w -> w.decision().id(), Function.identity()));
    List<Decision> standing =
        decisions.stream().filter(d -> !takenBack.containsKey(d.id())).toList();
    var part = new AssessedPart(item, standing, registry.assessor().nomenclature());
    Map<String, String> hashes = hashes(events);
    List<KeptAssessment> kept = catalogue.assessments(item.id(), actor);
    return new DecisionFile(
        FORM,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        journal.head().map(Head::toString).orElse(null),
        subject(item, part),
        received(item, events),
        kept.stream().map(a -> part.of(a, hashes.get(a.id().toString()))).toList(),
        decisions.stream().map(d -> decided(d, takenBack.get(d.id()))).toList(),
        precedents(kept, decisions, takenBack.keySet(), events),
        travels.stream().flatMap(s -> papers(s, actor).stream()).toList(),
        people(events),
        events.stream().map(this::entry).toList());
  }

  private static Subject subject(Item item, AssessedPart part) {
    return new Subject(
        item.id(),
        item.listing().sku(),
        item.listing().title(),
        item.destination(),
        item.state().name(),
        digits(item.code()),
        dotted(item.code()),
        part.description(item.code()),
        item.version(),
        item.updatedAt());
  }

  /** Who was told by which webhook is not the seller's business. */
  private List<Event> events(Item item, List<Shipment> travels, Actor actor) {
    List<Event> events = new ArrayList<>(journal.of(item.id()));
    travels.forEach(shipment -> events.addAll(journal.of(shipment.id())));
    if (!actor.is(Role.SPECIALIST)) {
      events.removeIf(event -> event.kind().startsWith("webhook."));
    }
    events.sort(Comparator.comparing(Event::n));
    return events;
  }

  private Map<String, String> hashes(List<Event> events) {
    Map<String, String> hashes = new HashMap<>();
    for (Event event : events) {
      if (is(event, Kind.ASSESSED)) {
        Map<String, Object> said = content(event);
        hashes.put(
            String.valueOf(said.get("assessmentId")), String.valueOf(said.get("contentSha256")));
      }
    }
    return hashes;
  }

  private List<Received> received(Item item, List<Event> events) {
    List<Received> received = new ArrayList<>();
    for (Event event : events) {
      if (is(event, Kind.RECEIVED) && content(event).get("listing") instanceof Map<?, ?> listing) {
        received.add(
            new Received(event.at(), event.actor(), true, json.convertValue(listing, CONTENT)));
      }
    }
    if (received.isEmpty()) {
      // The item is older than the record.
      received.add(new Received(null, "", false, json.convertValue(item.listing(), CONTENT)));
    }
    return received;
  }

  private List<Relied> precedents(
      List<KeptAssessment> kept,
      List<Decision> decisions,
      Set<UUID> takenBack,
      List<Event> events) {
    List<Relied> precedents = new ArrayList<>();
    for (KeptAssessment assessment : kept) {
      Precedent p = assessment.content().precedent();
      if (p != null) {
        precedents.add(
            new Relied(
                p.id(),
                "relied-on",
                p.code().dotted(),
                p.decidedBy(),
                p.decidedOn().toString(),
                p.rationale(),
                p.legalBasis()));
      }
    }
    for (Event event : events) {
      if (is(event, Kind.PRECEDENT_MADE)) {
        precedents.add(made(event, decisions, takenBack));
      }
    }
    return precedents.stream().distinct().toList();
  }

  private Relied made(Event event, List<Decision> decisions, Set<UUID> takenBack) {
    Map<String, Object> said = content(event);
    Optional<Decision> decision =
        decisions.stream()
            .filter(d -> d.id().toString().equals(String.valueOf(said.get("decisionId"))))
            .findFirst();
    Object code = said.get("code");
    return new Relied(
        String.valueOf(said.get("precedentId")),
        decision.filter(d -> takenBack.contains(d.id())).isPresent() ? "withdrawn" : "made",
        code == null ? null : Code.parse(code.toString()).dotted(),
        event.actor(),
        LocalDate.ofInstant(event.at(), ZoneOffset.UTC).toString(),
        decision.map(d -> d.answer().rationale()).orElse(""),
        decision.map(d -> d.answer().legalBasis()).orElse(""));
  }

  private List<Paper> papers(Shipment shipment, Actor actor) {
    return documents.list(shipment.id(), actor).stream()
        .map(
            d ->
                new Paper(
                    d.id(),
                    d.kind().name(),
                    d.number(),
                    d.version(),
                    shipment.reference(),
                    d.issuedBy(),
                    d.issuedAt(),
                    d.sha256()))
        .toList();
  }

  private static List<Person> people(List<Event> events) {
    return events.stream()
        .filter(event -> event.actorId() != null)
        .map(event -> new Person(event.actor(), event.role()))
        .distinct()
        .toList();
  }

  private static Decided decided(Decision decision, @Nullable Withdrawal takenBack) {
    @Nullable Code code = decision.answer().code();
    return new Decided(
        decision.id(),
        decision.at(),
        decision.by().name(),
        decision.by().role().name(),
        decision.answer().verdict().name(),
        digits(code),
        dotted(code),
        decision.answer().rationale(),
        decision.answer().legalBasis(),
        takenBack == null ? null : takenBack.at(),
        takenBack == null ? null : takenBack.by().name());
  }

  private Entry entry(Event event) {
    return new Entry(
        event.seq(),
        event.at(),
        event.actor(),
        event.role(),
        event.kind(),
        event.words(),
        content(event),
        event.hash());
  }

  private Map<String, Object> content(Event event) {
    return json.readValue(event.payload(), CONTENT);
  }

  private static boolean is(Event event, Kind kind) {
    return event.kind().equals(kind.slug());
  }

  private static @Nullable String digits(@Nullable Code code) {
    return code == null ? null : code.digits();
  }

  private static @Nullable String dotted(@Nullable Code code) {
    return code == null ? null : code.dotted();
  }
}
