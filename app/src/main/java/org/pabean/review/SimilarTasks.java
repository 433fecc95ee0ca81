package org.pabean.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pabean.security.Actor;
import org.springframework.stereotype.Service;

/**
 * Variants of one product, decided together. Each gets a decision, a version check and an event of
 * its own, in a transaction of its own: what goes wrong with one holds up none of the others.
 */
@Service
public class SimilarTasks {

  /** How many variants are offered at once. */
  public static final int MOST = 50;

  private final TaskTable tasks;
  private final ReviewQueue queue;
  private final Decisions decisions;

  SimilarTasks(TaskTable tasks, ReviewQueue queue, Decisions decisions) {
    this.tasks = tasks;
    this.queue = queue;
    this.decisions = decisions;
  }

  /** A task and the version of it that the person had before them. */
  public record Seen(UUID taskId, long version) {}

  /**
   * What became of one variant.
   *
   * @param taskId the task
   * @param decision the decision; null if it was refused
   * @param refusal why it was refused; null if it was decided
   */
  public record Outcome(UUID taskId, @Nullable Decision decision, @Nullable String refusal) {}

  /** The open tasks on variants of the same product, the oldest first. */
  public List<ReviewTask> find(ReviewTask task) {
    return task.isOpen() ? tasks.alike(task.id(), MOST) : List.of();
  }

  /** Decides the variants as their first was decided; tells of each what became of it. */
  public List<Outcome> decide(List<Seen> variants, Answer answer, Actor actor) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Seen seen : variants) {
      outcomes.add(decide(seen, answer, actor));
    }
    return outcomes;
  }

  private Outcome decide(Seen seen, Answer answer, Actor actor) {
    try {
      queue.claim(seen.taskId(), actor);
    } catch (TaskNotYours | IllegalArgumentException refused) {
      return new Outcome(seen.taskId(), null, refused.getMessage());
    }
    try {
      Decision decision = decisions.decide(seen.taskId(), seen.version(), answer, actor);
      return new Outcome(seen.taskId(), decision, null);
    } catch (TaskNotYours | IllegalArgumentException refused) {
      queue.release(seen.taskId(), actor);
      return new Outcome(seen.taskId(), null, refused.getMessage());
    }
  }
}
