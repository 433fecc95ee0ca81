package org.pabean.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pabean.DatabaseTests;
import org.pabean.TestFiles;
import org.pabean.listing.Listing;
import org.pabean.record.Journal;
import org.pabean.review.Intake;
import org.pabean.review.Receipt;
import org.pabean.review.Submission;
import org.pabean.security.Actor;
import org.pabean.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** People are told by e-mail, by a mail server that has its moods. */
@TestPropertySource(
    properties = {
      "pabean.database.data-dir=target/email-test-data",
      "pabean.integration.attempts=3",
      "pabean.integration.first-wait=100ms",
      "pabean.integration.jitter=0",
      "pabean.integration.email.host=127.0.0.1",
      "pabean.integration.email.security=NONE",
      "pabean.integration.email.from=Pabean <desk@merbau.example>",
      "pabean.integration.email.to=team@merbau.example",
      "pabean.integration.email.desk=https://desk.merbau.example/",
      "pabean.integration.email.gather=300ms",
      "pabean.integration.email.digest-above=3",
      "db-scheduler.polling-interval=50ms"
    })
class EmailTests extends DatabaseTests {

  private static final MailHost HOST = MailHost.start();

  static {
    TestFiles.remove("email-test-data/postgres");
  }

  @Autowired private Intake intake;
  @Autowired private Deliveries deliveries;
  @Autowired private Journal journal;
  @Autowired private JdbcClient jdbc;

  private Actor seller;

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry registry) {
    registry.add("pabean.integration.email.port", HOST::port);
  }

  @AfterAll
  static void close() throws Exception {
    HOST.close();
  }

  @BeforeEach
  void start() {
    HOST.forget();
    seller = somebody(Role.SELLER);
  }

  @Test
  void aHeldItemIsToldOnceInWordsWithALink() throws Exception {
    Held held = hold("Ceramic kitchen knife <b>& co</b>\r\nBcc: all@example.com");

    awaitTaken(1);
    MimeMessage letter = HOST.taken().get(0);
    assertThat(letter.getSubject())
        .isEqualTo("Held: Ceramic kitchen knife <b>& co</b> Bcc: all@example.com (JP)");
    assertThat(letter.getHeader("Bcc")).as("goods are described by strangers").isNull();
    assertThat(letter.getFrom()[0]).hasToString("Pabean <desk@merbau.example>");
    assertThat(letter.getRecipients(Message.RecipientType.TO)[0])
        .hasToString("team@merbau.example");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("References"))
        .as("letters on one task stand together")
        .containsExactly("<" + held.task() + "@merbau.example>");
    var parts = (MimeMultipart) letter.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    String text = parts.getBodyPart(0).getContent().toString();
    String html = parts.getBodyPart(1).getContent().toString();
    String link = "https://desk.merbau.example/tasks/" + held.task();
    assertThat(text).contains("Why: ", "Due ", link).contains("knife <b>& co</b>");
    assertThat(html).contains("href=\"" + link + "\"", "&lt;b&gt;&amp; co").doesNotContain("<b>");
    assertThat(text + html).doesNotContain(seller.name());
    pause();
    assertThat(HOST.taken()).hasSize(1);
    Delivery told = awaitState(held.task(), Delivery.State.DELIVERED);
    assertThat(told.url()).isEqualTo("mailto:team@merbau.example");
    assertThat(journal.of(held.item()))
        .filteredOn(event -> event.kind().equals("webhook.told"))
        .singleElement()
        .satisfies(event -> assertThat(event.payload()).contains("mailto:*@merbau.example"));
  }

  @Test
  void manyAtOnceComeInOneLetter() throws Exception {
    intake.submit(
        IntStream.range(0, 12).mapToObj(n -> submission("Lamp no. " + n)).toList(), seller, null);

    awaitTaken(1);
    pause();
    assertThat(HOST.taken()).hasSize(1);
    MimeMessage letter = HOST.taken().get(0);
    assertThat(letter.getSubject()).isEqualTo("12 events at the customs desk");
    String text = ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString();
    for (int n = 0; n < 12; n++) {
      assertThat(text).contains("Held: Lamp no. " + n + " (JP)");
    }
    assertThat(pending()).isZero();
  }

  @Test
  void aServerThatIsBusyOrHangsUpIsAskedAgain() throws Exception {
    HOST.nextRecipient("451 try later");
    HOST.nextLetter("cut");

    Held held = hold("Vase");

    awaitTaken(1);
    assertThat(awaitState(held.task(), Delivery.State.DELIVERED).attempts()).isEqualTo(3);
    assertThat(HOST.taken()).hasSize(1);
  }

  @Test
  void whatTheServerRefusesIsShownAndSentAgainWhenAsked() throws Exception {
    HOST.nextRecipient("550 5.1.1 no such user");

    Held held = hold("Chair");

    Delivery failed = awaitState(held.task(), Delivery.State.FAILED);
    assertThat(failed.attempts()).isEqualTo(1);
    assertThat(failed.lastError()).contains("the mail server answered", "no such user");
    assertThat(HOST.taken()).isEmpty();
    assertThat(deliveries.retry(failed.id())).isTrue();
    awaitState(held.task(), Delivery.State.DELIVERED);
    awaitTaken(1);
  }

  @Test
  void aRepeatedLetterHasTheSameName() throws Exception {
    Held held = hold("Bowl");
    awaitTaken(1);
    awaitState(held.task(), Delivery.State.DELIVERED);

    // As after a crash between the server's word and our own note of it.
    jdbc.sql("update delivery set state = 'FAILED' where email is not null and id = :id")
        .param("id", delivery(held.task()).id())
        .update();
    deliveries.retry(delivery(held.task()).id());

    awaitTaken(2);
    assertThat(HOST.taken().get(1).getMessageID()).isEqualTo(HOST.taken().get(0).getMessageID());
  }

  private record Held(UUID item, UUID task) {}

  private Held hold(String title) {
    Receipt.Line line = intake.submit(List.of(submission(title)), seller, null).lines().get(0);
    return new Held(line.itemId(), Objects.requireNonNull(line.taskId()));
  }

  /** No rule pack covers Japan, so a person always decides. */
  private static Submission submission(String title) {
    return new Submission(Listing.ofTitle(title), "JP", LocalDate.of(2026, 11, 1));
  }

  private Delivery delivery(UUID task) {
    return deliveries.list(null, 500).stream()
        .filter(delivery -> delivery.subject().equals(task))
        .findFirst()
        .orElseThrow();
  }

  private Delivery awaitState(UUID task, Delivery.State state) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(delivery(task).state()).isEqualTo(state));
    return delivery(task);
  }

  private long pending() {
    return jdbc.sql("select count(*) from delivery where state = 'PENDING'")
        .query(Long.class)
        .single();
  }

  private static void awaitTaken(int count) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(HOST.taken()).hasSizeGreaterThanOrEqualTo(count));
    assertThat(HOST.taken()).hasSize(count);
  }

  /** Long enough for a letter that must not come to have come. */
  private static void pause() throws InterruptedException {
    Thread.sleep(1200);
  }
}
