package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.tariff.Arrival.Outcome;
import org.pabean.tariff.EditionDifference.Change;
import org.pabean.tariff.EditionDifference.ChangedLine;

class NationalTariffsTests {

  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

  @TempDir private Path data;

  @Test
  void theFirstEditionIsStoredAndComesBackAsItWas() throws IOException {
    var tariffs = new NationalTariffs(data);
    NationalEdition edition =
        edition(JANUARY, line("8211.92.50", "5"), line("9503.00.10", "10, \"quota\"\nor 20"));

    assertThat(tariffs.add(edition, false).outcome()).isEqualTo(Outcome.FIRST);
    assertThat(tariffs.inForce("VN", JANUARY)).contains(edition);
    assertThat(tariffs.dates("VN")).containsExactly(JANUARY);
    assertThat(tariffs.inForce("TH", JANUARY)).isEmpty();
  }

  @Test
  void theFilesCanBeReadByPeople() throws IOException {
    new NationalTariffs(data).add(edition(JANUARY, line("8211.92.50", "5")), false);

    Path home = data.resolve("tariff/VN");
    assertThat(home.resolve("2025-01-01.json"))
        .content()
        .contains("\"edition\" : \"Tariff\"", "\"as_of\" : \"2025-01-01\"", "\"lines\" : 1");
    assertThat(linesFile(home))
        .hasContent("code,description,local,unit,path,mfn\n8211.92.50,Knives,Dao,kg,,5");
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(n -> n.endsWith("tmp"));
    }
  }

  @Test
  void theLatestEditionUpToADateIsInForce() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JULY, line("8211.92.50", "3")), true);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5")), true);

    assertThat(rate(tariffs, JANUARY)).isEqualTo("5");
    assertThat(rate(tariffs, LocalDate.of(2025, 6, 30))).isEqualTo("5");
    assertThat(rate(tariffs, JULY)).isEqualTo("3");
    assertThat(rate(tariffs, LocalDate.of(2030, 1, 1))).isEqualTo("3");
    assertThat(tariffs.inForce("VN", LocalDate.of(2024, 12, 31))).isEmpty();
    assertThat(tariffs.dates("VN")).containsExactly(JANUARY, JULY);
  }

  @Test
  void aSecondEditionWaitsUntilSomebodyAcceptsWhatItChanges() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5"), line("8211.92.92", "5")), false);
    NationalEdition later = edition(JULY, line("8211.92.50", "0"), line("8211.92.99", "5"));

    Arrival arrival = tariffs.add(later, false);

    assertThat(arrival.outcome()).isEqualTo(Outcome.WAITING);
    EditionDifference difference = arrival.difference();
    assertThat(difference.added())
        .extracting(NationalLine::code)
        .containsExactly(code("8211.92.99"));
    assertThat(difference.removed())
        .extracting(NationalLine::code)
        .containsExactly(code("8211.92.92"));
    assertThat(difference.changed())
        .containsExactly(new ChangedLine(code("8211.92.50"), List.of(new Change("mfn", "5", "0"))));
    assertThat(tariffs.dates("VN")).containsExactly(JANUARY);

    assertThat(tariffs.add(later, true).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(tariffs.dates("VN")).containsExactly(JANUARY, JULY);
    assertThat(rate(tariffs, JANUARY)).as("the old one stays beside it").isEqualTo("5");
  }

  @Test
  void anEditionOfTheSameDateGivesWayOnlyIfAccepted() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false);
    NationalEdition corrected = edition(JANUARY, line("8211.92.50", "7"));

    assertThat(tariffs.add(corrected, false).outcome()).isEqualTo(Outcome.WAITING);
    assertThat(rate(tariffs, JANUARY)).isEqualTo("5");
    assertThat(tariffs.add(corrected, true).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(rate(tariffs, JANUARY)).isEqualTo("7");
    try (Stream<Path> files = Files.list(data.resolve("tariff/VN"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".csv"))).hasSize(1);
    }
  }

  @Test
  void theVerySameEditionIsKnownAlready() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false);

    Arrival again = tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false);

    assertThat(again.outcome()).isEqualTo(Outcome.KNOWN);
    assertThat(again.difference().isEmpty()).isTrue();
  }

  @Test
  void linesThatSomebodyChangedAreNotTrusted() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false);
    Path lines = linesFile(data.resolve("tariff/VN"));
    Files.writeString(lines, Files.readString(lines).replace(",5", ",0"));

    assertThatThrownBy(() -> tariffs.inForce("VN", JANUARY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed since it was imported; delete 2025-01-01.json");
  }

  @Test
  void aDamagedHeaderSaysWhatToDo() throws IOException {
    var tariffs = new NationalTariffs(data);
    tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false);
    Files.writeString(data.resolve("tariff/VN/2025-01-01.json"), "{\"country\":\"VN\"}");

    assertThatThrownBy(() -> tariffs.dates("VN"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is damaged; delete it and import the tariff again");
  }

  @Test
  void halfAnImportLeavesNoEdition() throws IOException {
    var tariffs = new NationalTariffs(data);
    Path home = Files.createDirectories(data.resolve("tariff/VN"));
    // What a killed import leaves behind: lines without their header.
    Files.writeString(home.resolve("2025-01-01-0123456789ab.csv"), "code\n");
    Files.writeString(home.resolve(".2025-01-01.json.tmp"), "{");

    assertThat(tariffs.dates("VN")).isEmpty();
    assertThat(tariffs.add(edition(JANUARY, line("8211.92.50", "5")), false).outcome())
        .isEqualTo(Outcome.FIRST);
    assertThat(rate(tariffs, JANUARY)).isEqualTo("5");
  }

  @Test
  void ofManyImportsAtOnceOneIsTheFirst() {
    var tariffs = new NationalTariffs(data);
    List<Outcome> outcomes =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> add(tariffs, edition(JANUARY, line("8211.92.50", "" + i)))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(outcomes).containsOnlyOnce(Outcome.FIRST);
    assertThat(outcomes.stream().filter(Outcome.WAITING::equals)).hasSize(7);
  }

  @Test
  void aCountryIsTwoLetters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NationalTariffs(data).inForce("../x", JANUARY));
  }

  private static Outcome add(NationalTariffs tariffs, NationalEdition edition) {
    try {
      return tariffs.add(edition, false).outcome();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String rate(NationalTariffs tariffs, LocalDate date) throws IOException {
    return tariffs
        .inForce("VN", date)
        .orElseThrow()
        .lines()
        .get(0)
        .values()
        .getOrDefault("mfn", "none");
  }

  private static Path linesFile(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
    }
  }

  private static Code code(String text) {
    return Code.parse(text);
  }

  private static NationalLine line(String code, String mfn) {
    return new NationalLine(Code.parse(code), "Knives", "Dao", "kg", "", Map.of("mfn", mfn));
  }

  private static NationalEdition edition(LocalDate asOf, NationalLine... lines) {
    return new NationalEdition(
        "VN",
        "Tariff",
        asOf,
        "tariff.csv",
        "0".repeat(64),
        List.of(new NationalColumn("mfn", "MFN")),
        Arrays.asList(lines));
  }
}
