package org.pabean.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pabean.screening.Effect;
import org.pabean.screening.Finding;
import org.pabean.tariff.Code;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which papers a consignment needs, and what keeps them from being printed. */
class PapersTests {

  @TestFactory
  Stream<DynamicTest> everyExampleIsFilledWithoutAFault() {
    return Examples.ALL.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Papers papers = Papers.of(Examples.cleared(name));
                      assertThat(papers.faults()).isEmpty();
                      assertThat(papers.forms())
                          .anyMatch(form -> form.kind() == PaperKind.DECLARATION);
                    }));
  }

  @Test
  void aLetterGoesWithCn22OnlyIfItsValueIsKnownToBeSmall() {
    ObjectNode letter = Examples.tree("my");
    ((ObjectNode) letter.path("transport")).put("service", "LETTER").put("itemId", "LX123456785SG");
    letter.put("regime", "POSTAL");
    letter.remove("preference");

    assertThat(forms(letter)).contains("cn23").doesNotContain("cn22");
    ((ObjectNode) letter.path("rates")).put("XDR", 0.70);
    assertThat(forms(letter)).contains("cn22").doesNotContain("cn23");
    ((ObjectNode) letter.path("rates")).put("XDR", 0.75);
    assertThat(forms(letter)).contains("cn23").doesNotContain("cn22");
  }

  @Test
  void aPermitThatARuleAsksForIsThereAndGood() {
    ObjectNode tree = Examples.tree("vn");

    assertThat(faults(tree, permit())).anyMatch(f -> f.contains("lines[1].permits"));

    ArrayNode permits = ((ObjectNode) tree.path("lines").get(0)).putArray("permits");
    ObjectNode permit =
        permits.addObject().put("type", "IMP").put("number", "77/2026").put("authority", "MIC");
    permit.putArray("rules").add("VN-X");
    assertThat(faults(tree, permit())).isEmpty();

    permit.put("expires", "2026-11-25");
    assertThat(faults(tree, permit())).anyMatch(f -> f.contains("not good on 2026-11-26"));
  }

  @Test
  void whatDoesNotAgreeLeavesNoPaper() {
    ObjectNode tree = Examples.tree("vn");
    ((ObjectNode) tree.path("packages").get(0).path("contents").get(0)).put("quantity", 39);
    ((ObjectNode) tree.path("packages").get(0)).put("grossGrams", 100);
    tree.put("discount", 100000);
    ((ObjectNode) tree.path("consignee")).put("country", "MY");
    ((ObjectNode) tree.path("lines").get(1).path("listing")).put("title", "gift");

    Papers papers = Papers.of(Examples.cleared(ConsignmentFile.read(tree)));

    assertThat(papers.forms()).isEmpty();
    assertThat(papers.faults())
        .extracting(PaperFault::path)
        .contains("packages", "discount", "consignee.country", "lines[2].listing.title");
  }

  @Test
  void aLineOfAnotherSubheadingThanWasDecidedIsRefused() {
    Consignment said = Examples.consignment("vn");
    var cleared =
        new Cleared(
            said,
            List.of(
                new Cleared.Line(Code.parse("6105.10"), null, List.of()),
                new Cleared.Line(Code.parse("4202.31"), null, List.of())),
            Examples.DAY,
            "INV-1");

    assertThat(Papers.of(cleared).faults())
        .anyMatch(fault -> fault.path().equals("lines[1].tariffLine"));
    assertThat(cleared.declared(0)).isEqualTo(Code.parse("6105.10"));
  }

  @Test
  void aMisspeltFieldIsNotPassedOver() {
    ObjectNode tree = Examples.tree("vn");
    tree.put("incotherm", "DAP");

    assertThatThrownBy(() -> ConsignmentFile.read(tree)).hasMessageContaining("incotherm");
  }

  @Test
  void thePartsOfTheWcoDataAddUpToItsWhole() {
    Map<String, Object> data = WcoData.of(Examples.cleared("vn"));

    assertThat(data.toString())
        .contains("FunctionalReferenceID=S-201", "ID=61091010", "CountryCode=MY")
        .contains("InvoiceAmount");
  }

  @Test
  void theWcoDataIsWrittenInTheSameOrderEachTime() {
    // Unordered maps gave another file at each start of the program.
    assertThat(WcoData.of(Examples.cleared("vn")).toString())
        .contains(
            "InvoiceAmount={value=437.50, currencyID=USD}",
            "TotalGrossMassMeasure={value=9.050, unitCode=KGM}",
            "TariffQuantity={value=40, unitCode=PCE}");
  }

  @Test
  void aSchemeForLowValuesTakesLowValuesOnly() {
    ObjectNode tree = Examples.tree("my");
    tree.put("regime", "LOW_VALUE");

    assertThat(faults(tree, List.of())).anyMatch(fault -> fault.contains("no scheme"));
  }

  private static List<String> forms(ObjectNode tree) {
    Papers papers = Papers.of(Examples.cleared(ConsignmentFile.read(tree)));
    assertThat(papers.faults()).isEmpty();
    return papers.forms().stream().map(FilledForm::form).toList();
  }

  private static List<String> faults(ObjectNode tree, List<Finding> findings) {
    Cleared plain = Examples.cleared(ConsignmentFile.read(tree));
    List<Cleared.Line> lines =
        List.of(
            new Cleared.Line(plain.lines().get(0).code(), null, findings), plain.lines().get(1));
    LocalDate day = Examples.DAY;
    return Papers.of(new Cleared(plain.consignment(), lines, day, "INV-1")).faults().stream()
        .map(PaperFault::toString)
        .toList();
  }

  private static List<Finding> permit() {
    return List.of(
        new Finding(
            "VN-X",
            "vn@1",
            "Radio",
            "radio",
            Effect.HOLD,
            "permit",
            "title",
            "radio",
            "why",
            "MIC",
            "law",
            "none",
            "no",
            "permit number",
            Map.of()));
  }
}
