package org.pabean.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.Said;

class FillDocumentsTests {

  @TempDir private Path out = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "vn, vn-ida",
    "my, my-k1",
    "th, th-import",
    "id, id-cn",
    "ph, ph-formal",
    "sg-formal, sg-ipt",
    "vn, packing-list",
    "my, co-atiga"
  })
  void everyExampleIsFilledAsItWas(String name, String form) throws IOException {
    Said said = documents(Path.of("../examples/shipment-%s.json".formatted(name)));

    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(Files.readString(out.resolve(form + ".json"))).isEqualTo(golden(name, form));
    String pdf = text(out.resolve(form + ".pdf"));
    assertThat(pdf).contains("draft until a declarant signs it", "Leather Bifold Wallet");
    assertThat(text(out.resolve("commercial-invoice.pdf"))).contains("4202.31.00", "437.50");
    assertThat(Files.readString(out.resolve("wco.json"))).contains("GovernmentAgencyGoodsItem");
  }

  @Test
  void fillsNothingWhileALineIsHeld() {
    Said said = documents(Path.of("../examples/shipment-sg.json"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("Held: no paper", "line 4", "T01: Knife with a ceramic blade");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void aDecisionThatDoesNotAnswerARuleLeavesItsLineHeld() throws IOException {
    Path knife = out.resolve("knife.json");
    String shipment =
        Files.readString(Path.of("../examples/shipment-sg-formal.json"))
            .replace(
                "Cotton T-Shirt, Crew Neck, Short Sleeves", "Ceramic Kitchen Knife, White Blade");
    Files.writeString(knife, shipment);

    Said held = documents(knife);
    assertThat(held.exit()).isEqualTo(1);
    assertThat(held.out()).contains("line 1", "T01");
    assertThat(out.resolve("sg-ipt.pdf")).doesNotExist();

    Files.writeString(
        knife, shipment.replaceFirst("\"answers\": \\[\\]", "\"answers\": [\"T01\"]"));
    assertThat(documents(knife).out()).doesNotContain("T01").contains("SG-12");
  }

  @Test
  void saysWhereAFieldIsMissingAndFillsTheOtherPapers() throws IOException {
    Path file = out.resolve("s.json");
    Files.writeString(
        file,
        Files.readString(Path.of("../examples/shipment-vn.json"))
            .replace("\"declarationKind\": \"A11\",", "")
            .replace("\"tariffLine\": \"61091010\",", ""));

    Said said = documents(file);

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("vn-ida ICB: Declaration Kind Code is missing (numbers.declarationKind)")
        .contains("has 6 digits, and [8] digits are declared")
        .contains("(lines[1].tariffLine)")
        .contains("packing-list.pdf")
        .doesNotContain("vn-ida.pdf");
  }

  @Test
  void refusesWhatIsNoShipment() throws IOException {
    Path file = Files.writeString(out.resolve("s.json"), "{\"lines\": [");
    assertThat(documents(file).exit()).isEqualTo(2);
    assertThat(documents(file).err()).contains("s.json: the file is not JSON: line 1");
    assertThat(documents(out.resolve("none.json")).err()).contains("there is no such file");
    Files.writeString(file, "{}");
    assertThat(documents(file).err()).contains("'consignor' is missing");
  }

  private Said documents(Path file) {
    return Said.by("documents", file.toString(), "--out", out.toString(), "--date", "2026-11-26");
  }

  private static String golden(String name, String form) throws IOException {
    String resource = "documents/%s/%s.json".formatted(name, form);
    try (InputStream in =
        Objects.requireNonNull(
            FillDocumentsTests.class.getClassLoader().getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(Path pdf) throws IOException {
    PdfReader reader = new PdfReader(Files.readAllBytes(pdf));
    var text = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append(' ');
    }
    reader.close();
    return text.toString().replaceAll("\\s+", " ");
  }
}
