package org.pabean.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.security.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the record and reads it. An event is written in the transaction of the fact: both are
 * kept, or neither.
 */
@Service
public class Journal {

  private static final String PROGRAM = "Pabean";

  private final RecordTable table;
  private final JsonMapper canonical;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Journal(RecordTable table, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.events = events;
    // One text for one content: the hash covers it.
    this.canonical =
        json.rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.INDENT_OUTPUT)
            .build();
    this.clock = clock;
  }

  /** Writes down what somebody did. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Fact fact, Actor actor) {
    insert(fact, actor.id(), actor.name(), actor.role().name());
  }

  /** Writes down what the program did by itself. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Fact fact) {
    insert(fact, null, PROGRAM, "PROGRAM");
  }

  /** The events of a subject, in the order in which they were written. */
  @Transactional(readOnly = true)
  public List<Event> of(UUID subject) {
    return table.bySubject(subject);
  }

  /** The last event of a kind. */
  @Transactional(readOnly = true)
  public Optional<Event> last(Kind kind) {
    return table.last(kind);
  }

  /** The end of the chain as it is sealed; empty before the first event. */
  @Transactional(readOnly = true)
  public Optional<Head> head() {
    return table.head();
  }

  /** A content as the record would write it. */
  String canonical(Object content) {
    return canonical.writeValueAsString(content);
  }

  private void insert(Fact fact, @Nullable UUID actorId, String actor, String role) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    table.insert(
        new Event(
            0,
            null,
            now,
            actorId,
            actor,
            role,
            fact.kind().slug(),
            fact.version(),
            fact.subject(),
            canonical(fact),
            null));
    events.publishEvent(new Recorded<>(fact, actor, now));
  }
}
