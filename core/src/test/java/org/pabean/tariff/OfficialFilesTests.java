package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.tariff.TariffFile.Statement;

/** Proves the importers on the files that lie beside the project; no word of them is in it. */
class OfficialFilesTests {

  private static final Path OFFICIAL = Path.of("../../shared/data/tariff");
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 6);

  @TempDir private Path data;

  @BeforeEach
  void officialFilesAreThere() {
    assumeThat(OFFICIAL).as("official files lie beside the project").isDirectory();
  }

  @Test
  void indonesia() throws Exception {
    NationalEdition edition = read("ahtn-id.csv", "");

    assertThat(edition.country()).isEqualTo("ID");
    assertThat(edition.lines()).hasSize(11_552);
    assertThat(edition.within(Code.parse("98"))).hasSize(133);
    assertThat(only(edition, "8211.92.50").values()).containsKeys("mfn", "export_duty");
    assertThat(edition.lines()).noneMatch(line -> line.localDescription().isEmpty());
  }

  @Test
  void vietnam() throws Exception {
    NationalEdition edition = read("ahtn-vn.csv", "");

    assertThat(edition.country()).isEqualTo("VN");
    assertThat(edition.lines()).hasSize(11_871);
    assertThat(only(edition, "0101.21.00").unit()).isEqualTo("kg/con");
    assertThat(only(edition, "0101.21.00").values())
        .containsKeys("mfn", "general", "vat", "acfta", "policy");
    assertThat(edition.columns()).extracting(NationalColumn::name).contains("atiga", "evfta");
    assertThat(only(edition, "9804.15.00").description()).isEmpty();
  }

  @Test
  void asean() throws Exception {
    NationalEdition edition = read("ahtn2022.csv", "MY");

    assertThat(edition.lines())
        .extracting(NationalLine::code)
        .containsExactlyElementsOf(
            Nomenclature.ahtn2022().atLevel(8).stream().map(Entry::code).toList());
    assertThat(only(edition, "0101.21.00").path()).contains("Horses");
  }

  @Test
  void unitedNations() throws Exception {
    NationalEdition edition = read("hs2022.csv", "TL");

    assertThat(edition.lines())
        .extracting(NationalLine::code)
        .containsExactlyElementsOf(
            Nomenclature.hs2022().atLevel(6).stream().map(Entry::code).toList());
  }

  @Test
  void unitedStates() throws Exception {
    NationalEdition edition = read("us-hts.csv", "");

    assertThat(edition.country()).isEqualTo("US");
    assertThat(edition.lines()).hasSize(27_061);
    Map<String, String> paths = paths();
    assertThat(edition.lines())
        .allSatisfy(
            line ->
                assertThat(line.path())
                    .as("%s", line.code())
                    .isEqualTo(paths.get(line.code().digits())));
    assertThat(only(edition, "0101.30.00.00").values()).containsEntry("mfn", "6.8%");
  }

  @Test
  void whatIsStoredIsWhatWasRead() throws Exception {
    var tariffs = new NationalTariffs(data);
    for (String file : List.of("ahtn-id.csv", "ahtn-vn.csv", "us-hts.csv")) {
      NationalEdition edition = read(file, "");
      assertThat(tariffs.add(edition, false).outcome()).isEqualTo(Arrival.Outcome.FIRST);
      assertThat(tariffs.inForce(edition.country(), AS_OF)).contains(edition);
    }
  }

  /** The paths that the file states beside each code, to which the indents must lead as well. */
  private static Map<String, String> paths() throws Exception {
    SourceTable table =
        CsvSource.read(Files.readAllBytes(OFFICIAL.resolve("us-hts.csv")), new Faults());
    int code = table.header().indexOf("code");
    int path = table.header().indexOf("path");
    Map<String, String> paths = new HashMap<>();
    table
        .rows()
        .forEach(
            row ->
                paths.put(
                    row.cells().get(code), row.cells().get(path).replaceAll("\\s+", " ").strip()));
    return paths;
  }

  private static NationalEdition read(String file, String country) throws Exception {
    return TariffFile.read(OFFICIAL.resolve(file), new Statement(country, "", AS_OF, Map.of()));
  }

  private static NationalLine only(NationalEdition edition, String code) {
    return edition.lines().stream()
        .filter(line -> line.code().equals(Code.parse(code)))
        .findFirst()
        .orElseThrow();
  }
}
