package org.pabean.tariff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The national editions that were imported, as plain files under {@code DATA_DIR/tariff/COUNTRY}.
 * Editions of several dates lie side by side; nothing is replaced that nobody accepted.
 */
public final class NationalTariffs {

  private static final Object ONE_AT_A_TIME = new Object();

  private final Path directory;

  /** The editions kept in a data directory, which need not exist yet. */
  public NationalTariffs(Path dataDir) {
    this.directory = dataDir.resolve("tariff");
  }

  /**
   * The edition in force on a date: the latest whose date is not after it.
   *
   * @throws IOException if its files are damaged; the message says how to mend that
   */
  public Optional<NationalEdition> inForce(String country, LocalDate date) throws IOException {
    EditionFiles files = files(country);
    Optional<EditionFiles.Header> header = latest(files.headers(), date);
    return header.isPresent() ? Optional.of(files.read(header.get())) : Optional.empty();
  }

  /** The dates of a country's editions, the oldest first. */
  public List<LocalDate> dates(String country) throws IOException {
    return files(country).headers().stream().map(EditionFiles.Header::asOf).sorted().toList();
  }

  /**
   * Stores an edition: the first of its country at once, a later one only if somebody has accepted
   * what it changes.
   */
  public Arrival add(NationalEdition edition, boolean accepted) throws IOException {
    Path home = home(edition.country());
    Files.createDirectories(home);
    // Two imports at once must not both find themselves the first.
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
          FileChannel.open(
              home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        return addAlone(edition, accepted);
      }
    }
  }

  private Arrival addAlone(NationalEdition edition, boolean accepted) throws IOException {
    EditionFiles files = files(edition.country());
    List<EditionFiles.Header> headers = files.headers();
    if (headers.isEmpty()) {
      files.write(edition);
      return new Arrival(
          Arrival.Outcome.FIRST, null, new EditionDifference(List.of(), List.of(), List.of()));
    }
    // An edition older than all others is compared with the oldest of them.
    NationalEdition known =
        files.read(latest(headers, edition.asOf()).orElseGet(() -> oldest(headers)));
    EditionDifference difference = EditionDifference.between(known, edition);
    if (isSame(known, edition)) {
      return new Arrival(Arrival.Outcome.KNOWN, known, difference);
    }
    if (accepted) {
      files.write(edition);
    }
    return new Arrival(
        accepted ? Arrival.Outcome.ACCEPTED : Arrival.Outcome.WAITING, known, difference);
  }

  /** Whether both state the same for the same date, be the file called as it may. */
  private static boolean isSame(NationalEdition known, NationalEdition edition) {
    return known.asOf().equals(edition.asOf())
        && known.name().equals(edition.name())
        && known.sha256().equals(edition.sha256())
        && known.columns().equals(edition.columns())
        && known.lines().equals(edition.lines());
  }

  private static Optional<EditionFiles.Header> latest(
      List<EditionFiles.Header> headers, LocalDate date) {
    return headers.stream()
        .filter(header -> !header.asOf().isAfter(date))
        .max(Comparator.comparing(EditionFiles.Header::asOf));
  }

  private static EditionFiles.Header oldest(List<EditionFiles.Header> headers) {
    return headers.stream().min(Comparator.comparing(EditionFiles.Header::asOf)).orElseThrow();
  }

  private EditionFiles files(String country) {
    return new EditionFiles(home(country));
  }

  private Path home(String country) {
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is not a country: give two letters such as VN".formatted(country));
    }
    return directory.resolve(country);
  }
}
