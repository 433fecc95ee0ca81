package org.pabean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pabean.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TariffCommandsTests {

  private static final String HEADER =
      "code,description,description_local,unit,mfn_rate,mfn_rate_raw,general_rate,vat_rate,atiga,policy_vi\n";

  @TempDir private Path directory;

  @Test
  void aTariffIsImportedChangedAndShown() throws IOException {
    Path first =
        file(
            "82119250,For farming,Dao,kg,5,5,7.5,10,0,\n82119292,For hunting,Dao,kg,5,5,7.5,10,0,Permit\n");
    Said imported = tariff("import", first.toString(), "--as-of", "2025-01-01");
    assertThat(imported.exit()).isZero();
    assertThat(imported.out()).contains("Vietnam: XNK tariff as of 2025-01-01, 2 lines", "Stored.");

    Path second =
        file("82119250,For farming,Dao,kg,3,3,7.5,10,0,\n82119299,Other,Dao,kg,5,5,7.5,10,0,\n");
    Said waiting = tariff("import", second.toString(), "--as-of", "2025-07-01");
    assertThat(waiting.exit()).isEqualTo(1);
    assertThat(waiting.out())
        .contains("Against XNK tariff as of 2025-01-01: 1 added, 1 removed, 1 changed")
        .contains("8211.92.99  Other", "8211.92.92  For hunting", "--accept")
        .containsPattern("8211\\.92\\.50  mfn 5 . 3; mfn_raw 5 . 3");

    Said accepted = tariff("import", second.toString(), "--as-of", "2025-07-01", "--accept");
    assertThat(accepted.exit()).isZero();
    assertThat(accepted.out()).contains("Stored, as you accepted it.");

    JsonNode before = json("show", "8211.92", "--country", "vn", "--date", "2025-03-01", "--json");
    assertThat(before.at("/national/as_of").asString()).isEqualTo("2025-01-01");
    assertThat(before.at("/national/lines/0/values/mfn").asString()).isEqualTo("5");
    assertThat(before.at("/national/lines/1/values/policy").asString()).isEqualTo("Permit");
    JsonNode now = json("show", "8211.92.50", "--country", "VN", "--date", "2025-12-01", "--json");
    assertThat(now.at("/national/lines")).hasSize(1);
    assertThat(now.at("/national/lines/0/values/mfn").asString()).isEqualTo("3");
    assertThat(now.at("/national/edition").asString()).isEqualTo("XNK tariff");
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    Path file = file("82119250,For farming,Dao,kg,5,5,7.5,10,0,\n");
    tariff("import", file.toString(), "--as-of", "2025-01-01");

    Said again = tariff("import", file.toString(), "--as-of", "2025-01-01", "--json");

    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("\"outcome\":\"known\"", "\"added\":[]");
  }

  @Test
  void aBadFileIsRefusedWithRowColumnAndReason() throws IOException {
    var rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rows.append("8211925x,Knife,Dao,kg,,,,,,\n");
    }
    Said said = tariff("import", file(rows.toString()).toString(), "--as-of", "2025-01-01");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("tariff.csv: nothing was imported, because 12 things are wrong")
        .contains("row 2, column 'code': '8211925x' is not a tariff code", "row 11,", "and 2 more")
        .doesNotContain("row 12,");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void anyOtherFileIsImportedByItsColumns() throws IOException {
    Path file = directory.resolve("other.csv");
    Files.writeString(file, "Kode;Uraian;BM\n8211.92.50;Pisau;5\n");

    assertThat(tariff("import", file.toString(), "--as-of", "2025-01-01").err())
        .contains("say what the columns mean with --map");
    Said said =
        tariff(
            "import",
            file.toString(),
            "--as-of=2025-01-01",
            "--country=TH",
            "--map",
            "code=Kode,description=Uraian,mfn=BM",
            "--edition=Thai 2025");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Thailand: Thai 2025 as of 2025-01-01, 1 line and 1 column of rates");
  }

  @Test
  void argumentsThatCannotBeAreRefusedInASentence() throws IOException {
    Path file = file("82119250,For farming,Dao,kg,5,5,7.5,10,0,\n");

    assertThat(tariff("import", file.toString()).exit()).isEqualTo(2);
    assertThat(tariff("import", "nothing.csv", "--as-of", "2025-01-01").err())
        .contains("nothing.csv: there is no such file");
    assertThat(tariff("import", file.toString(), "--as-of=2025-01-01", "--country=XX").err())
        .contains("'XX' is not a country");
    assertThat(tariff("import", file.toString(), "--as-of=2025-01-01", "--country=TH").err())
        .contains("is a file of VN (XNK tariff), not of TH");
    assertThat(tariff("import", file.toString(), "--as-of=2025-01-01", "--map=mfn=BM").err())
        .contains("say which columns hold code and description");
    assertThat(Said.by("tariff").err())
        .contains("Say what to do: tariff import | show | search | check");
  }

  @Test
  void aCodeIsShownFromSectionToLine() {
    Said said = tariff("show", "8211.92");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Section XV", "82.11 ", "not here: ", "Below it, in AHTN 2022", "8211.92.50")
        .contains("What the legal notes say", "Heading 82.11", "What such goods are called")
        .contains("kitchen knife", "pisau dapur");
    assertThat(said.out().indexOf("Heading 82.11"))
        .as("what speaks of the heading comes before what speaks of the section")
        .isLessThan(said.out().indexOf("Section XV, note 1(a)"));
  }

  @Test
  void aCountryWithoutATariffOfItsOwnHasTheLinesOfAseanOrNone() {
    Said singapore = tariff("show", "8211.92", "--country", "SG");
    assertThat(singapore.exit()).isZero();
    assertThat(singapore.out()).contains("8211.92.50");
    assertThat(singapore.err())
        .contains("No tariff of Singapore is imported, so the lines are those that ASEAN shares");

    Said france = tariff("show", "8211.92", "--country", "FR");
    assertThat(france.out()).doesNotContain("8211.92.50");
    assertThat(france.err()).contains("only the six digits of HS are shown");
  }

  @Test
  void aTariffThatBeginsLaterIsNotShownBefore() throws IOException {
    Path file = file("82119250,For farming,Dao,kg,5,5,7.5,10,0,\n");
    tariff("import", file.toString(), "--as-of", "2025-01-01");

    assertThat(tariff("show", "8211.92", "--country=VN", "--date=2024-12-31").err())
        .contains("The tariffs of Vietnam that are imported begin at 2025-01-01, after 2024-12-31");
  }

  @Test
  void aCodeThatDoesNotExistLeadsToTheNextOneThatDoes() throws IOException {
    assertThat(tariff("show", "8211.99").err())
        .contains("8211.99 is not a code of HS 2022; 82.11 has 8211.10, 8211.91");
    assertThat(tariff("show", "8517.12").err())
        .contains("8517.12 is not a code of HS 2022; it was one of HS 2017, now 8517.13, 8517.14");
    assertThat(tariff("show", "8211.92.51").err())
        .contains("8211.92.51 is not a code of AHTN 2022; 8211.92 has 8211.92.50");
    assertThat(tariff("show", "98").err()).contains("each country fills 98 and 99 itself");
    assertThat(tariff("show", "82x").err()).contains("'82x' is not a tariff code");
    Path file = file("82119250,For farming,Dao,kg,5,5,7.5,10,0,\n98041500,Kits,Bo,kg,,,,,,\n");
    tariff("import", file.toString(), "--as-of", "2025-01-01");
    Said missing = tariff("show", "8211.92.99", "--country=VN");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err())
        .contains("is not a code of Vietnam's XNK tariff as of 2025-01-01; 8211.92 has 8211.92.50");
    assertThat(tariff("show", "9804.15.00", "--country=VN").out()).contains("9804.15.00", "Kits");
  }

  @Test
  void theBuiltInDataAreCounted() {
    Said said = tariff("check", "--json");
    JsonNode check = new JsonMapper().readTree(said.out());

    assertThat(check.path("sections").asInt()).isEqualTo(21);
    assertThat(check.path("chapters").asInt()).isEqualTo(96);
    assertThat(check.path("headings").asInt()).isEqualTo(1228);
    assertThat(check.path("subheadings").asInt()).isEqualTo(5612);
    assertThat(check.path("ahtn_lines").asInt()).isEqualTo(11_414);
    assertThat(check.path("ahtn_dividing_lines").asInt()).isEqualTo(7885);
    assertThat(check.at("/terms/en").asInt()).isGreaterThan(40_000);
    assertThat(check.path("notes").propertyNames())
        .containsExactly("excludes", "includes", "defines", "decides");
    assertThat(said.exit()).isEqualTo(check.path("faults").isEmpty() ? 0 : 1);
  }

  @Test
  void theBuiltInDataAreHeldAgainstOfficialFiles() throws IOException {
    assertThat(tariff("check", "--official", directory.toString()).err())
        .contains("hs2022.csv: there is no such file");
    Files.writeString(directory.resolve("hs2022.csv"), "code,description\n82,Tools\n");
    Files.writeString(directory.resolve("ahtn2022.csv"), "code,description_en\n82,Tools\n");
    Said said = tariff("check", "--official", directory.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("hs2022: 01 is no official code", "Close to the official words: 0 of ");
  }

  private Path file(String rows) throws IOException {
    return Files.writeString(directory.resolve("tariff.csv"), HEADER + rows);
  }

  private JsonNode json(String... arguments) {
    Said said = tariff(arguments);
    assertThat(said.exit()).as(said.err()).isZero();
    return new JsonMapper().readTree(said.out());
  }

  private Said tariff(String... arguments) {
    List<String> all = new ArrayList<>(List.of("tariff"));
    all.addAll(Arrays.asList(arguments));
    if (!arguments[0].equals("check")) {
      all.add("--data-dir=" + directory.resolve("data"));
    }
    return Said.by(all.toArray(String[]::new));
  }
}
