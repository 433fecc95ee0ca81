package org.pabean.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's server that webhooks point to. Says 200 unless told otherwise. */
public final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Post> posts = new CopyOnWriteArrayList<>();

  private Receiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it got. */
  public record Post(
      String method,
      String path,
      String id,
      String timestamp,
      String signature,
      String contentType,
      String body,
      Instant at) {}

  private record Answer(int status, Map<String, String> headers, Duration delay) {}

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   */
  public static Receiver start(int port) throws IOException {
    return new Receiver(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
  }

  Receiver nextSays(int status) {
    return nextSays(status, Map.of());
  }

  Receiver nextSays(int status, Map<String, String> headers) {
    answers.add(new Answer(status, headers, Duration.ZERO));
    return this;
  }

  Receiver nextIsSilentFor(Duration delay) {
    answers.add(new Answer(200, Map.of(), delay));
    return this;
  }

  int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hooks";
  }

  public List<Post> posts() {
    return posts;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Instant now = Instant.now();
    var headers = exchange.getRequestHeaders();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posts.add(
        new Post(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            headers.getFirst("content-type"),
            body,
            now));
    Answer queued = answers.poll();
    Answer answer = queued == null ? new Answer(200, Map.of(), Duration.ZERO) : queued;
    try {
      Thread.sleep(answer.delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status, -1);
    exchange.close();
  }
}
