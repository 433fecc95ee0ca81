package org.pabean.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pabean.catalogue.Catalogue;
import org.pabean.catalogue.Item;
import org.pabean.review.Answer;
import org.pabean.review.Decisions;
import org.pabean.review.QueuePart;
import org.pabean.review.QueueWords;
import org.pabean.review.ReviewQueue;
import org.pabean.review.ReviewTask;
import org.pabean.review.TaskNotYours;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The review queue, for specialists and above. */
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class TasksApi {

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final Catalogue catalogue;
  private final ItemAnswers items;
  private final Clock clock;

  TasksApi(
      ReviewQueue queue, Decisions decisions, Catalogue catalogue, ItemAnswers items, Clock clock) {
    this.queue = queue;
    this.decisions = decisions;
    this.catalogue = catalogue;
    this.items = items;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      operationId = "listTasks",
      summary = "List open tasks, the most urgent first",
      description = DeskQuery.DESCRIPTION)
  @DeskQuery
  TaskSummary.Page list(
      @Parameter(description = "How many at most, up to 500.") @RequestParam(defaultValue = "50")
          int limit,
      @Parameter(description = "Where the page before ended, as it said itself.")
          @RequestParam(required = false)
          @Nullable String after,
      @Parameter(hidden = true) @RequestParam Map<String, String> words,
      @AuthenticationPrincipal Login login) {
    Actor actor = login.actor();
    QueuePart part = queue.page(QueueWords.filter(words), actor, after, Door.limit(limit));
    Map<UUID, Item> found =
        catalogue.getAll(part.tasks().stream().map(ReviewTask::itemId).toList()).stream()
            .collect(Collectors.toMap(Item::id, Function.identity()));
    Instant now = clock.instant();
    return new TaskSummary.Page(
        queue.countOpen(),
        part.tasks().stream()
            .map(
                task ->
                    TaskSummary.of(
                        task, Objects.requireNonNull(found.get(task.itemId())), actor.id(), now))
            .toList(),
        part.next());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getTask", summary = "Show a task with all evidence")
  TaskAnswer get(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    return answer(existing(id), login.actor());
  }

  @PostMapping("/claim")
  @Operation(
      operationId = "claimNextTask",
      summary = "Claim the most urgent task that nobody holds and you may decide",
      description = DeskQuery.DESCRIPTION)
  @DeskQuery
  @ApiResponse(responseCode = "200", description = "The task, claimed by you for a while")
  @ApiResponse(responseCode = "204", description = "No such task is waiting", content = @Content)
  ResponseEntity<TaskAnswer> claimNext(
      @Parameter(hidden = true) @RequestParam Map<String, String> words,
      @AuthenticationPrincipal Login login) {
    Optional<TaskAnswer> claimed =
        queue
            .claimNext(QueueWords.filter(words), login.actor())
            .map(task -> answer(task, login.actor()));
    return claimed.map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
  }

  @PostMapping("/{id}/claim")
  @Operation(
      operationId = "claimTask",
      summary = "Claim a task, or make your claim last longer",
      description = "A claim lapses by itself; the task is then free again.")
  @ApiResponse(responseCode = "200", description = "The task, claimed by you for a while")
  @ApiResponse(responseCode = "409", description = "task-claimed-by-another or task-closed")
  TaskAnswer claim(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    existing(id);
    return answer(queue.claim(id, login.actor()), login.actor());
  }

  @PostMapping("/{id}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "releaseTask",
      summary = "Give a task back; nothing happens if you do not hold it")
  void release(@PathVariable UUID id, @AuthenticationPrincipal Login login) {
    existing(id);
    queue.release(id, login.actor());
  }

  @PostMapping(path = "/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "decideTask",
      summary = "Decide a task that you hold",
      description =
          "ACCEPT and RECLASSIFY make the item final, PROHIBIT ends it, ESCALATE leaves it to a"
              + " lead. What is refused is kept as your draft and shown with the task.")
  @ApiResponse(responseCode = "200", description = "The decision, in force")
  @ApiResponse(
      responseCode = "403",
      description = "not-allowed, or task-for-lead with the draft kept")
  @ApiResponse(
      responseCode = "409",
      description =
          "task-claimed-by-another, task-not-claimed, task-closed or task-changed; draft kept")
  DecisionAnswer decide(
      @PathVariable UUID id,
      @RequestBody DecisionRequest request,
      @AuthenticationPrincipal Login login) {
    existing(id);
    Answer answer = request.toAnswer();
    try {
      return DecisionAnswer.of(decisions.decide(id, request.seenVersion(), answer, login.actor()));
    } catch (TaskNotYours refused) {
      throw new Refusal(ProblemRules.notYours(refused).withDraftKept());
    }
  }

  private ReviewTask existing(UUID id) {
    return queue.find(id).orElseThrow(() -> Refusal.notFound("task", id));
  }

  private TaskAnswer answer(ReviewTask task, Actor actor) {
    return TaskAnswer.of(
        task,
        items.of(catalogue.get(task.itemId())),
        queue.draft(task.id(), actor).map(TaskAnswer.DraftAnswer::of).orElse(null),
        actor,
        clock.instant());
  }
}
