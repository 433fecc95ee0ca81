package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.review.Assignments;
import org.pabean.review.PersonLoad;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.SimilarTasks;
import org.pabean.review.TaskNotYours;
import org.pabean.review.Withdrawals;
import org.pabean.security.Actor;
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

/**
 * What is done at the desk beside deciding: several at once, giving away, putting aside, undoing.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class DeskApi {

  private final ReviewQueue queue;
  private final Assignments assignments;
  private final SimilarTasks similar;
  private final Withdrawals withdrawals;
  private final Catalogue catalogue;
  private final Clock clock;

  DeskApi(
      ReviewQueue queue,
      Assignments assignments,
      SimilarTasks similar,
      Withdrawals withdrawals,
      Catalogue catalogue,
      Clock clock) {
    this.queue = queue;
    this.assignments = assignments;
    this.similar = similar;
    this.withdrawals = withdrawals;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Which tasks to claim. */
  @Schema(
      name = "ClaimOrder",
      requiredProperties = {"tasks"})
  record ClaimRequest(
      @Schema(description = "Up to 500 ids.") @Nullable List<@Nullable UUID> tasks) {}

  /** What became of each, in the order asked. */
  @Schema(name = "ClaimResults")
  record ClaimResults(List<ClaimResult> results) {}

  /** What became of one task that was to be claimed. */
  @Schema(name = "ClaimResult")
  record ClaimResult(
      UUID task,
      boolean claimed,
      @Schema(description = "Why it was not; null if it was.") @Nullable String code,
      @Nullable String detail) {}

  /** To whom a task is given. */
  @Schema(name = "Assignment")
  record AssignRequest(
      @Schema(description = "The account that gets it; null to put it back for all.")
          @Nullable UUID person,
      @Schema(description = "The task's version that you read; refused if it has changed since.")
          @Nullable Long version) {}

  /** What everybody has. */
  @Schema(name = "People")
  record People(List<PersonLoad> people) {}

  @PostMapping(path = "/tasks/claims", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "claimTasks",
      summary = "Claim several tasks; each is claimed, or refused, by itself")
  ClaimResults claim(@RequestBody ClaimRequest request, @AuthenticationPrincipal Login login) {
    List<@Nullable UUID> tasks = Door.present("tasks", request.tasks(), "give the ids of tasks");
    if (tasks.isEmpty() || tasks.size() > Door.MOST || tasks.contains(null)) {
      throw Refusal.badValue("tasks", "give 1 to %d ids".formatted(Door.MOST));
    }
    Actor actor = login.actor();
    return new ClaimResults(tasks.stream().map(id -> claim(id, actor)).toList());
  }

  private ClaimResult claim(UUID id, Actor actor) {
    try {
      queue.claim(id, actor);
      return new ClaimResult(id, true, null, null);
    } catch (TaskNotYours e) {
      Problem problem = ProblemRules.notYours(e);
      return new ClaimResult(id, false, problem.code(), problem.detail());
    } catch (IllegalArgumentException e) {
      return new ClaimResult(id, false, "not-found", e.getMessage());
    }
  }

  @PostMapping("/tasks/{id}/skip")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "skipTask",
      summary = "Give a task back, not to be offered to you again for a while")
  void skip(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    queue.skip(existing(id).id(), login.actor());
  }

  @PostMapping(path = "/tasks/{id}/assignment", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "assignTask",
      summary = "Give a task to somebody, for leads",
      description = "Whoever held it loses the claim; it is offered to nobody else.")
  @ApiResponse(responseCode = "200", description = "The task as it now stands")
  @ApiResponse(responseCode = "409", description = "task-closed or task-changed")
  TaskSummary assign(
      @PathVariable UUID id,
      @RequestBody AssignRequest request,
      @AuthenticationPrincipal Login login) {
    existing(id);
    Actor lead = login.actor();
    return summary(assignments.assign(id, request.person(), request.version(), lead), lead);
  }

  @GetMapping("/tasks/{id}/variants")
  @Operation(
      operationId = "listVariants",
      summary = "List open tasks on variants of the same product",
      description = "The same words but for size, colour and quantity, held for the same findings.")
  TaskSummary.Variants variants(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return new TaskSummary.Variants(
        similar.find(existing(id)).stream().map(task -> summary(task, login.actor())).toList());
  }

  @GetMapping("/people/load")
  @Operation(operationId = "listLoad", summary = "What each person has on the desk, for leads")
  People load(@AuthenticationPrincipal Login login) {
    return new People(assignments.load(login.actor()));
  }

  @PostMapping("/decisions/{id}/undo")
  @Operation(
      operationId = "undoDecision",
      summary = "Take your own decision back, shortly after you gave it",
      description = "The decision stays on record with its withdrawal; the task is open again.")
  @ApiResponse(responseCode = "200", description = "The task, claimed by you")
  @ApiResponse(responseCode = "409", description = "decision-stands: the detail says why")
  TaskSummary undo(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    if (withdrawals.find(id).isEmpty()) {
      throw Refusal.notFound("decision", id);
    }
    return summary(withdrawals.withdraw(id, login.actor()), login.actor());
  }

  private ReviewTask existing(UUID id) {
    return queue.find(id).orElseThrow(() -> Refusal.notFound("task", id));
  }

  private TaskSummary summary(ReviewTask task, Actor actor) {
    return TaskSummary.of(task, catalogue.get(task.itemId()), actor.id(), clock.instant());
  }
}
