package org.pabean.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pabean.tariff.TariffFile.Statement;

class TariffFileTests {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 6);
  private static final String BTKI =
      "code,description,description_local,unit,mfn_rate,mfn_rate_raw,export_duty_raw,ppn_raw,ppnbm_raw\n";
  private static final String KNIFE = "82119250,For farming,Untuk tani,,10,10,-,11,-\n";

  @TempDir private Path directory;

  @Test
  void aBtkiIsIndonesias() throws Exception {
    NationalEdition edition = read(BTKI + KNIFE + "82119299,Other,Lain-lain,,5,5*),-,,-\n");

    assertThat(edition.country()).isEqualTo("ID");
    assertThat(edition.name()).isEqualTo("BTKI");
    assertThat(edition.asOf()).isEqualTo(AS_OF);
    assertThat(edition.file()).isEqualTo("tariff.csv");
    assertThat(edition.sha256()).matches("[0-9a-f]{64}");
    assertThat(edition.columns())
        .contains(new NationalColumn("mfn", "mfn_rate"), new NationalColumn("vat", "ppn_raw"));
    NationalLine line = edition.lines().get(0);
    assertThat(line.code()).isEqualTo(Code.parse("8211.92.50"));
    assertThat(line.description()).isEqualTo("For farming");
    assertThat(line.localDescription()).isEqualTo("Untuk tani");
    assertThat(line.values())
        .contains(entry("mfn", "10"), entry("export_duty", "-"), entry("vat", "11"));
    assertThat(edition.lines().get(1).values())
        .contains(entry("mfn_raw", "5*)"))
        .doesNotContainKey("vat");
  }

  @Test
  void linesComeInCodeOrderWhateverTheFile() throws Exception {
    NationalEdition edition = read(BTKI + "95030010,Tricycles,,,,,,,\n" + KNIFE);

    assertThat(edition.lines())
        .extracting(line -> line.code().dotted())
        .containsExactly("8211.92.50", "9503.00.10");
    assertThat(edition.within(Code.parse("82"))).hasSize(1);
  }

  @Test
  void aColumnThatTheFormatDoesNotKnowIsKeptUnderItsOwnName() throws Exception {
    NationalEdition edition =
        read(BTKI.strip() + ",Lartas (Impor)\n" + KNIFE.strip() + ",\"BPOM, SNI\"\n");

    assertThat(edition.lines().get(0).values()).contains(entry("lartas_impor", "BPOM, SNI"));
    assertThat(edition.columns()).contains(new NationalColumn("lartas_impor", "Lartas (Impor)"));
  }

  @Test
  void rowsWithoutACodeStandAboveTheLinesOfTheUnitedStates() throws Exception {
    NationalEdition edition =
        read(
            """
            row,code,digits,indent,description,path,unit,general_rate,special_rate,column2_rate,additional_duties
            1,0101,4,0,"Live horses, asses:",,,,,,
            2,,,1,Horses:,,,,,,
            3,01012100,8,2,Purebred,,,Free,,Free,
            4,0101210010,10,3,Males,,No.,,,,
            5,0101300000,10,1,Asses,,No.,6.8%,"Free (A+,AU)",15%,
            """);

    assertThat(edition.country()).isEqualTo("US");
    assertThat(edition.lines())
        .extracting(line -> line.code().dotted())
        .containsExactly("0101.21.00", "0101.21.00.10", "0101.30.00.00");
    assertThat(edition.lines().get(1).path())
        .isEqualTo("Live horses, asses > Horses > Purebred > Males");
    assertThat(edition.lines().get(2).path()).isEqualTo("Live horses, asses > Asses");
    assertThat(edition.lines().get(2).values())
        .containsExactly(
            entry("mfn", "6.8%"), entry("special", "Free (A+,AU)"), entry("column2", "15%"));
  }

  @Test
  void theUnitedStatesOwnExportIsReadToo() throws Exception {
    NationalEdition edition =
        read(
            """
            "HTS Number","Indent","Description","Unit of Quantity","General Rate of Duty","Special Rate of Duty","Column 2 Rate of Duty","Quota Quantity","Additional Duties"
            "0101","0","Live horses, asses:","","","","","",""
            "","1","Horses:","","","","","",""
            "0101.21.00","2","Purebred","","Free","","Free","",""
            "0101.21.00.10","3","Males","No.","","","","",""
            """);

    assertThat(edition.country()).isEqualTo("US");
    assertThat(edition.lines()).hasSize(2);
    assertThat(edition.lines().get(0).values()).contains(entry("mfn", "Free"));
  }

  @Test
  void aSubheadingIsALineOnlyWhereNothingDividesIt() throws Exception {
    NationalEdition edition =
        read(
            "code;words\n82;Tools\n8211;Knives\n8211.92;Fixed\n8211.92.50;Farm\n8211.93;Folding\n",
            new Statement("MY", "", AS_OF, Map.of("code", "code", "description", "words")));

    assertThat(edition.lines())
        .extracting(line -> line.code().dotted())
        .containsExactly("8211.92.50", "8211.93");
    assertThat(edition.name()).isEqualTo("tariff");
  }

  @Test
  void columnsOfAnyOtherFileAreStated() throws Exception {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("code", "Kode");
    columns.put("description", "uraian barang");
    columns.put("unit", "Satuan");
    columns.put("mfn", "BM");
    columns.put("permit", "BM (%)");
    NationalEdition edition =
        read(
            """
            No,Kode,Uraian  Barang,Satuan,BM,BM (%),Rest
            1,,Pisau:,,,,
            2,8211.92.50,Pisau tani,kg,10,izin,x
            """,
            new Statement("TL", "Pauta 2026", AS_OF, columns));

    assertThat(edition.country()).isEqualTo("TL");
    assertThat(edition.name()).isEqualTo("Pauta 2026");
    assertThat(edition.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.description()).isEqualTo("Pisau tani");
              assertThat(line.unit()).isEqualTo("kg");
              assertThat(line.values())
                  .containsExactly(entry("mfn", "10"), entry("permit", "izin"));
            });
  }

  @Test
  void aSheetMayBeginWithATitle() throws Exception {
    Path file = directory.resolve("tariff.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Tariff");
      sheet.value(0, 0, "Customs tariff 2026");
      sheet.value(2, 0, "HS");
      sheet.value(2, 1, "Goods");
      sheet.value(2, 2, "Duty");
      sheet.value(3, 0, "8211.92.50");
      sheet.value(3, 1, "Farm knives");
      sheet.value(3, 2, 0.075);
      sheet.style(3, 2).format("0.0%").set();
      sheet.value(4, 0, 82119299);
      sheet.value(4, 1, "Other");
    }
    NationalEdition edition =
        TariffFile.read(
            file,
            new Statement(
                "BN", "", AS_OF, Map.of("code", "HS", "description", "Goods", "mfn", "Duty")));

    assertThat(edition.lines())
        .extracting(line -> line.code().dotted(), line -> line.values().getOrDefault("mfn", ""))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("8211.92.50", "7.5%"),
            org.assertj.core.groups.Tuple.tuple("8211.92.99", ""));
  }

  @Test
  void aCodeThatTheSheetHoldsAsANumberWithZerosLostIsRefused() throws Exception {
    Path file = directory.resolve("tariff.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Tariff");
      sheet.value(0, 0, "HS");
      sheet.value(0, 1, "Goods");
      sheet.value(1, 0, 8211);
      sheet.value(1, 1, "Was 8211.00 perhaps");
      sheet.value(2, 0, 1012100);
      sheet.value(2, 1, "Was 01012100");
      sheet.value(3, 1, "A title");
      sheet.value(3, 2, "a cell without a header");
    }
    TariffFileRefused refused =
        refusal(file, new Statement("BN", "", AS_OF, Map.of("code", "HS", "description", "Goods")));

    assertThat(refused.faults())
        .extracting(Object::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("row 2, column 'HS': the code is a number"),
            second ->
                assertThat(second).contains("row 3", "'1012100' is not a tariff code", "text"),
            third -> assertThat(third).contains("row 4", "has 3 cells, the header has 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8211925x,Knife,,,,,,,            | row 3, column 'code': '8211925x' is not a tariff code
          8211925,Knife,,,,,,,             | row 3, column 'code': '8211925' is not a tariff code
          82119250,Again,,,,,,,            | row 3, column 'code': 8211.92.50 stands already in row 2
          82119299,,,,,,,,                 | row 3, column 'description': 8211.92.99 has no description
          82999900,Knife,,,,,,,            | row 3, column 'code': 8299.99.00 does not lie in HS 2022
          7701,Reserved,,,,,,,             | row 3, column 'code': 77.01 does not lie in HS 2022
          ,No code,,,,,,,                  | row 3, column 'code': the row has no code
          82119299,Knife,,,                | row 3: has 5 cells, the header has 9
          82119299,Knife,,,,,,,,,          | row 3: has 11 cells, the header has 9
          82119299,"Knife,,,,,,,           | row 3: a quote is opened and not closed
          82119299,"Knife" big,,,,,,,      | row 3: a quote is opened and not closed, or text follows
          82119299,Kn\uFFFDfe,,,,,,,       | row 3: holds bytes that are not UTF-8 text
          """)
  void aFileWithAFaultIsRefusedWhole(String row, String fault) throws IOException {
    String text = BTKI + KNIFE + row.replace("\\uFFFD", "\uFFFD") + "\n95030010,Toys,,,,,,,\n";
    TariffFileRefused refused = refusal(write(text.getBytes(StandardCharsets.UTF_8)), plain());

    assertThat(refused).hasMessageContaining("tariff.csv: nothing was imported");
    assertThat(refused.total()).isEqualTo(1);
    assertThat(refused.faults()).singleElement().asString().startsWith(fault);
  }

  @Test
  void theRowsBelowAFaultAreCheckedToo() throws IOException {
    var text = new StringBuilder(BTKI);
    for (int i = 0; i < 14; i++) {
      text.append("8211925x,\"Kni").append(i).append(",,,,,,,\n");
      text.append("8211925x,Knife,,,,,,,\n");
    }
    TariffFileRefused refused =
        refusal(write(text.toString().getBytes(StandardCharsets.UTF_8)), plain());

    assertThat(refused.total()).isEqualTo(28);
    assertThat(refused.faults())
        .extracting(TariffFileRefused.Fault::row)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void aQuoteDoesNotSwallowTheRowsBelowIt() throws IOException {
    String text =
        BTKI
            + "82119250,Knife,\"Pisau,,10,10,-,11,-\n"
            + "95030010,Toys,,,,,,,\n"
            + "95030021,Dolls,\",\",,,,,,\n";
    TariffFileRefused refused = refusal(write(text.getBytes(StandardCharsets.UTF_8)), plain());

    assertThat(refused.faults()).extracting(TariffFileRefused.Fault::row).containsExactly(2L);
  }

  @Test
  void aCellMayRunOverLines() throws Exception {
    NationalEdition edition =
        read(BTKI + "82119250,\"Knives\nfor farming\",,,,,,,\n" + "95030010,Toys,,,,,,,\n");

    assertThat(edition.lines())
        .extracting(NationalLine::description)
        .containsExactly("Knives for farming", "Toys");
  }

  @Test
  void bytesOfAnotherEncodingAreRefused() throws IOException {
    byte[] latin =
        (BTKI + "82119250,Couteau \u00e0 main,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);
    TariffFileRefused refused = refusal(write(latin), plain());

    assertThat(refused.faults()).singleElement().asString().contains("row 2", "CSV UTF-8");
  }

  @Test
  void textOfTwoBytesALetterIsReadByItsMark() throws Exception {
    byte[] text = (BTKI + KNIFE).getBytes(StandardCharsets.UTF_16LE);
    var marked = new ByteArrayOutputStream();
    marked.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
    marked.write(text);

    assertThat(TariffFile.read(write(marked.toByteArray()), plain()).lines()).hasSize(1);
  }

  @Test
  void chaptersThatNationsFillNeedNotLieInTheHarmonizedSystem() throws Exception {
    assertThat(read(BTKI + "98010010,Kits,,,,,,,\n99010000,Post,,,,,,,\n").lines()).hasSize(2);
  }

  @Test
  void aListOfTheHarmonizedSystemSaysItselfWhatSubheadingsThereAre() throws Exception {
    NationalEdition edition =
        read(
            "code,level,parent,description,section\n85,2,,Electrical,XVI\n8517,4,85,Phones,XVI\n"
                + "851712,6,8517,Cell phones,XVI\n",
            new Statement("TL", "HS 2017", AS_OF, Map.of()));

    assertThat(edition.lines())
        .singleElement()
        .extracting(NationalLine::code)
        .hasToString("8517.12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | tariff.csv: is empty
          Kode,Uraian                           | the header is of no format known here
          code,dashes,description_en            | does not say whose tariff it is; add --country
          """)
  void aFileThatDoesNotSayWhatItIsIsRefused(String header, String sentence) throws IOException {
    TariffFileRefused refused =
        refusal(write((header + "\n").getBytes(StandardCharsets.UTF_8)), plain());

    assertThat(refused).hasMessageContaining(sentence);
    assertThat(refused.faults()).isEmpty();
  }

  @Test
  void aFileOfOneCountryIsNotImportedForAnother() throws IOException {
    TariffFileRefused refused =
        refusal(
            write((BTKI + KNIFE).getBytes(StandardCharsets.UTF_8)),
            new Statement("TH", "", AS_OF, Map.of()));

    assertThat(refused).hasMessageContaining("is a file of ID (BTKI), not of TH");
  }

  @Test
  void aHeaderWithoutLinesIsRefused() throws IOException {
    assertThat(refusal(write(BTKI.getBytes(StandardCharsets.UTF_8)), plain()))
        .hasMessageContaining("holds no tariff lines");
  }

  @Test
  void aStatedColumnMustBeThere() throws IOException {
    TariffFileRefused refused =
        refusal(
            write("Kode,Uraian\n82119250,Pisau\n".getBytes(StandardCharsets.UTF_8)),
            new Statement(
                "ID", "", AS_OF, Map.of("code", "Kode", "description", "Uraian", "mfn", "BM")));

    assertThat(refused).hasMessageContaining("has no column 'bm'; found: Kode, Uraian");
  }

  @Test
  void statedColumnsMustSayWhichHoldCodeAndWords() throws IOException {
    Path file = write("Kode,Uraian\n".getBytes(StandardCharsets.UTF_8));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TariffFile.read(file, new Statement("ID", "", AS_OF, Map.of("mfn", "BM"))))
        .withMessageContaining("say which columns hold code and description");
  }

  @Test
  void aRowWithRatesAndNoCodeIsAFaultNotATitle() throws IOException {
    TariffFileRefused refused =
        refusal(
            write(
                "Kode,Uraian,BM\n82119250,Pisau,5\n,Pisau lain,10\n"
                    .getBytes(StandardCharsets.UTF_8)),
            new Statement(
                "ID", "", AS_OF, Map.of("code", "Kode", "description", "Uraian", "mfn", "BM")));

    assertThat(refused.faults())
        .singleElement()
        .hasToString("row 3, column 'Kode': the row has rates but no code; give it one");
  }

  @Test
  void whatIsNoWorkbookSaysHowToSaveIt() throws IOException {
    Path old =
        write(
            Arrays.copyOf(
                new byte[] {
                  (byte) 0xD0,
                  (byte) 0xCF,
                  0x11,
                  (byte) 0xE0,
                  (byte) 0xA1,
                  (byte) 0xB1,
                  0x1A,
                  (byte) 0xE1
                },
                200));
    assertThat(refusal(old, plain())).hasMessageContaining("save it as .xlsx");

    byte[] broken = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 200);
    assertThat(refusal(write(broken), plain())).hasMessageContaining("save it again as .xlsx");
  }

  private static Statement plain() {
    return new Statement("", "", AS_OF, Map.of());
  }

  private NationalEdition read(String text) throws Exception {
    return read(text, plain());
  }

  private NationalEdition read(String text, Statement statement) throws Exception {
    return TariffFile.read(write(text.getBytes(StandardCharsets.UTF_8)), statement);
  }

  private static TariffFileRefused refusal(Path file, Statement statement) {
    TariffFileRefused refused =
        catchThrowableOfType(TariffFileRefused.class, () -> TariffFile.read(file, statement));
    assertThat(refused).as("the refusal of %s", file).isNotNull();
    return refused;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("tariff.csv"), bytes);
  }
}
