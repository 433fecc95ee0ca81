package org.pabean.integration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pabean.record.Journal;
import org.pabean.record.PaperFact.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells people of events by e-mail: one letter for each, or one for all when there are many. */
@Component
class Postbox {

  /** What a desk wants to hear of, unless it says otherwise. */
  private static final List<EventKind> USUAL =
      List.of(
          EventKind.TASK_CREATED,
          EventKind.TASK_REOPENED,
          EventKind.QUESTION_ANSWERED,
          EventKind.DEADLINE_REMINDER,
          EventKind.DEADLINE_ESCALATION,
          EventKind.DEADLINE_OVERDUE);

  private final EmailSettings settings;
  private final EventTable events;
  private final MailTable table;
  private final MailServer server;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Postbox(
      EmailSettings settings,
      EventTable events,
      MailTable table,
      MailServer server,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.settings = settings;
    this.events = events;
    this.table = table;
    this.server = server;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The addresses that are told of this kind. */
  List<String> receivers(EventKind kind) {
    List<EventKind> kinds = EventKind.choose(settings.events(), USUAL);
    return settings.isOn() && kinds.contains(kind) ? settings.to() : List.of();
  }

  /** When what happens now is sent. */
  Instant time() {
    return settings.notBefore(clock.instant().plus(settings.gather()));
  }

  /** When something may be sent that is due now: now, or when the quiet hours end. */
  Instant notBefore(Instant now) {
    return settings.notBefore(now);
  }

  /**
   * Sends what waits for an address: this delivery, or, when there are many, all of them.
   *
   * @throws NotDelivered if it was not sent
   */
  void send(UUID delivery, String address) throws NotDelivered {
    if (!settings.isOn() || !settings.to().contains(address)) {
      throw NotDelivered.ever("the address is no longer told");
    }
    Optional<NotDelivered> failure =
        transaction.execute(
            status -> {
              // One at a time for each address: who comes second finds what the first has sent.
              table.lock(address);
              List<MailTable.Waiting> waiting = table.waiting(address);
              try {
                send(delivery, address, waiting);
                return Optional.empty();
              } catch (NotDelivered e) {
                return Optional.of(e);
              }
            });
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private void send(UUID delivery, String address, List<MailTable.Waiting> all)
      throws NotDelivered {
    List<MailTable.Waiting> mine =
        all.size() > settings.digestAbove()
            ? all
            : all.stream().filter(one -> one.delivery().equals(delivery)).toList();
    if (mine.isEmpty()) {
      // It went with a digest.
      return;
    }
    List<JsonNode> said =
        mine.stream().map(one -> JsonMapper.shared().readTree(one.payload())).toList();
    ZoneId zone =
        settings.zone().isBlank() ? ZoneId.systemDefault() : ZoneId.of(settings.zone().strip());
    String id = mine.get(0).event() + "." + mine.size();
    if (mine.size() == 1) {
      String thread = mine.get(0).subject().toString();
      server.send(address, MailLetter.of(said.get(0), settings.desk(), zone), id, thread);
    } else {
      server.send(address, MailLetter.digest(said, settings.desk(), zone), id, "");
    }
    for (MailTable.Waiting one : mine) {
      events.delivered(one.delivery(), clock.instant());
      journal.write(new Told(one.about(), one.delivery(), one.event(), one.type(), shown(address)));
    }
  }

  /** As the record may keep it for good: where it went, not who reads there. */
  static String shown(String address) {
    return "mailto:*" + address.substring(Math.max(0, address.lastIndexOf('@')));
  }
}
