package org.pabean.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.assess.Lane;
import org.pabean.catalogue.Item;
import org.pabean.catalogue.ItemState;
import org.pabean.record.PaperFact.Issued;
import org.pabean.record.PaperFact.Superseded;
import org.pabean.record.ProgramFact;
import org.pabean.review.Decision;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestion;
import org.pabean.review.Verdict;
import org.pabean.screening.Finding;
import org.pabean.shipment.Shipment;

/**
 * What a message says besides its head. Fields are only ever added; a change of meaning is a new
 * version. Nothing here names a seller.
 */
public sealed interface EventBody {

  /** What the message is about: a task, a shipment; zeros for the program as a whole. */
  UUID about();

  /**
   * Of a review task.
   *
   * @param task the task
   * @param item the goods, as they stood then
   * @param decision the answer; only in {@code task.decided}
   * @param question what the seller was asked; only where the seller was asked or answered
   * @param claim who works on it; only in {@code task.claimed}
   */
  record OfTask(
      Task task,
      Goods item,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answered decision,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Question question,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Claim claim)
      implements EventBody {

    static OfTask of(ReviewTask task, Item item) {
      return new OfTask(Task.of(task), Goods.of(item), null, null, null);
    }

    OfTask with(Decision decided) {
      return new OfTask(task, item, Answered.of(decided), question, claim);
    }

    OfTask with(SellerQuestion asked) {
      return new OfTask(task, item, decision, Question.of(asked), claim);
    }

    OfTask with(Claim claimed) {
      return new OfTask(task, item, decision, question, claimed);
    }

    @Override
    public UUID about() {
      return task.id();
    }
  }

  /** Of a shipment. */
  record OfShipment(Consignment shipment) implements EventBody {
    @Override
    public UUID about() {
      return shipment.id();
    }
  }

  /** Of a document. */
  record OfDocument(Paper document) implements EventBody {
    @Override
    public UUID about() {
      return document.shipmentId();
    }
  }

  /** Of a rule pack. */
  record OfRules(Rules rules) implements EventBody {
    @Override
    public UUID about() {
      return ProgramFact.PROGRAM;
    }
  }

  /** Of what the machine may finalise. */
  record OfAutonomy(Autonomy autonomy) implements EventBody {
    @Override
    public UUID about() {
      return ProgramFact.PROGRAM;
    }
  }

  /** Of a certificate. */
  record OfCertificate(Certified certificate) implements EventBody {
    @Override
    public UUID about() {
      return ProgramFact.PROGRAM;
    }
  }

  /** Of nothing but the webhook itself. */
  record OfTest(Tried webhook) implements EventBody {
    @Override
    public UUID about() {
      return webhook.id();
    }
  }

  /** The review task. */
  record Task(
      UUID id, boolean forLead, Instant openedAt, Instant dueAt, @Nullable Instant closedAt) {

    static Task of(ReviewTask task) {
      return new Task(task.id(), task.forLead(), task.openedAt(), task.dueAt(), task.closedAt());
    }
  }

  /** The goods for one destination; {@code code} in digits, as far as one is in force. */
  record Goods(
      UUID id,
      String sku,
      String title,
      String destination,
      ItemState state,
      Lane lane,
      @Nullable String code,
      double confidence,
      List<String> reasons) {

    static Goods of(Item item) {
      return new Goods(
          item.id(),
          item.listing().sku(),
          item.listing().title(),
          item.destination(),
          item.state(),
          item.lane(),
          item.code() == null ? null : item.code().digits(),
          item.assessment().confidence(),
          item.assessment().open().stream().map(Finding::reason).toList());
    }
  }

  /** The person's answer. */
  record Answered(
      Verdict verdict,
      @Nullable String code,
      String rationale,
      String legalBasis,
      String by,
      Instant at) {

    static Answered of(Decision decision) {
      var answer = decision.answer();
      return new Answered(
          answer.verdict(),
          answer.code() == null ? null : answer.code().digits(),
          answer.rationale(),
          answer.legalBasis(),
          decision.by().name(),
          decision.at());
    }
  }

  /** What the seller was asked; the link to answer it is not told. */
  record Question(
      UUID id,
      String text,
      @Nullable String answer,
      Instant expiresAt,
      @Nullable Instant answeredAt) {

    static Question of(SellerQuestion question) {
      return new Question(
          question.id(),
          question.text(),
          question.answer(),
          question.expiresAt(),
          question.answeredAt());
    }
  }

  /** Who works on the task, and until when by themselves. */
  record Claim(String by, Instant until) {}

  /** The consignment; {@code waitingLines} are the numbers of the lines that are not final. */
  record Consignment(
      UUID id,
      String reference,
      String destination,
      boolean held,
      int lines,
      List<Integer> waitingLines) {

    static Consignment of(Shipment shipment) {
      return new Consignment(
          shipment.id(),
          shipment.reference(),
          shipment.destination(),
          shipment.isHeld(),
          shipment.lines().size(),
          shipment.notFinal().stream().map(Shipment.Line::number).toList());
    }
  }

  /**
   * The document.
   *
   * @param supersededBy the document that took its place; only in {@code document.superseded}
   */
  record Paper(
      UUID id,
      UUID shipmentId,
      String number,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String kind,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer version,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sha256,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID supersededBy,
      String by) {

    static Paper of(Issued issued, String by) {
      return new Paper(
          issued.documentId(),
          issued.shipmentId(),
          issued.number(),
          issued.documentKind(),
          issued.documentVersion(),
          issued.sha256(),
          null,
          by);
    }

    static Paper of(Superseded old, String by) {
      return new Paper(
          old.documentId(), old.shipmentId(), old.number(), null, null, null, old.by(), by);
    }
  }

  /** The pack in force; {@code loosens} says whether something that was held may pass. */
  record Rules(
      String pack, String version, boolean loosens, boolean rollBack, String why, String by) {}

  /** The destination, and why. */
  record Autonomy(String destination, String reason, String by) {}

  /** The certificate, and what it states. */
  record Certified(UUID id, String statement) {}

  /** The webhook that is tried out. */
  record Tried(UUID id, String by) {}
}
