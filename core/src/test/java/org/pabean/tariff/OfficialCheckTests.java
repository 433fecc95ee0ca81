package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialCheckTests {

  private static final Path OFFICIAL = Path.of("../../shared/data/tariff");
  private static final String AHTN_HEADER = "code,level,parent,dashes,description_en\n";

  @TempDir private Path directory;

  @Test
  void namesCodesThatDifferAndWordsThatAreNotOurs() throws Exception {
    Files.writeString(
        directory.resolve("hs2022.csv"),
        """
        code,level,parent,description,section
        82,2,,"Tools, implements and cutlery, of base metal",XV
        8211,4,82,Knives with cutting blades and parts,XV
        821192,6,8211,Knives with fixed blades,XV
        821193,6,8211,Knives with other blades,XV
        """);
    Files.writeString(
        directory.resolve("ahtn2022.csv"),
        AHTN_HEADER
            + """
            82,2,,0,TOOLS
            8211,4,82,0,Knives
            821192,6,8211,1,Fixed
            821193,6,8211,1,Folding
            82119250,8,821192,2,"Of a kind used for agriculture"
            82119300,8,821193,1,Other
            """);

    OfficialCheck check = OfficialCheck.of(knowledge(), directory);

    assertThat(check.faults())
        .extracting(TariffCheck.Fault::toString)
        .containsExactly(
            "hs2022: 8211.93 is missing here",
            "ahtn2022: 8211.93 is missing here",
            "ahtn2022: 8211.93.00 is missing here",
            "ahtn2022: 8211.92.90 is no official code");
    assertThat(check.compared()).isEqualTo(5);
    assertThat(check.tooClose())
        .singleElement()
        .satisfies(
            close -> {
              assertThat(close.code()).isEqualTo(Code.parse("8211.92.50"));
              assertThat(close.reason()).isEqualTo("the run 'of a kind used for'");
            });
    assertThat(check.rate()).isEqualTo(0.2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Wider than 600 mm                        | Of a width exceeding 600 mm               | ''
          Live animals kept for breeding           | Pure-bred breeding animals                | ''
          Knives for farm and garden or for trees  | Knives for farm and garden or forestry    | the run 'knives for farm and garden'
          Red cotton shirts, knitted               | Shirts, knitted; red, of cotton           | all its content words
          Cotton shirts                            | Shirts of cotton                          | ''
          """)
  void wordsAreTooCloseByALongRunOrByAllThatCarryMeaning(
      String ours, String official, String reason) {
    assertThat(WordOverlap.between(ours, official)).isEqualTo(reason);
  }

  @Test
  void refusesAFileThatIsBroken() throws Exception {
    Files.writeString(directory.resolve("hs2022.csv"), "code,description\n82,\"Tools\n");
    Files.writeString(directory.resolve("ahtn2022.csv"), AHTN_HEADER);

    assertThatThrownBy(() -> OfficialCheck.of(knowledge(), directory))
        .isInstanceOf(TariffFileRefused.class);
  }

  @Test
  void ourCodesAreTheOfficialOnes() throws Exception {
    assumeThat(OFFICIAL).as("official files lie beside the project").isDirectory();

    OfficialCheck check = OfficialCheck.of(Knowledge.builtIn(), OFFICIAL);

    assertThat(check.faults()).isEmpty();
    assertThat(check.compared()).isGreaterThan(6936);
    assertThat(check.rate()).isLessThan(0.1);
  }

  private static Knowledge knowledge() {
    List<Entry> tree =
        List.of(
            entry("82", "Hand tools and knives"),
            entry("82.11", "Knives"),
            entry("8211.92", "Knives that do not fold"));
    List<Entry> lines = new ArrayList<>(tree);
    lines.add(entry("8211.92.50", "Of a kind used for farming"));
    lines.add(entry("8211.92.90", "For all else"));
    return new Knowledge(
        Nomenclature.of(Edition.HS2022, tree, List.of()),
        Nomenclature.of(Edition.AHTN2022, lines, List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Entry entry(String code, String description) {
    return new Entry(Code.parse(code), description, "");
  }
}
