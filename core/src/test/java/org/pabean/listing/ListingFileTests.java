package org.pabean.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingFileTests {

  @TempDir private Path directory;

  @Test
  void namesEachBadRowWithLineAndReasonAndTakesTheOthers() throws Exception {
    String file =
        """
        sku,title,price,currency
        A1,Cotton T-shirt,8.50,USD
        A2,,8.50,USD
        A3,"Ceramic mug, white",-4.00,USD
        A4,"Broken quote here,3.00,USD
        A5,"Leather wallet, brown",21.00,USD
        A6,Umbrella,cheap,USD
        A7,Two,many,cells,here
        A8,"Says ""hello"" on it",5.00,USD
        """;
    Read read = read("bad.csv", file.getBytes(StandardCharsets.UTF_8));

    assertThat(read.skus()).containsExactly("A1", "A5", "A8");
    assertThat(read.rejected)
        .extracting(row -> row.line() + " " + row.column())
        .containsExactly("3 title", "4 price", "5 ", "7 price", "8 ");
    assertThat(read.rejected)
        .extracting(RejectedRow::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("title is empty"),
            reason -> assertThat(reason).contains("-4.00").contains("negative"),
            reason -> assertThat(reason).contains("quote"),
            reason -> assertThat(reason).contains("cheap").contains("not a price"),
            reason -> assertThat(reason).contains("5 cells").contains("header has 4"));
    assertThat(read.accepted.get(2).listing().title()).isEqualTo("Says \"hello\" on it");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOnlyItsOwnRow() throws Exception {
    var file = new StringBuilder("sku,title\n");
    file.append("A1,\"never closed\n");
    for (int i = 2; i <= 2000; i++) {
      file.append("A").append(i).append(",Mug\n");
    }
    Read read = read("open.csv", file.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(read.accepted).hasSize(1999);
    assertThat(read.rejected).hasSize(1);
  }

  @Test
  void aCellMaySpanLines() throws Exception {
    Read read =
        read(
            "lines.csv",
            "sku,title,description\nA1,Mug,\"first\nsecond\"\nA2,Cup,x\n"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(read.accepted.get(0).listing().description()).isEqualTo("first\nsecond");
    assertThat(read.accepted.get(1).line()).isEqualTo(4);
  }

  @Test
  void aCellOfFiveMegabytesIsRejectedAndTheOthersGoThrough() throws Exception {
    String file = "sku,title\nA1," + "x".repeat(5_000_000) + "\nA2,Mug\n";
    Read read = read("huge.csv", file.getBytes(StandardCharsets.UTF_8));

    assertThat(read.skus()).containsExactly("A2");
    assertThat(read.rejected.get(0).reason()).contains("5,000,000").contains("100,000");
    assertThat(read.rejected.get(0).raw()).hasSizeLessThan(300);
  }

  @Test
  void aRowInAnotherEncodingIsRejectedAndTheOthersGoThrough() throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("sku,title\nA1,Dép lê nữ\nA2,".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Café crème".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("\nA3,陶瓷碗\n".getBytes(StandardCharsets.UTF_8));
    Read read = read("mixed.csv", bytes.toByteArray());

    assertThat(read.skus()).containsExactly("A1", "A3");
    assertThat(read.rejected.get(0).line()).isEqualTo(3);
    assertThat(read.rejected.get(0).reason()).contains("UTF-8");
  }

  @Test
  void aWholeFileInAnotherEncodingIsRead() throws Exception {
    String file = "sku,title\nA1,陶瓷碗 家用 米饭碗 餐具套装\nA2,不锈钢保温杯 大容量 便携\nA3,真皮钱包 男士 短款\n";
    Read read = read("gbk.csv", file.getBytes(Charset.forName("GB18030")));

    assertThat(read.accepted.get(0).listing().title()).startsWith("陶瓷碗");
  }

  @Test
  void refusesAFileWithoutATitleColumn() throws IOException {
    Path file = write("header.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> ListingFile.read(file, new Read()))
        .withMessageContaining("title")
        .withMessageContaining("a, b");
  }

  @Test
  void refusesEmptyMissingAndUnknownFiles() throws IOException {
    Path empty = write("empty.csv", new byte[0]);
    Path unknown = write("listing.pdf", new byte[] {1});

    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> ListingFile.read(empty, new Read()))
        .withMessageContaining("empty");
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> ListingFile.read(unknown, new Read()))
        .withMessageContaining(".csv, .xlsx or .jsonl");
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> ListingFile.read(directory.resolve("none.csv"), new Read()))
        .withMessageContaining("no such file");
  }

  @Test
  void readsTheColumnsThatSellersUse() throws Exception {
    Read read =
        read(
            "vi.csv",
            "Mã sản phẩm;Tên sản phẩm;Giá;Xuất xứ;Chất liệu;Màu\nX1;Dép nữ;125.000 ₫;Viet Nam;cao su;đỏ\n"
                .getBytes(StandardCharsets.UTF_8));

    Listing listing = read.accepted.get(0).listing();
    assertThat(listing.sku()).isEqualTo("X1");
    assertThat(listing.origin()).isEqualTo("VN");
    assertThat(listing.material()).isEqualTo("cao su");
    assertThat(listing.knownPrice()).contains(new Money(new BigDecimal("125000"), "VND"));
    assertThat(listing.attributes()).containsEntry("Màu", "đỏ");
  }

  @Test
  void readsSpreadsheets() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("goods");
      String[][] cells = {
        {"SKU", "Product name", "Unit price", "Currency"},
        {"S1", "Cotton T-shirt", "8.5", "USD"},
        {"S2", "", "1", "USD"}
      };
      for (int row = 0; row < cells.length; row++) {
        for (int column = 0; column < cells[row].length; column++) {
          sheet.value(row, column, cells[row][column]);
        }
      }
    }
    Read read = read("goods.xlsx", bytes.toByteArray());

    assertThat(read.skus()).containsExactly("S1");
    assertThat(read.rejected.get(0).line()).isEqualTo(3);
  }

  @Test
  void readsJsonLines() throws Exception {
    String file =
        """
        {"sku":"J1","title":"Mug","attributes":{"Material":"ceramic"},"destination":"SG"}
        {"sku":"J2"}
        not json
        [1]
        """;
    Read read = read("x.jsonl", file.getBytes(StandardCharsets.UTF_8));

    assertThat(read.accepted.get(0).listing().attributes()).containsEntry("Material", "ceramic");
    assertThat(read.accepted.get(0).destination()).isEqualTo("SG");
    assertThat(read.rejected).extracting(RejectedRow::line).containsExactly(2L, 3L, 4L);
  }

  @Test
  void readsTheExportsOfShops() throws Exception {
    Path examples = Path.of("../examples");
    assumeThat(examples.resolve("shopify-products.csv")).exists();
    var shopify = new Read();
    ListingFile.read(examples.resolve("shopify-products.csv"), shopify);
    var woocommerce = new Read();
    ListingFile.read(examples.resolve("woocommerce-products.csv"), woocommerce);

    assertThat(shopify.accepted).hasSizeGreaterThanOrEqualTo(8);
    assertThat(shopify.rejected).isEmpty();
    assertThat(shopify.merged).as("rows with a further picture only").isEqualTo(1);
    assertThat(shopify.accepted)
        .allSatisfy(row -> assertThat(row.listing().title()).doesNotContain("<"));
    assertThat(woocommerce.accepted).hasSizeGreaterThanOrEqualTo(8);
    assertThat(woocommerce.rejected).isEmpty();
  }

  private Read read(String name, byte[] bytes) throws Exception {
    var read = new Read();
    ListingFile.read(write(name, bytes), read);
    return read;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static final class Read implements RowSink {
    private final List<ListingRow> accepted = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private int merged;

    @Override
    public void accepted(ListingRow row) {
      accepted.add(row);
    }

    @Override
    public void rejected(RejectedRow row) {
      rejected.add(row);
    }

    @Override
    public void merged(long line) {
      merged++;
    }

    private List<String> skus() {
      return accepted.stream().map(row -> row.listing().sku()).toList();
    }
  }
}
