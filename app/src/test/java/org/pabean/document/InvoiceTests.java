package org.pabean.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pabean.document.Samples.invoice;
import static org.pabean.document.Samples.line;
import static org.pabean.document.Samples.shipment;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pabean.consignment.Cleared;
import org.pabean.consignment.Consignment;
import tools.jackson.databind.json.JsonMapper;

class InvoiceTests {

  @Test
  void eachAmountIsRoundedHalfUpAndTheSubtotalAddsWhatIsPrinted() {
    // Not rounded, the three would add up to 1.005 and the page would not add up.
    Cleared shipment =
        shipment(
            "SGD",
            "0.005",
            "0.004",
            List.of(
                line(1, "a", "1", "0.335", 1),
                line(2, "b", "1", "0.335", 1),
                line(3, "c", "1", "0.335", 1)));

    Particulars said = Particulars.of(shipment);

    assertThat(said.lines()).extracting(Particulars.Line::amount).containsOnly(number("0.34"));
    assertThat(said.subtotal()).isEqualTo(number("1.02"));
    assertThat(said.freight()).isEqualTo(number("0.01"));
    assertThat(said.insurance()).isEqualTo(number("0.00"));
    assertThat(said.total()).isEqualTo(number("1.03"));
  }

  @Test
  void currencyWithoutDecimalsHasNone() {
    for (String currency : List.of("VND", "JPY")) {
      Cleared shipment = shipment(currency, line(1, "a", "3", "1250000.5", 1));

      Particulars said = Particulars.of(shipment);

      assertThat(said.subtotal()).isEqualTo(number("3750002"));
      assertThat(said.freight()).isEqualTo(number("13"));
      assertThat(said.total()).isEqualTo(number("3750018"));
      InvoiceSheet sheet = InvoiceSheet.of(invoice(shipment));
      assertThat(sheet.total()).isEqualTo("3,750,018");
      assertThat(sheet.lines().get(0).unitPrice()).isEqualTo("1,250,000.5");
    }
  }

  @Test
  void rupiahHasTwoDecimalsAndTheKuwaitiDinarThree() {
    assertThat(InvoiceSheet.of(invoice(shipment("IDR", line(1, "a", "2", "75000", 1)))))
        .extracting(InvoiceSheet::subtotal, InvoiceSheet::total)
        .containsExactly("150,000.00", "150,015.50");
    assertThat(InvoiceSheet.of(invoice(shipment("KWD", line(1, "a", "3", "0.3335", 1)))))
        .extracting(InvoiceSheet::subtotal, InvoiceSheet::total)
        .containsExactly("1.001", "16.501");
  }

  @Test
  void unitPriceKeepsItsFinerDecimalsAndQuantityLosesItsZeros() {
    InvoiceSheet sheet =
        InvoiceSheet.of(invoice(shipment("SGD", line(1, "a", "1200.500", "0.0125", 1))));

    assertThat(sheet.lines().get(0))
        .extracting(
            InvoiceSheet.Line::quantity, InvoiceSheet.Line::unitPrice, InvoiceSheet.Line::amount)
        .containsExactly("1,200.5", "0.0125", "15.01");
  }

  @Test
  void netWeightIsStatedOnlyIfEveryWeightIsKnown() {
    Consignment.Line known = line(1, "a", "3", "1", 1250);

    assertThat(InvoiceSheet.of(invoice(shipment("SGD", known, line(2, "b", "2", "1", 5)))))
        .extracting(InvoiceSheet::netWeight)
        .isEqualTo("3.760 kg");
    assertThat(InvoiceSheet.of(invoice(shipment("SGD", known, line(2, "b", "2", "1", null)))))
        .extracting(InvoiceSheet::netWeight)
        .isEqualTo("not stated");
  }

  @Test
  void particularsOfTheSameGoodsAreEqualHoweverTheNumbersAreWritten() {
    assertThat(Particulars.of(shipment("SGD", line(1, "a", "10.0", "2.500", 1))))
        .isEqualTo(Particulars.of(shipment("SGD", line(1, "a", "1E+1", "2.5", 1))));
  }

  @Test
  void contentSurvivesJson() {
    JsonMapper json = JsonMapper.builder().build();
    Invoice invoice =
        invoice(
            shipment("SGD", line(1, "น้ำเต้าหู้", "10", "2", 1), line(2, "b", "1", "100", null)));

    String text = json.writeValueAsString(invoice);

    assertThat(json.readValue(text, Invoice.class)).isEqualTo(invoice);
    assertThat(text)
        .contains("\"number\":\"INV-ORDER-7-1\"", "\"edition\":\"HS2022\"", "\"code\":\"691110\"");
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
