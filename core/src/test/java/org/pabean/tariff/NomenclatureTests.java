package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NomenclatureTests {

  private static final Path OFFICIAL = Path.of("../../shared/data/tariff/hs2022.csv");

  private static final Path OFFICIAL_AHTN = Path.of("../../shared/data/tariff/ahtn2022.csv");

  private final Nomenclature hs = Nomenclature.hs2022();
  private final Nomenclature ahtn = Nomenclature.ahtn2022();

  @Test
  void holdsTheWholeHarmonizedSystem() {
    assertThat(hs.atLevel(2)).as("chapters; 77 is reserved").hasSize(96);
    assertThat(hs.atLevel(4)).as("headings").hasSize(1228);
    assertThat(hs.atLevel(6)).as("subheadings").hasSize(5612);
  }

  @Test
  void holdsExactlyTheOfficialCodes() throws IOException {
    assumeThat(OFFICIAL).as("the reference list lies beside the project").exists();
    Set<String> official;
    try (Stream<String> lines = Files.lines(OFFICIAL)) {
      official =
          lines
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> ours = new TreeSet<>();
    for (int level = 2; level <= 6; level += 2) {
      hs.atLevel(level).forEach(entry -> ours.add(entry.code().digits()));
    }

    assertThat(ours).isEqualTo(official);
  }

  @Test
  void describesEachCodeInAtMostFortyWords() {
    for (int level = 2; level <= 6; level += 2) {
      assertThat(hs.atLevel(level))
          .allSatisfy(
              entry -> {
                assertThat(entry.description()).as("%s", entry.code()).isNotBlank();
                assertThat(entry.description().split("\\s+"))
                    .as("%s", entry.code())
                    .hasSizeLessThanOrEqualTo(40);
              });
    }
  }

  @Test
  void everyCodeHasItsParents() {
    assertThat(hs.atLevel(6)).allSatisfy(entry -> assertThat(hs.path(entry.code())).hasSize(3));
  }

  @Test
  void onlyUndividedCodesCanBeDeclared() {
    assertThat(hs.isDeclarable(Code.parse("8211.92"))).isTrue();
    assertThat(hs.isDeclarable(Code.parse("8211"))).isFalse();
    assertThat(hs.isDeclarable(Code.parse("8211.99"))).isFalse();
    assertThat(hs.isDeclarable(Code.parse("7701.00"))).isFalse();
  }

  @Test
  void walksTheTree() {
    assertThat(hs.below(Code.parse("8211")))
        .extracting(entry -> entry.code().dotted())
        .containsExactly("8211.10", "8211.91", "8211.92", "8211.93", "8211.94", "8211.95");
  }

  @Test
  void sectionsHoldEachChapterOnce() {
    assertThat(hs.sections()).hasSize(21);
    assertThat(hs.atLevel(2))
        .allSatisfy(
            chapter ->
                assertThat(hs.sections().stream().filter(s -> s.holds(chapter.code())))
                    .as("chapter %s", chapter.code())
                    .hasSize(1));
    assertThat(hs.section(Code.parse("8211.92")))
        .hasValueSatisfying(
            section -> {
              assertThat(section.number()).isEqualTo("XV");
              assertThat(section.chapters()).isEqualTo("72-83");
            });
    assertThat(hs.section(Code.parse("15"))).map(Section::chapters).contains("15");
    assertThat(hs.section(Code.parse("98"))).isEmpty();
  }

  @Test
  void asLinesOfAseanDivideSubheadingsOnlyLinesCanBeDeclared() {
    assertThat(ahtn.edition()).isEqualTo(Edition.AHTN2022);
    assertThat(ahtn.atLevel(8)).hasSize(11_414);
    assertThat(ahtn.atLevel(6)).hasSize(5612);
    assertThat(ahtn.isDeclarable(Code.parse("8211.92.50"))).isTrue();
    assertThat(ahtn.isDeclarable(Code.parse("8211.92"))).isFalse();
    assertThat(ahtn.isDeclarable(Code.parse("8211.92.51"))).isFalse();
    assertThat(hs.isDeclarable(Code.parse("8211.92"))).isTrue();
    assertThat(ahtn.path(Code.parse("8211.92.50"))).hasSize(4);
  }

  @Test
  void aLineThatDividesNothingTakesTheWordsOfItsSubheading() {
    assertThat(ahtn.find(Code.parse("8201.10.00")).map(Entry::description))
        .isEqualTo(hs.find(Code.parse("8201.10")).map(Entry::description));
    assertThat(ahtn.atLevel(8)).noneMatch(line -> line.description().equals("="));
  }

  @Test
  void holdsExactlyTheLinesOfAsean() throws IOException {
    assumeThat(OFFICIAL_AHTN).as("the reference list lies beside the project").exists();
    Set<String> official;
    try (Stream<String> rows = Files.lines(OFFICIAL_AHTN)) {
      official =
          rows.skip(1)
              .map(row -> row.split(",", 3))
              .filter(cells -> cells[1].equals("8"))
              .map(cells -> cells[0])
              .collect(Collectors.toCollection(TreeSet::new));
    }

    assertThat(ahtn.atLevel(8).stream().map(line -> line.code().digits()))
        .containsExactlyElementsOf(official);
  }
}
