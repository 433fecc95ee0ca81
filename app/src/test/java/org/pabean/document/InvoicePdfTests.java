package org.pabean.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pabean.document.Samples.invoice;
import static org.pabean.document.Samples.line;
import static org.pabean.document.Samples.shipment;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pabean.consignment.Consignment;

class InvoicePdfTests {

  private static final InvoicePdf PDF = new InvoicePdf(new PdfPress());

  private static final List<String> TITLES =
      List.of(
          "น้ำเต้าหู้ ผู้ใหญ่ ที่รองแก้วเซรามิกลายดอกไม้สำหรับโต๊ะอาหารและห้องครัว",
          "Dép lê nữ đế dày",
          "陶瓷菜刀",
          "Knife & fork <set> \"2 in 1\" 🔥");

  @Test
  void titlesInFourScriptsAreSetInEmbeddedFonts() throws IOException {
    List<Consignment.Line> lines =
        IntStream.range(0, TITLES.size())
            .mapToObj(i -> line(i + 1, TITLES.get(i), "12", "3.25", 200))
            .toList();

    byte[] pdf = PDF.render(invoice(shipment("SGD", "12.50", "3", lines)));

    Files.write(Path.of("target", "invoice-four-scripts.pdf"), pdf);
    var reader = new PdfReader(pdf);
    assertThat(reader.getNumberOfPages()).isEqualTo(1);
    assertThat(fonts(reader))
        .containsExactlyInAnyOrder(
            "AAAAAA+NotoSans-Regular",
            "AAAAAA+NotoSans-Bold",
            "AAAAAA+NotoSansThai-Regular",
            "AAAAAA+DroidSansFallback");
    String text = new PdfTextExtractor(reader).getTextFromPage(1);
    assertThat(text)
        .contains("INV-ORDER-7-1", "31 January 2027", "Công ty TNHH Gốm sứ Bát Tràng")
        .contains(
            "Lim & Daughters <Retail> Pte Ltd", "Vietnam (VN)", "DAP Singapore (Incoterms 2020)")
        .contains("Dép lê nữ đế dày", "陶瓷菜刀", "Knife & fork <set> \"2 in 1\"", "6911.10")
        .contains("HS 2022", "Sale", "156.00", "171.50", "9.600 kg", "1 / 1")
        .contains("Draft until a declarant signs it");
  }

  @Test
  void headerIsRepeatedOnEachOfTheManyPages() throws IOException {
    List<Consignment.Line> lines =
        IntStream.rangeClosed(1, 300)
            .mapToObj(i -> line(i, "Ceramic mug " + i, "2", "1.25", 300))
            .toList();

    byte[] pdf = PDF.render(invoice(shipment("SGD", "12.50", "3", lines)));

    Files.write(Path.of("target", "invoice-300-lines.pdf"), pdf);
    var reader = new PdfReader(pdf);
    int pages = reader.getNumberOfPages();
    assertThat(pages).isBetween(6, 12);
    var text = new PdfTextExtractor(reader);
    var all = new StringBuilder();
    for (int page = 1; page <= pages; page++) {
      String onPage = text.getTextFromPage(page);
      assertThat(onPage)
          .contains("Description of goods", "HS code", page + " / " + pages)
          .contains("INV-ORDER-7-1");
      all.append(onPage);
    }
    for (int i = 1; i <= 300; i++) {
      assertThat(all).contains("SKU-%03d".formatted(i));
    }
    assertThat(text.getTextFromPage(pages)).contains("750.00", "765.50");
  }

  @Test
  void equalInvoicesMakeEqualFilesAlsoAtTheSameTime() throws Exception {
    Invoice invoice =
        invoice(
            shipment("VND", line(1, TITLES.get(0), "1", "90000", 1), line(2, "茶", "1", "1", 1)));
    byte[] first = PDF.render(invoice);

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<byte[]> again = () -> PDF.render(invoice);
      for (Future<byte[]> other : threads.invokeAll(List.of(again, again, again, again))) {
        assertThat(other.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void nothingThatASellerMayWriteBreaksThePage() throws IOException {
    String hostile = "]]><script th:text='${1+1}'>&amp;</script>\u0001\uFFFE<!-- [[${7*7}]] ';{}";
    String endless = "X".repeat(400);

    byte[] pdf =
        PDF.render(
            invoice(shipment("SGD", line(1, hostile, "1", "1", 1), line(2, endless, "1", "1", 1))));

    Files.write(Path.of("target", "invoice-hostile.pdf"), pdf);
    String text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    assertThat(text.replaceAll("\\s", "")).contains("&amp;</script>", "[[${7*7}]]");
  }

  @Test
  void longTitlesAreBrokenBetweenWordsInEachScript() throws IOException {
    String thai = "ที่รองแก้วเซรามิกลายดอกไม้สำหรับโต๊ะอาหารและห้องครัว";
    String chinese = "陶瓷菜刀家用厨房切肉刀（套装）锋利耐用不锈钢手柄Ceramic knife set厨房用品";
    String mixed = "ชุดมีดเซรามิก6ชิ้นCeramicKnifeSet陶瓷菜刀สำหรับห้องครัวDao gốm nhà bếp";

    byte[] pdf =
        PDF.render(
            invoice(
                shipment(
                    "THB",
                    line(1, thai, "1", "1", 1),
                    line(2, chinese, "1", "1", 1),
                    line(3, mixed, "1", "1", null))));

    Files.write(Path.of("target", "invoice-long-titles.pdf"), pdf);
    String text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    assertThat(text).contains("（套装）", "not stated");
    // Marks come out of the file set apart from their letters.
    assertThat(text.lines().map(line -> line.replace(" ", ""))).contains("อาหารและห้องครัว");
  }

  @Test
  void largeFiguresKeepToTheirColumns() throws IOException {
    List<Consignment.Line> lines =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> line(i, "Máy ép nhựa", "10000", "1234567.89", 15000))
            .toList();

    byte[] pdf = PDF.render(invoice(shipment("SGD", "98765432.10", "3", lines)));

    Files.write(Path.of("target", "invoice-large-figures.pdf"), pdf);
    assertThat(new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1))
        .contains("12,345,678,900.00", "1,234,567.89", "37,135,802,135.10");
  }

  /** The names of the fonts on the first page; the test fails if one is not embedded. */
  private static Set<String> fonts(PdfReader reader) {
    PdfDictionary onPage = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
    Set<String> names = new TreeSet<>();
    for (PdfName key : onPage.getKeys()) {
      PdfDictionary font = onPage.getAsDict(key);
      PdfDictionary glyphs = font.getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0);
      String name = font.getAsName(PdfName.BASEFONT).toString();
      assertThat(glyphs.getAsDict(PdfName.FONTDESCRIPTOR).contains(PdfName.FONTFILE2))
          .as(name)
          .isTrue();
      names.add(name.substring(1));
    }
    return names;
  }
}
