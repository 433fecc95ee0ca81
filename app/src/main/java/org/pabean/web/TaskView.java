package org.pabean.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.knowledge.KnownGoods;
import org.pabean.review.Answer;
import org.pabean.review.QueuePlace;
import org.pabean.review.ReviewTask;
import org.pabean.review.SellerQuestion;
import org.pabean.review.TaskHistory;
import org.pabean.tariff.Code;
import org.pabean.tariff.GoodsQuestion;

/**
 * A task as the page shows it.
 *
 * @param task the task
 * @param item what it is about
 * @param stance what the person may do with it
 * @param query the list that the person works through
 * @param place where the task stands in it
 * @param form what stands in the form
 * @param chosen a code chosen that is none of the first three suggestions; null if there is none
 * @param bases legal bases to pick from
 * @param kept what the person wrote on a task that is closed by now
 * @param variants open tasks on variants of the same product
 * @param precedents what was decided on goods like these
 * @param history what happened to the item, the last first
 * @param questions what the seller was asked, the last first
 * @param waiting whether the seller may still answer
 */
record TaskView(
    ReviewTask task,
    ItemView item,
    Stance stance,
    QueueQuery query,
    QueuePlace place,
    DecisionForm form,
    @Nullable Chosen chosen,
    List<LegalBasis> bases,
    @Nullable Answer kept,
    List<Variant> variants,
    List<KnownGoods> precedents,
    List<TaskHistory.Entry> history,
    List<SellerQuestion> questions,
    boolean waiting) {

  /** What a person may do with a task. */
  enum Stance {
    /** Decide it: they hold it. */
    MINE,
    /** Claim it. */
    FREE,
    /** Read it: somebody else holds it. */
    ANOTHERS,
    /** Read it: a lead gave it to somebody else. */
    GIVEN,
    /** Read it: a lead decides. */
    FOR_LEAD,
    /** Read it: it is settled. */
    CLOSED
  }

  /** A code and what it covers. */
  record Chosen(Code code, String description) {}

  /**
   * A variant of the same product that waits too.
   *
   * @param id its task
   * @param version the task's version that lies before the person
   * @param title the goods
   * @param sku the seller's number
   * @param differs the words in which it differs
   * @param heldBy the name of somebody else who works on it; null if nobody does
   */
  record Variant(
      UUID id, long version, String title, String sku, String differs, @Nullable String heldBy) {}

  /** A decision just given, and until when it can be taken back. */
  record Undo(UUID decisionId, Instant until) {}

  public boolean isMine() {
    return stance == Stance.MINE;
  }

  /** What to ask the seller first: what would settle the code, else what a trigger lacks. */
  public String proposedQuestion() {
    GoodsQuestion question = item.item().assessment().question();
    if (question != null) {
      return question.text();
    }
    return item.reasons().stream()
        .map(reason -> reason.finding().ask().getOrDefault("en", ""))
        .filter(ask -> !ask.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What it may be answered with, one to a line. */
  public String proposedChoices() {
    GoodsQuestion question = item.item().assessment().question();
    return question == null
        ? ""
        : question.answers().stream()
            .map(GoodsQuestion.Answer::text)
            .collect(Collectors.joining("\n"));
  }

  public String stanceName() {
    return stance.name();
  }

  /** The bases of one kind, in the order in which they are numbered. */
  public List<LegalBasis> bases(String kind) {
    return bases.stream().filter(basis -> basis.kind().name().equals(kind)).toList();
  }

  public List<String> kinds() {
    return Arrays.stream(LegalBasis.Kind.values())
        .map(Enum::name)
        .filter(kind -> !bases(kind).isEmpty())
        .toList();
  }
}
