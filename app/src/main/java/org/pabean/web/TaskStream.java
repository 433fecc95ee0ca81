package org.pabean.web;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.pabean.review.TaskChange;
import org.pabean.review.TaskChanges;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes what happens to tasks on to the browsers that look at them. Each has a bounded buffer; who
 * does not keep up is dropped, connects again by itself, and then reads everything afresh.
 */
@Component
class TaskStream implements TaskChanges.Listener {

  private static final int MOST_CLIENTS = 1000;
  private static final int WRITERS = 16;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final List<StreamClient> clients = new CopyOnWriteArrayList<>();
  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, daemon("stream"));
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(daemon("stream-heart"));
  private final JsonMapper json;

  TaskStream(TaskChanges changes, JsonMapper json) {
    this.json = json;
    changes.add(this);
    long pause = HEARTBEAT.toMillis();
    var beat = heart.scheduleAtFixedRate(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    if (beat.isDone()) {
      throw new IllegalStateException("the heartbeat of the stream does not start");
    }
  }

  /** Opens a stream; it ends after a while, so that whoever may no longer look no longer does. */
  SseEmitter open() {
    var emitter = new SseEmitter(LONGEST.toMillis());
    var client = new StreamClient(emitter, writers, clients::remove);
    if (clients.size() >= MOST_CLIENTS) {
      emitter.complete();
      return emitter;
    }
    clients.add(client);
    client.offer(StreamClient.event("open", "{}"));
    return emitter;
  }

  /** How many browsers listen. */
  int size() {
    return clients.size();
  }

  @Override
  public void on(TaskChange change) {
    String event = StreamClient.event("task", json.writeValueAsString(change));
    clients.forEach(client -> client.offer(event));
  }

  @Override
  public void onGap() {
    String event = StreamClient.event("refresh", "{}");
    clients.forEach(client -> client.offer(event));
  }

  private void beat() {
    clients.forEach(client -> client.offer(StreamClient.HEARTBEAT));
  }

  @PreDestroy
  void close() {
    heart.shutdownNow();
    clients.forEach(StreamClient::close);
    writers.shutdown();
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
