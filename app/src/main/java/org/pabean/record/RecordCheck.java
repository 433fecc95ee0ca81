package org.pabean.record;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through the whole record and says whether it is what was written. */
public final class RecordCheck {

  private final List<Head> expected;
  private byte[] hash = Chain.start();
  private long seq;
  private long afterMatch;
  private boolean wantedSeen;
  private final @Nullable Head wanted;
  private @Nullable Fault fault;

  private RecordCheck(List<Head> published, @Nullable Head wanted) {
    this.expected = new ArrayList<>(published);
    this.wanted = wanted;
    this.wantedSeen = wanted == null;
    if (wanted != null && wanted.seq() != null) {
      expected.add(wanted);
    }
  }

  /**
   * What was found.
   *
   * @param events how many are sealed
   * @param waiting how many wait for their seal
   * @param head the end of the chain; null if there is no event
   * @param published the last head that was published; null if there is none
   * @param fault the first one; null if the record is whole
   */
  public record Result(
      long events,
      long waiting,
      @Nullable Head head,
      @Nullable Head published,
      @Nullable Fault fault) {}

  /**
   * Where the record is not what was written.
   *
   * @param seq the first number in the chain that is wrong
   * @param sentence what is wrong there
   */
  public record Fault(long seq, String sentence) {}

  /** There is no record in this database. */
  public static final class NoRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoRecord() {
      super("this database holds no record: start the server on it once");
    }
  }

  /**
   * Checks the record of a database, as it is at one moment.
   *
   * @param wanted a head that was kept elsewhere; null: only those that were published
   * @throws NoRecord if the database was not made by this program
   */
  public static Result of(DataSource database, @Nullable Head wanted) {
    var table = new RecordTable(JdbcClient.create(database));
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    Result result =
        transaction.execute(
            status -> {
              table.freeze();
              if (!table.exists()) {
                throw new NoRecord();
              }
              return new RecordCheck(table.published(), wanted).run(table);
            });
    if (result == null) {
      throw new IllegalStateException("a check always ends with a result");
    }
    return result;
  }

  private Result run(RecordTable table) {
    List<Head> published = table.published();
    table.eachSealed(this::follow);
    long events = table.head().map(Head::seq).orElse(0L);
    if (fault == null) {
      fault = atTheEnd().or(() -> putIn(table)).orElse(null);
    }
    return new Result(
        events,
        table.countUnsealed(),
        table.head().orElse(null),
        published.isEmpty() ? null : published.get(published.size() - 1),
        fault);
  }

  private void follow(Event event) {
    if (fault != null || event.seq() == null || event.hash() == null) {
      return;
    }
    long here = event.seq();
    if (here != seq + 1) {
      fault = new Fault(seq + 1, "the event is missing; the next one is %d".formatted(here));
      return;
    }
    if (event.n() < 0) {
      fault = new Fault(here, "the event itself is missing; only its seal is left");
      return;
    }
    hash = Chain.next(hash, here, event);
    if (!HexFormat.of().formatHex(hash).equals(event.hash())) {
      fault =
          new Fault(
              here, "the event was changed, put in or moved: its hash is not that of its seal");
      return;
    }
    seq = here;
    compare(event.hash());
  }

  /** A chain that was computed anew from some place on is whole in itself, but not as published. */
  private void compare(String here) {
    for (Head head : expected) {
      if (head.seq() != null && head.seq() == seq) {
        if (!head.hash().equals(here)) {
          fault =
              new Fault(
                  afterMatch + 1,
                  "the chain was written anew from here or later: at %d it does not have the head %s"
                      .formatted(seq, head));
          return;
        }
        afterMatch = seq;
      }
    }
    wantedSeen |= wanted != null && wanted.hash().equals(here);
  }

  private Optional<Fault> atTheEnd() {
    Optional<Head> beyond =
        expected.stream().filter(head -> head.seq() != null && head.seq() > seq).findFirst();
    if (beyond.isPresent()) {
      return Optional.of(
          new Fault(
              seq + 1,
              "the end is cut off: the head %s was known, and the record ends at %d"
                  .formatted(beyond.get(), seq)));
    }
    return wantedSeen
        ? Optional.empty()
        : Optional.of(
            new Fault(
                seq + 1,
                "the head %s is nowhere in the record: its end was cut off or written anew"
                    .formatted(wanted)));
  }

  private static Optional<Fault> putIn(RecordTable table) {
    return table
        .firstPutIn()
        .map(
            n ->
                new Fault(
                    table.placeOf(n),
                    "an event (row %d) was put in beside the chain: it has no seal and waits for none"
                        .formatted(n)));
  }
}
