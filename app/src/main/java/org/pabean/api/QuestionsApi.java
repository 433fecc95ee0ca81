package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.review.ReviewQueue;
import org.pabean.review.SellerQuestions;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What sellers are asked about goods that are held, and what they answer. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions")
class QuestionsApi {

  private static final int LONGEST_ANSWER = 1_000;

  private final SellerQuestions questions;
  private final ReviewQueue queue;
  private final Catalogue catalogue;

  QuestionsApi(SellerQuestions questions, ReviewQueue queue, Catalogue catalogue) {
    this.questions = questions;
    this.queue = queue;
    this.catalogue = catalogue;
  }

  @PostMapping(path = "/tasks/{id}/question", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "askSeller",
      summary = "Ask the seller about a task that you hold",
      description =
          "The task is offered to nobody until the seller has answered or the time is up; then it is"
              + " back in the queue. The answer comes by the link, which needs no account.")
  @ApiResponse(responseCode = "201", description = "The question, with the link shown only now")
  @ApiResponse(
      responseCode = "409",
      description = "task-not-claimed, task-changed, task-closed or question-refused")
  QuestionAnswer.Asked ask(
      @PathVariable UUID id,
      @RequestBody QuestionRequest request,
      @AuthenticationPrincipal Login login) {
    if (queue.find(id).isEmpty()) {
      throw Refusal.notFound("task", id);
    }
    long version = request.seenVersion();
    String text = request.said();
    return Door.make(
        "choices",
        () ->
            QuestionAnswer.Asked.of(
                questions.ask(id, version, text, request.given(), login.actor())));
  }

  @GetMapping("/items/{id}/questions")
  @Operation(
      operationId = "listQuestions",
      summary = "What was asked about an item, the last first")
  QuestionAnswer.Page list(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    visible(id, login);
    return new QuestionAnswer.Page(questions.ofItem(id).stream().map(QuestionAnswer::of).toList());
  }

  /** What a seller says. */
  @Schema(
      name = "AnswerOrder",
      requiredProperties = {"answer"})
  record AnswerRequest(
      @Schema(description = "One of the choices, or words where there are none.")
          @Nullable String answer) {}

  @PostMapping(
      path = "/items/{id}/questions/{question}/answer",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "answerQuestion",
      summary = "Answer what was asked about an item of yours",
      description = "The goods are assessed anew with the answer.")
  @ApiResponse(responseCode = "409", description = "question-refused: answered, too late, decided")
  QuestionAnswer answer(
      @PathVariable UUID id,
      @PathVariable UUID question,
      @RequestBody AnswerRequest request,
      @AuthenticationPrincipal Login login) {
    visible(id, login);
    String said = Door.required("answer", request.answer(), LONGEST_ANSWER, "say what it is");
    return Door.make(
        "answer", () -> QuestionAnswer.of(questions.answer(question, said, login.actor())));
  }

  private void visible(UUID item, Login login) {
    if (catalogue.find(item, login.actor()).isEmpty()) {
      throw Refusal.notFound("item", item);
    }
  }
}
