package org.pabean.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.consignment.Consignment;
import org.pabean.consignment.ConsignmentFile;
import org.pabean.consignment.PaperFault;
import org.pabean.listing.Listing;
import org.pabean.listing.Listing.Field;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.Intake;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.Submission;
import org.pabean.review.Verdict;
import org.pabean.review.WithdrawalRefused;
import org.pabean.review.Withdrawals;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.pabean.shipment.Shipment;
import org.pabean.shipment.Shipments;
import org.pabean.tariff.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

class DocumentsTests extends DatabaseTests {

  /** A destination of which no rules are known, so that everything for it is held. */
  private static final String DESTINATION = "JP";

  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);
  private static final Code PORCELAIN = Code.parse("6911.10");
  private static final Code OTHER = Code.parse("6912.00");

  @Autowired private Documents documents;
  @Autowired private Shipments shipments;
  @Autowired private Intake intake;
  @Autowired private ReviewQueue queue;
  @Autowired private Decisions decisions;
  @Autowired private Withdrawals withdrawals;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Actor seller;
  private Actor lead;

  @BeforeEach
  void people() {
    seller = somebody(Role.SELLER);
    lead = somebody(Role.LEAD);
  }

  @Test
  void noInvoiceWhileAnyLineIsHeld() throws Exception {
    Shipment shipment = enter(2);

    assertThat(heldLines(shipment)).containsExactly(1, 2);
    decide(shipment, 1, PORCELAIN);
    assertThat(heldLines(shipment)).containsExactly(2);
    assertThat(documents.list(shipment.id(), seller)).isEmpty();
    decide(shipment, 2, OTHER);

    IssuedDocument issued = documents.issueInvoice(shipment.id(), seller);

    assertThat(issued.number()).isEqualTo("INV-" + shipment.reference() + "-1");
    assertThat(issued.issuedBy()).isEqualTo(seller.name());
    byte[] pdf = documents.fetchPdf(issued.id(), seller);
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
        .isEqualTo(issued.sha256());
    assertThat(codes(issued)).containsExactly("691110", "691200");
    assertThat(documents.find(issued.id(), seller)).contains(issued);
  }

  @Test
  void invoiceIsIssuedOnceUntilSomethingItSaysChanges() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    IssuedDocument first = documents.issueInvoice(shipment.id(), seller);

    assertThat(documents.issueInvoice(shipment.id(), seller)).isEqualTo(first);
    assertThat(documents.issueInvoice(shipment.id(), lead)).isEqualTo(first);

    relist(shipment, "with a new glaze");
    assertThat(heldLines(shipment)).containsExactly(1);
    decide(shipment, 1, PORCELAIN);
    assertThat(documents.issueInvoice(shipment.id(), seller)).isEqualTo(first);

    relist(shipment, "not of china after all");
    decide(shipment, 1, OTHER);
    IssuedDocument second = documents.issueInvoice(shipment.id(), seller);

    assertThat(second.number()).isEqualTo("INV-" + shipment.reference() + "-2");
    assertThat(second.version()).isEqualTo(2);
    assertThat(codes(second)).containsExactly("691200");
    assertThat(documents.list(shipment.id(), seller)).containsExactly(second, first);
  }

  @Test
  void aDecisionThatStandsInADocumentIsNotTakenBack() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    UUID item = shipment.lines().get(0).itemId();
    IssuedDocument issued = documents.issueInvoice(shipment.id(), seller);

    assertThatThrownBy(() -> withdrawals.withdraw(queue.decisions(item).get(0).id(), lead))
        .isInstanceOf(WithdrawalRefused.class)
        .hasMessageContaining(issued.number() + " was issued with this decision");

    assertThat(documents.issueInvoice(shipment.id(), seller)).isEqualTo(issued);
  }

  @Test
  void databaseItselfRefusesADocumentWithAHeldLine() {
    Shipment shipment = enter(2);
    decide(shipment, 1, PORCELAIN);

    assertThatThrownBy(() -> insertPastTheProgram(shipment))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("line 2 of shipment");
    decide(shipment, 2, PORCELAIN);
    insertPastTheProgram(shipment);

    assertThatThrownBy(
            () ->
                jdbc.sql("update document set version = 9 where shipment_id = :id")
                    .param("id", shipment.id())
                    .update())
        .isInstanceOf(UncategorizedSQLException.class)
        .hasMessageContaining("never changed or removed");
  }

  @Test
  void lineHeldBetweenCheckAndInsertKeepsTheInvoiceBack() {
    Shipment shipment = enter(2);
    decide(shipment, 1, PORCELAIN);
    decide(shipment, 2, PORCELAIN);

    CompletableFuture<IssuedDocument> issuing =
        issueWhile(shipment, () -> relist(shipment, "with a blade in it"));

    CompletionException refused = catchThrowableOfType(CompletionException.class, issuing::join);
    assertThat(refused.getCause())
        .isInstanceOfSatisfying(
            ShipmentHeld.class, held -> assertThat(held.lines()).containsExactly(1));
    assertThat(documents.list(shipment.id(), seller)).isEmpty();
  }

  @Test
  void codeDecidedBetweenReadAndInsertIsTheOneOnTheInvoice() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);

    CompletableFuture<IssuedDocument> issuing =
        issueWhile(
            shipment,
            () -> {
              relist(shipment, "not of china after all");
              decide(shipment, 1, OTHER);
            });

    assertThat(codes(issuing.join())).containsExactly("691200");
    assertThat(documents.list(shipment.id(), seller)).hasSize(1);
  }

  @Test
  void twoWhoIssueAtOnceGetTheSameInvoice() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);

    List<CompletableFuture<IssuedDocument>> issuing =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> documents.issueInvoice(shipment.id(), seller)))
            .toList();

    assertThat(issuing.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(documents.list(shipment.id(), seller)).hasSize(1);
  }

  @Test
  void allPapersIssuedByManyAtOnceAreIssuedOnce() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    amend(shipment, 9);

    List<CompletableFuture<IssuedPapers>> issuing =
        IntStream.range(0, 6)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> documents.issueAll(shipment.id(), seller)))
            .toList();

    assertThat(issuing.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(documents.list(shipment.id(), seller))
        .extracting(IssuedDocument::form)
        .containsExactlyInAnyOrder("commercial-invoice", "packing-list");
  }

  @Test
  void othersSeeNothing() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    IssuedDocument issued = documents.issueInvoice(shipment.id(), seller);
    Actor stranger = somebody(Role.SELLER);

    assertThat(documents.find(issued.id(), stranger)).isEmpty();
    assertThat(documents.list(shipment.id(), stranger)).isEmpty();
    assertThatThrownBy(() -> documents.issueInvoice(shipment.id(), stranger))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(documents.list(shipment.id(), somebody(Role.SPECIALIST))).containsExactly(issued);
  }

  @Test
  void nothingIsHandedOverWhileALineIsHeldAgainAndWhoHasItIsKnown() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    IssuedDocument issued = documents.issueInvoice(shipment.id(), seller);
    documents.fetchPdf(issued.id(), seller);
    documents.fetchData(issued.id(), lead);

    relist(shipment, "with a blade in it");

    assertThatThrownBy(() -> documents.fetchPdf(issued.id(), seller))
        .isInstanceOf(ShipmentHeld.class);
    assertThatThrownBy(() -> documents.fetchData(issued.id(), seller))
        .isInstanceOf(ShipmentHeld.class);
    assertThatThrownBy(() -> documents.fetchPdf(issued.id(), somebody(Role.SELLER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(documents.fetches(issued.id()))
        .extracting(Fetch::by)
        .containsExactlyInAnyOrder(seller.name(), lead.name());
  }

  @Test
  void allPapersComeFromOneRecordAndOnlyThoseThatChangedGetANewVersion() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);

    IssuedPapers bare = documents.issueAll(shipment.id(), seller);
    assertThat(bare.documents())
        .extracting(IssuedDocument::form)
        .containsExactly("commercial-invoice");
    assertThat(bare.faults()).extracting(PaperFault::path).contains("packages", "regime");

    amend(shipment, 9);
    IssuedPapers packed = documents.issueAll(shipment.id(), seller);
    assertThat(packed.documents())
        .extracting(IssuedDocument::form, IssuedDocument::version)
        .containsExactly(tuple("commercial-invoice", 1), tuple("packing-list", 1));
    assertThat(documents.issueAll(shipment.id(), lead).documents()).isEqualTo(packed.documents());

    amend(shipment, 8);
    IssuedPapers heavier = documents.issueAll(shipment.id(), seller);
    assertThat(heavier.documents().get(0)).isEqualTo(packed.documents().get(0));
    assertThat(heavier.documents().get(1).version()).isEqualTo(2);
    assertThat(documents.fetchData(heavier.documents().get(1).id(), seller))
        .isNotEqualTo(documents.fetchData(packed.documents().get(1).id(), seller));
  }

  @Test
  void aRecordThatDisagreesWithItselfGivesNoPaperAndSaysWhere() {
    Shipment shipment = enter(1);
    decide(shipment, 1, PORCELAIN);
    ObjectNode record = packed(shipment, 9);
    ((ObjectNode) record.at("/packages/0/contents/0")).put("quantity", 3);
    shipments.amend(shipment.id(), ConsignmentFile.read(record), DATE, seller);

    assertThatThrownBy(() -> documents.issueAll(shipment.id(), seller))
        .isInstanceOfSatisfying(
            PapersFaulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(PaperFault::path)
                    .anyMatch(path -> path.startsWith("packages")));
    assertThat(documents.list(shipment.id(), seller)).isEmpty();
  }

  @Test
  void onlyItsSellerAmendsAShipmentAndReferenceAndDestinationStay() {
    Shipment shipment = enter(1);
    ObjectNode record = ConsignmentFile.write(shipment.consignment());

    assertThatThrownBy(() -> shipments.amend(shipment.id(), shipment.consignment(), DATE, lead))
        .isInstanceOf(IllegalArgumentException.class);
    record.put("destination", "SG");
    assertThatThrownBy(
            () -> shipments.amend(shipment.id(), ConsignmentFile.read(record), DATE, seller))
        .hasMessageContaining("keeps its reference and destination");
    assertThat(ConsignmentFile.read(ConsignmentFile.write(shipment.consignment())))
        .isEqualTo(shipment.consignment());
  }

  private void amend(Shipment shipment, int kilograms) {
    shipments.amend(shipment.id(), ConsignmentFile.read(packed(shipment, kilograms)), DATE, seller);
  }

  /** The record with all ten plates in one carton. */
  private static ObjectNode packed(Shipment shipment, int kilograms) {
    ObjectNode record = ConsignmentFile.write(shipment.consignment());
    ObjectNode carton = record.putArray("packages").addObject();
    carton.put("type", "CT").put("count", 1).put("grossGrams", kilograms * 1000);
    carton.putArray("contents").addObject().put("line", 1).put("quantity", 10);
    return record;
  }

  private Shipment enter(int lines) {
    // Goods of their own in each test: what another test decided would settle the same goods.
    String design = UUID.randomUUID().toString();
    List<Consignment.Line> goods =
        IntStream.rangeClosed(1, lines)
            .mapToObj(
                i ->
                    new Consignment.Line(
                        listing(
                            i, "จานกระเบื้อง porcelain plate %d, design %s".formatted(i, design)),
                        BigDecimal.TEN,
                        "PCE",
                        new BigDecimal("45.50")))
            .toList();
    Consignment order =
        Samples.consignment(
            "R-" + design.substring(0, 8),
            DESTINATION,
            "THB",
            new BigDecimal("100"),
            BigDecimal.ZERO,
            goods);
    return shipments.enter(order, DATE, seller);
  }

  private static Listing listing(int number, String title) {
    return new Listing.Builder()
        .with(Field.SKU, "PLATE-" + number)
        .with(Field.TITLE, title)
        .with(Field.ORIGIN, "VN")
        .weightGrams(400)
        .build();
  }

  /** Describes the goods of the first line anew, whereupon its item is held again. */
  private void relist(Shipment shipment, String addition) {
    Listing changed = listing(1, shipment.lines().get(0).description() + " " + addition);
    intake.submit(List.of(new Submission(changed, DESTINATION, DATE)), seller, null);
  }

  private void decide(Shipment shipment, int line, Code code) {
    UUID item = shipment.lines().get(line - 1).itemId();
    ReviewTask task = queue.findOpenByItem(item).orElseThrow();
    ReviewTask claimed = queue.claim(task.id(), lead);
    var answer = new Answer(Verdict.RECLASSIFY, code, "tableware", "GRI 1");
    decisions.decide(task.id(), claimed.version(), answer, lead);
  }

  /**
   * Lets somebody issue the invoice while another's change of the goods is not yet committed: the
   * one who issues reads the old state, and meets the new one on inserting.
   */
  private CompletableFuture<IssuedDocument> issueWhile(Shipment shipment, Runnable change) {
    return transaction.execute(
        status -> {
          change.run();
          CompletableFuture<IssuedDocument> issuing =
              CompletableFuture.supplyAsync(() -> documents.issueInvoice(shipment.id(), seller));
          awaitBlockedInsert();
          assertThat(issuing).isNotDone();
          return issuing;
        });
  }

  private void awaitBlockedInsert() {
    for (int i = 0; i < 600; i++) {
      int blocked =
          jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single();
      if (blocked > 0) {
        return;
      }
      jdbc.sql("select 1 from pg_sleep(0.05)").query(Integer.class).single();
    }
    throw new AssertionError("nobody tried to insert the document");
  }

  private List<Integer> heldLines(Shipment shipment) {
    return catchThrowableOfType(
            ShipmentHeld.class, () -> documents.issueInvoice(shipment.id(), seller))
        .lines();
  }

  private List<String> codes(IssuedDocument document) {
    return jdbc.sql(
            """
            select line ->> 'code' from document,
              jsonb_array_elements(content -> 'particulars' -> 'lines') line where id = :id
            """)
        .param("id", document.id())
        .query(String.class)
        .list();
  }

  private void insertPastTheProgram(Shipment shipment) {
    jdbc.sql(
            """
            insert into document
              (id, shipment_id, kind, form, title, number, version, content, pdf, sha256,
              issued_by, issued_at)
            values (gen_random_uuid(), :shipment, 'COMMERCIAL_INVOICE', 'x', '', 'X', 1, '{}',
              '', '', :by, now())
            """)
        .param("shipment", shipment.id())
        .param("by", seller.id())
        .update();
  }
}
