package org.pabean.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.review.SellerQuestion;
import org.pabean.review.SellerQuestions;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A question to a seller. */
@Schema(name = "Question")
record QuestionAnswer(
    UUID id,
    UUID taskId,
    UUID itemId,
    String text,
    @Schema(description = "The same in the seller's language; empty if it is not known.")
        String localText,
    List<SellerQuestion.Choice> choices,
    String askedBy,
    Instant askedAt,
    Instant expiresAt,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** Questions, the last first. */
  @Schema(name = "Questions")
  record Page(List<QuestionAnswer> questions) {}

  /** A question just asked. */
  @Schema(name = "QuestionAsked")
  record Asked(
      QuestionAnswer question,
      @Schema(description = "Answers it without an account; shown only now.") String link) {

    static Asked of(SellerQuestions.Asked asked) {
      return new Asked(
          QuestionAnswer.of(asked.question()),
          ServletUriComponentsBuilder.fromCurrentContextPath()
              .path("/ask/" + asked.token())
              .toUriString());
    }
  }

  static QuestionAnswer of(SellerQuestion question) {
    return new QuestionAnswer(
        question.id(),
        question.taskId(),
        question.itemId(),
        question.text(),
        question.localText(),
        question.choices(),
        question.askedBy(),
        question.askedAt(),
        question.expiresAt(),
        question.answer(),
        question.answeredAt());
  }
}
