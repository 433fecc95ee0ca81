package org.pabean.record;

import java.util.Map;
import java.util.TreeMap;
import org.pabean.assess.Assessor;
import org.pabean.record.ProgramFact.VersionsChanged;
import org.pabean.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down, at each start, when the program assesses with other versions than before. */
@Component
class VersionsInForce {

  private static final Logger LOG = LoggerFactory.getLogger(VersionsInForce.class);

  private final Registry registry;
  private final Journal journal;
  private final RecordTable table;
  private final TransactionTemplate transaction;

  VersionsInForce(
      Registry registry, Journal journal, RecordTable table, TransactionTemplate transaction) {
    this.registry = registry;
    this.journal = journal;
    this.table = table;
    this.transaction = transaction;
  }

  @EventListener(ApplicationReadyEvent.class)
  void compare() {
    // The assessor may still be loading: the server need not wait for it.
    var thread =
        new Thread(
            () -> {
              try {
                compareLoaded();
              } catch (RuntimeException e) {
                LOG.warn("The versions in force could not be recorded: {}", e.getMessage());
              }
            },
            "compare versions");
    thread.setDaemon(true);
    thread.start();
  }

  void compareLoaded() {
    var now = new VersionsChanged(versions(registry.assessor()));
    transaction.executeWithoutResult(
        status -> {
          // Of several nodes that start together one writes it.
          table.lockSealing();
          String written = journal.last(Kind.VERSIONS_CHANGED).map(Event::payload).orElse("");
          if (!written.equals(journal.canonical(now))) {
            journal.write(now);
          }
        });
  }

  private static Map<String, String> versions(Assessor assessor) {
    Map<String, String> versions = new TreeMap<>(assessor.versions(""));
    assessor.screener().packs().forEach(pack -> versions.put("rules:" + pack.id(), pack.version()));
    return versions;
  }
}
