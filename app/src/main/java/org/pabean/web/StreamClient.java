package org.pabean.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One browser at the stream. At most one thread writes to it at a time; nobody who has something to
 * say ever waits for it.
 */
final class StreamClient {

  /** A comment, which only shows that the line is alive. */
  static final String HEARTBEAT = ":\n\n";

  /** What may wait for one browser: a few seconds of a busy desk. */
  static final int BUFFER = 256;

  private final SseEmitter emitter;
  private final Executor writers;
  private final Consumer<StreamClient> gone;
  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;

  StreamClient(SseEmitter emitter, Executor writers, Consumer<StreamClient> gone) {
    this.emitter = emitter;
    this.writers = writers;
    this.gone = gone;
    emitter.onCompletion(this::close);
    emitter.onTimeout(this::close);
    emitter.onError(e -> close());
  }

  /** An event as it stands on the wire. */
  static String event(String name, String data) {
    return "event:" + name + "\ndata:" + data + "\n\n";
  }

  /** Sends something soon; a browser that is too far behind is dropped instead. */
  void offer(String event) {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      if (waiting.size() >= BUFFER) {
        closed = true;
        waiting.clear();
        gone.accept(this);
        if (!writing) {
          writers.execute(emitter::complete);
        }
        return;
      }
      waiting.add(event);
      if (writing) {
        return;
      }
      writing = true;
    }
    writers.execute(this::write);
  }

  /** Ends the stream. */
  void close() {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    gone.accept(this);
    writers.execute(emitter::complete);
  }

  private void write() {
    try {
      for (String next = next(); next != null; next = next()) {
        emitter.send(Set.of(new DataWithMediaType(next, MediaType.TEXT_PLAIN)));
      }
    } catch (IOException | IllegalStateException e) {
      // It went away, which is how streams end.
      close();
      return;
    }
    boolean dropped;
    synchronized (waiting) {
      dropped = closed;
    }
    if (dropped) {
      emitter.complete();
    }
  }

  private @Nullable String next() {
    synchronized (waiting) {
      String next = waiting.poll();
      writing = next != null;
      return next;
    }
  }
}
