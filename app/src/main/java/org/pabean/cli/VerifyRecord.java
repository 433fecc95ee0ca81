package org.pabean.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pabean.record.Head;
import org.pabean.record.RecordCheck;
import org.pabean.record.RecordCheck.Fault;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes through the whole record, also beside a running server. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Goes through the whole record and names the first event that was changed, removed, put in,"
          + " moved or cut off.",
      "The database is that of --data-dir; without it that of PABEAN_DATABASE_URL; else that of"
          + " PABEAN_DATA_DIR or ~/.pabean."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the record is whole",
      "1:it is not: the first bad number is named",
      "2:bad arguments, or no record to be read",
      "3:internal failure"
    })
final class VerifyRecord implements Callable<Integer> {

  private final Databases databases;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the embedded database keeps its files.")
  private @Nullable Path dataDir;

  @Option(
      names = "--head",
      paramLabel = "HASH",
      description = {
        "A head that you kept: 1234:… as the log prints it once a day, or the hash alone. Finds"
            + " what the database's owner could otherwise hide."
      })
  private @Nullable String head;

  @Option(names = "--json", description = "Print JSON with stable names.")
  private boolean json;

  @Mixin private Console console = new Console();

  VerifyRecord(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() throws IOException {
    try (Databases.Reached database = database()) {
      Head wanted = head == null ? null : Head.parse(head);
      RecordCheck.Result found = RecordCheck.of(database.source(), wanted);
      if (json) {
        console.sayJson(asMap(found));
      } else {
        console.say(asText(found));
      }
      return found.fault() == null ? 0 : 1;
    } catch (IllegalArgumentException | RecordCheck.NoRecord e) {
      return console.refuse(e);
    } catch (DataAccessException | TransactionException e) {
      return console.refuse(
          "The database cannot be read: " + e.getMostSpecificCause().getMessage());
    }
  }

  private Databases.Reached database() throws IOException {
    String url = System.getenv("PABEAN_DATABASE_URL");
    if (dataDir == null && url != null && !url.isBlank()) {
      var source = new DriverManagerDataSource(url);
      String user = System.getenv("PABEAN_DATABASE_USER");
      if (user != null && !user.isEmpty()) {
        source.setUsername(user);
        source.setPassword(
            Objects.requireNonNullElse(System.getenv("PABEAN_DATABASE_PASSWORD"), ""));
      }
      return new Databases.Reached(source, () -> {});
    }
    return databases.reach(dataDir == null ? new DataDirectory().path() : dataDir);
  }

  private static String asText(RecordCheck.Result found) {
    Fault fault = found.fault();
    if (fault != null) {
      return "The record is not whole. First bad number: %d%n  %s"
          .formatted(fault.seq(), fault.sentence());
    }
    String waiting =
        found.waiting() == 0 ? "" : "%n  %,d wait for their seal".formatted(found.waiting());
    return found.head() == null
        ? "The record is empty." + waiting
        : "The record is whole: %,d events%s%n  head %s%n  last published %s"
            .formatted(
                found.events(),
                waiting,
                found.head(),
                found.published() == null ? "none" : found.published());
  }

  private static Map<String, @Nullable Object> asMap(RecordCheck.Result found) {
    Fault fault = found.fault();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("whole", fault == null);
    map.put("events", found.events());
    map.put("waiting", found.waiting());
    map.put("head", found.head() == null ? null : found.head().toString());
    map.put("published", found.published() == null ? null : found.published().toString());
    map.put("first_bad", fault == null ? null : fault.seq());
    map.put("fault", fault == null ? null : fault.sentence());
    return map;
  }
}
